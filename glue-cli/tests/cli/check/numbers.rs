//! Numbers that are not of their type, in words of JSON.

use crate::sample::toy;
use crate::support::Playground;
use serde_json::json;

#[test]
fn integers_are_told_with_their_bounds() {
    let shapes = json!({
        "Question": {"type": "structure", "members": {
            "Count": {"shape": "Count"}, "Size": {"shape": "Size"},
        }},
        "Count": {"type": "integer"},
        "Size": {"type": "long"},
    });
    let playground = Playground::new();
    playground.write("model.json", toy::model(&shapes).to_string());
    let values = "{\"Count\":\"x\"}\n{\"Count\":1.5}\n{\"Count\":2147483648}\n{\"Size\":true}\n";
    playground.write("values.jsonl", values);
    let check = ["check", "--model", "model.json", "--operation", "Ask", "values.jsonl"];
    let stdout = playground.run(check).stdout;
    let errors: Vec<&str> = stdout.lines().filter(|line| line.starts_with("error")).collect();
    insta::assert_snapshot!(errors.join("\n"), @r#"
    error: invalid type: string "x", expected an integer from -2147483648 to 2147483647
    error: invalid type: floating point `1.5`, expected an integer from -2147483648 to 2147483647
    error: invalid value: integer `2147483648`, expected an integer from -2147483648 to 2147483647
    error: invalid type: boolean `true`, expected an integer from -9223372036854775808 to 9223372036854775807
    "#);
}
