//! JSON Schemas without generated code say what those of generated types say.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::Path;

use glue_codegen::inspect::{JsonSchema, SchemaContract, json_schemas};
use glue_codegen::{Options, Source};
use serde_json::{Value, json};

fn feature(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/features/schemars");
    fs::read_to_string(folder.join(file)).unwrap()
}

fn schemas(contract: SchemaContract) -> Vec<JsonSchema> {
    let model = feature("model.json");
    let source = Source { file: "model.json", bytes: model.as_bytes() };
    json_schemas(&source, &Options::default(), contract, "#/$defs/").unwrap()
}

/// As it is without a definition of `Blob`, and with `{}` for anything.
fn normal(schema: &Value, blob: &Value) -> Value {
    match schema {
        Value::Object(members) if members.get("$ref") == Some(&json!("#/$defs/Blob")) => {
            let mut merged = blob.clone();
            let others = members.iter().filter(|(key, _)| *key != "$ref");
            others.for_each(|(key, value)| merged[key] = value.clone());
            merged
        }
        Value::Object(members) => {
            let normal = |(key, value): (&String, &Value)| match (key.as_str(), value) {
                ("uniqueItems" | "deprecated", value) => (key.clone(), value.clone()),
                (_, Value::Bool(true)) => (key.clone(), json!({})),
                (_, value) => (key.clone(), normal(value, blob)),
            };
            members.iter().map(normal).collect()
        }
        Value::Array(entries) => entries.iter().map(|entry| normal(entry, blob)).collect(),
        other => other.clone(),
    }
}

#[test]
fn they_are_those_of_generated_types() {
    let snapshot = feature("to_read.snap");
    let (_, json) = snapshot.split_once("\n---\n").unwrap();
    let mut expected: Value = serde_json::from_str(json).unwrap();
    let object = expected.as_object_mut().unwrap();
    let mut definitions = object.remove("$defs").unwrap();
    let title = object.remove("title").unwrap();
    object.remove("$schema");
    definitions[title.as_str().unwrap()] = expected;
    let mut definitions = definitions.as_object().unwrap().clone();
    let blob = definitions.remove("Blob").unwrap();

    let schemas = schemas(SchemaContract::Read);
    assert!(definitions.len() > 3, "{definitions:?}");
    for (name, expected) in &definitions {
        let found = schemas.iter().find(|one| one.name == *name).unwrap();
        assert_eq!(found.schema, normal(expected, &blob), "{name}");
    }
}

#[test]
fn what_is_written_has_one_form() {
    let schemas = schemas(SchemaContract::Written);
    let input = schemas.iter().find(|one| one.name == "PutOrderInput").unwrap();
    let member = |name: &str| &input.schema["properties"][name];
    assert_eq!(*member("Paid"), json!({"type": "string", "format": "date-time"}));
    assert_eq!(*member("Seen"), json!({"type": "string"}));
}
