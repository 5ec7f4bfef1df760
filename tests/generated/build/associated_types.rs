//! A model whose names are those of associated types, of functions and of the macros that derive
//! traits: for all kinds of items, to be generated with every option.

use serde_json::{Map, Value, json};

/// Associated types of the traits that generated code implements or names.
const ASSOCIATED: [&str; 10] =
    ["Err", "Error", "Fault", "Input", "Item", "Ok", "Output", "Owned", "Sdk", "Target"];

/// What structures are called beside these.
const STRUCTURES: [&str; 10] =
    ["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "New", "Ord", "PartialEq", "PartialOrd"];

/// Operations and shapes: two operations share all, so that in a folder no file has all it names.
pub(crate) fn model() -> (Value, Map<String, Value>) {
    let values: Vec<String> = ASSOCIATED
        .iter()
        .map(|name| name.to_uppercase())
        .chain(["V_A_L_U_E_S".to_owned()])
        .collect();
    let text = json!({"shape": "Text"});
    let members = |names: &[&str]| -> Map<String, Value> {
        names.iter().map(|name| (name.to_lowercase(), text.clone())).collect()
    };
    let mut shapes = Map::new();
    shapes.insert("Text".into(), json!({"type": "string", "max": 9}));
    shapes.insert("Kind".into(), json!({"type": "string", "enum": values}));
    let choice = json!({"type": "structure", "union": true, "members": members(&ASSOCIATED)});
    shapes.insert("Choice".into(), choice);
    let mut root = json!({"Kind": {"shape": "Kind"}, "Choice": {"shape": "Choice"}});
    for name in STRUCTURES {
        let held = json!({"Kind": {"shape": "Kind"}, "Text": text});
        let structure = json!({"type": "structure", "members": held, "required": ["Text"]});
        shapes.insert(name.into(), structure);
        root[format!("The{name}")] = json!({"shape": name});
    }
    shapes.insert("Root".into(), json!({"type": "structure", "members": root}));
    for name in ASSOCIATED {
        let members = members(&["message", "kind"]);
        shapes.insert(
            name.into(),
            json!({"type": "structure", "exception": true, "members": members}),
        );
    }
    let errors: Vec<Value> = ASSOCIATED.iter().map(|name| json!({"shape": name})).collect();
    let operation = |name: &str| {
        json!({
            "name": name, "http": {"method": "POST", "requestUri": "/"},
            "input": {"shape": "Root"}, "errors": errors,
        })
    };
    (json!({"Get": operation("Get"), "Put": operation("Put")}), shapes)
}
