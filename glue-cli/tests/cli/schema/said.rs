//! What a schema cannot demand is in a description, and what it can has a type beside it.

use serde_json::{Value, json};

use crate::sample::toy;
use crate::support::{Playground, Run};

fn shapes() -> Value {
    json!({
        "Question": {"type": "structure", "members": {
            "Tags": {"shape": "Tags", "documentation": "The tags."},
            "Kinds": {"shape": "Kinds"},
            "Kind": {"shape": "Kind"},
            "Any": {"shape": "Any"},
            "Doubled": {"shape": "Doubled"},
            "All": {"shape": "All"},
            "Others": {"shape": "Others"},
            "Atomic": {"shape": "Atomic"},
        }},
        "Tags": {"type": "map", "key": {"shape": "Tag"}, "value": {"shape": "Word"}},
        "Tag": {"type": "string", "min": 1, "max": 9, "pattern": "[a-z]`?"},
        "Word": {"type": "string"},
        "Kinds": {"type": "map", "key": {"shape": "Free"}, "value": {"shape": "Word"}},
        "Free": {"type": "string", "enum": ["one"]},
        "Kind": {"type": "string", "enum": ["one"], "min": 3},
        "Any": {"type": "map", "key": {"shape": "Atomic"}, "value": {"shape": "Word"}},
        "Doubled": {"type": "string", "pattern": r"^(a|aa)+\1$"},
        "All": {"type": "list", "min": 1, "member": {"shape": "Doubled"}},
        "Others": {"type": "list", "min": 1, "member": {"shape": "Word"}},
        "Atomic": {"type": "string", "pattern": r"(c|cc)+\1(?<=(?>b|c))"},
    })
}

fn run(arguments: &[&str]) -> String {
    let playground = Playground::new();
    playground.write("model.json", toy::model(&shapes()).to_string());
    let (command, rest) = arguments.split_first().unwrap();
    let all = [&[*command, "--model", "model.json", "--operation", "Ask"], rest].concat();
    let Run { code, stdout, stderr } = playground.run(all);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    stdout
}

fn members(dialect: &str) -> Value {
    let schema: Value = serde_json::from_str(&run(&["schema", "--dialect", dialect])).unwrap();
    schema.pointer("/components/schemas/Question").unwrap_or(&schema)["properties"].clone()
}

#[test]
fn openapi_3_0_describes_what_keys_must_be() {
    let members = members("openapi-3.0");
    let length_and_pattern = "The tags.\n\nEach key must have a length between 1 and 9 and match \
                              the pattern ``^[a-z]`?$``, which is not checked here.";
    assert_eq!(members["Tags"]["description"], length_and_pattern);
    assert_eq!(members["Tags"]["x-propertyNames"]["maxLength"], 9);
    assert_eq!(members["Kinds"].get("description"), None);
    for dialect in ["2020-12", "draft-07", "openapi-3.1"] {
        let members = self::members(dialect);
        assert_eq!(members["Tags"]["description"], "The tags.", "{dialect}");
        assert_eq!(members["Tags"]["propertyNames"]["maxLength"], 9, "{dialect}");
    }
}

#[test]
fn patterns_that_are_not_checked_are_shown() {
    let shown = run(&["show"]);
    let mut shown: Vec<&str> =
        shown.lines().map(str::trim).filter(|line| line.contains("not checked")).collect();
    shown.sort_unstable();
    insta::assert_snapshot!(shown.join("\n"), @r"
    All: [string]           // at least 1 entry; entries: pattern ^(a|aa)+\1$ (not checked)
    Any: {string: string}   // keys: pattern (c|cc)+\1(?<=(?>b|c)) (not checked)
    Atomic: string          // pattern (c|cc)+\1(?<=(?>b|c)) (not checked)
    Doubled: string         // pattern ^(a|aa)+\1$ (not checked)
    ");
}

#[test]
fn keywords_of_text_have_its_type_beside_them() {
    let kind = json!({"$ref": "#/$defs/Kind", "type": "string", "minLength": 3});
    assert_eq!(members("2020-12")["Kind"], kind);
}
