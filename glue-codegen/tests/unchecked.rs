//! A pattern that is not checked looks like one that is not checked, wherever it shows.

use glue_codegen::{Options, Source, generate};
use serde_json::json;

#[test]
fn documentation_says_what_is_not_checked() {
    let model = json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2026-01-01", "endpointPrefix": "toys", "protocol": "json",
            "jsonVersion": "1.1", "serviceFullName": "Example Toys", "serviceId": "Toys",
            "signatureVersion": "v4", "targetPrefix": "Toys", "uid": "toys-2026-01-01",
        },
        "operations": {
            "Put": {
                "name": "Put", "http": {"method": "POST", "requestUri": "/"},
                "input": {"shape": "PutRequest"},
            },
        },
        "shapes": {
            "PutRequest": {
                "type": "structure", "required": ["Twice"],
                "members": {"Twice": {"shape": "Twice"}, "Lower": {"shape": "Lower"}},
            },
            // What comes again may be any text, which no automaton remembers.
            "Twice": {"type": "string", "min": 2, "pattern": "(.+)\\1"},
            "Lower": {"type": "string", "pattern": "[a-z]+"},
        },
    });
    let bytes = model.to_string();
    let source = Source { file: "model.json", bytes: bytes.as_bytes() };
    let generated = generate(&source, &Options::default()).unwrap();
    let docs: Vec<&str> = generated.code.lines().filter(|line| line.contains("Pattern")).collect();
    let expected = [
        "    /// Pattern: `[a-z]+`.",
        "    /// Required. Length: 2 or more. Pattern (not checked): `(.+)\\1`.",
    ];
    assert_eq!(docs, expected);
    let reason = "it refers back to a group that can match many strings";
    let unchecked = [format!("pattern `(.+)\\1` of `Twice`: {reason}")];
    assert_eq!(generated.summary.unchecked, unchecked);
}
