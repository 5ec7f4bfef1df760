//! Types keep their names when a model or a selection of operations grows.

use glue_codegen::{Diagnostics, Generated, Options, Selection, Source, generate};
use serde_json::{Value, json};

/// A model with an operation `Get` that reaches a shape called like the errors of `Put`.
fn model() -> Value {
    json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2026-01-01", "endpointPrefix": "toys", "protocol": "json",
            "jsonVersion": "1.1", "serviceFullName": "Example Toys", "serviceId": "Toys",
            "signatureVersion": "v4", "targetPrefix": "Toys", "uid": "toys-2026-01-01",
        },
        "operations": {
            "Get": {
                "name": "Get", "http": {"method": "POST", "requestUri": "/"},
                "output": {"shape": "Got"},
            },
            "Put": {"name": "Put", "http": {"method": "POST", "requestUri": "/"}},
        },
        "shapes": {
            "Got": {"type": "structure", "members": {"Failure": {"shape": "PutError"}}},
            "PutError": {"type": "structure", "members": {}},
        },
    })
}

fn generated(model: &Value, operations: Selection) -> Result<Generated, Diagnostics> {
    let bytes = model.to_string();
    let mut options = Options::default();
    options.operations = operations;
    generate(&Source { file: "model.json", bytes: bytes.as_bytes() }, &options)
}

/// The types of generated code, in order.
fn types(code: &str) -> Vec<&str> {
    let names = code.lines().filter_map(|line| {
        let name = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum "))?;
        name.split([' ', ';']).next()
    });
    names.collect()
}

#[test]
fn a_shape_gives_way_to_an_operation_and_its_errors() {
    let all = generated(&model(), Selection::All).unwrap();
    let names = ["Get", "GetError", "Put", "PutError", "Got", "PutErrorShape"];
    assert_eq!(types(&all.code), names);
    assert_eq!(all.summary.renamed, ["shape `PutError` is `PutErrorShape`: `PutError` is taken"]);
}

#[test]
fn selecting_more_operations_renames_nothing() {
    let some = generated(&model(), Selection::Named(vec!["Get".to_owned()])).unwrap();
    assert_eq!(types(&some.code), ["Get", "GetError", "Got", "PutErrorShape"]);
}

#[test]
fn a_shape_that_comes_later_renames_nothing() {
    let mut newer = model();
    for name in ["Get", "GetError", "GetErrorShape"] {
        newer["shapes"][name] = json!({"type": "structure", "members": {}});
        newer["shapes"]["Got"]["members"][name] = json!({"shape": name});
    }
    let code = generated(&newer, Selection::All).unwrap().code;
    let names = types(&code);
    let added = ["GetShape", "GetErrorShape", "GetErrorShape2"];
    assert!(added.iter().all(|name| names.contains(name)), "{names:?}");
    let old = generated(&model(), Selection::All).unwrap().code;
    assert!(types(&old).iter().all(|name| names.contains(name)), "{names:?}");
}
