//! Schemas of errors, whose bodies say which one they are.

use serde_json::{Value, json};

use crate::sample::toy;
use crate::support::Playground;

/// The schema of the errors of an operation with `Busy`, which is `AWS.Toy.Busy` on the wire, and
/// `Lost`, which has a member of its own.
fn schema(arguments: &[&str]) -> Value {
    let shapes = json!({
        "Question": {"type": "structure", "members": {}},
        "Busy": {
            "type": "structure", "exception": true, "error": {"code": "AWS.Toy.Busy"},
            "members": {"Message": {"shape": "Text"}},
        },
        "Lost": {
            "type": "structure", "exception": true, "members": {"Names": {"shape": "Names"}},
        },
        "Names": {"type": "list", "member": {"shape": "Text"}},
        "Text": {"type": "string"},
    });
    let playground = Playground::new();
    playground.write("model.json", toy::model(&shapes).to_string());
    let command = ["schema", "--model", "model.json", "--operation", "Ask"];
    let run = playground.run([&command, arguments].concat());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    serde_json::from_str(&run.stdout).unwrap()
}

/// Bodies, and whether they are valid as any error, as `Busy` and as `Lost`.
fn bodies() -> [(Value, [bool; 3]); 10] {
    [
        (json!({"Names": ["a"]}), [true, true, true]),
        (json!({"Names": "a"}), [true, true, false]),
        (json!({"__type": "Lost", "Names": ["a"]}), [true, false, true]),
        (json!({"__type": "Lost", "Names": "a"}), [false, false, false]),
        (json!({"__type": "com.toy#Lost:http://toy/#x", "Names": "a"}), [false, false, false]),
        (json!({"__type": "com.toy#AWS.Toy.Busy:http://toy/"}), [true, true, false]),
        (json!({"__type": "Busy", "Names": "a"}), [true, true, false]),
        (json!({"__type": "AWS_Toy_Busy"}), [false, false, false]),
        (json!({"__type": "NotBusy"}), [false, false, false]),
        (json!({"__type": 5}), [false, false, false]),
    ]
}

#[test]
fn a_body_that_names_an_error_is_valid_as_that_one_alone() {
    for dialect in ["2020-12", "draft-07"] {
        let schemas = ["--error", "--error=Busy", "--error=Lost"];
        let schemas = schemas.map(|side| schema(&[side, "--dialect", dialect]));
        let validators = schemas.map(|schema| jsonschema::validator_for(&schema).unwrap());
        for (body, expected) in bodies() {
            let found = validators.each_ref().map(|validator| validator.is_valid(&body));
            assert_eq!(found, expected, "{dialect} {body}");
        }
    }
}

#[test]
fn components_of_openapi_have_the_names_of_errors() {
    for dialect in ["openapi-3.0", "openapi-3.1"] {
        let all = schema(&["--error", "--dialect", dialect]);
        let schemas = &all["components"]["schemas"];
        let pattern = |name: &str| schemas[name]["properties"]["__type"].clone();
        assert_eq!(
            pattern("Lost"),
            json!({"type": "string", "pattern": "^(?:[^#:]*#)?(?:Lost)(?::.*)?$"})
        );
        assert_eq!(pattern("Busy")["pattern"], r"^(?:[^#:]*#)?(?:AWS\.Toy\.Busy|Busy)(?::.*)?$");
    }
}
