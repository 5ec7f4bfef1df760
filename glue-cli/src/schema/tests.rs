//! The schemas of all requests and answers of every published model: each is valid by the meta-schema
//! of its dialect, and stands alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use glue_codegen::inspect::{JsonSchema, SchemaContract, forms, json_schemas};
use glue_codegen::{Options, Source};
use serde_json::{Value, json};

use super::dialect::Dialect;
use super::parts::parts;
use super::{document, tool};
use crate::corpus::models;

#[test]
fn every_schema_is_valid_and_every_operation_is_a_tool() {
    let Some(models) = models() else { return };
    let (mut schemas, mut tools, mut keys) = (0, 0, BTreeSet::new());
    for path in &models {
        let bytes = fs::read(path).unwrap();
        let source = Source { file: "service-2.json", bytes: &bytes };
        let options = Options::default();
        let forms = forms(&source, &options).unwrap();
        let model = glue_model::read(&source).unwrap();
        let of = |contract, dialect: Dialect| {
            json_schemas(&source, &options, contract, dialect.references()).unwrap()
        };
        for dialect in [Dialect::Draft202012, Dialect::Draft07] {
            let all = of(SchemaContract::Read, dialect);
            write(path, &all, dialect);
            for operation in &forms.operations {
                for place in operation.input.into_iter().chain(operation.output) {
                    let document = document::alone(&all, &[place], dialect);
                    assert!(is_valid(&document, dialect), "{}: {document}", path.display());
                    stands_alone(&document, &document);
                    schemas += 1;
                }
            }
        }
        let written = of(SchemaContract::Written, Dialect::Draft202012);
        for operation in &forms.operations {
            let place = operation.input.as_slice();
            let schema =
                place.first().map(|_| document::alone(&written, place, Dialect::Draft202012));
            let tool = tool::document("mcp", &model, &operation.name, true, schema);
            let [name, text] = ["name", "description"].map(|key| tool[key].as_str().unwrap());
            assert_eq!(name, operation.name);
            assert!((1..=64).contains(&name.len()) && (1..=1_024).contains(&text.chars().count()));
            let schema = &tool["inputSchema"];
            assert!(is_valid(schema, Dialect::Draft202012), "{}: {schema}", path.display());
            assert_eq!(schema["type"], "object");
            keys.extend(odd_keys(&schema["properties"]).map(|key| format!("{name} {key}")));
            tools += 1;
        }
    }
    eprintln!("{} models, {schemas} schemas, {tools} tools; odd keys: {keys:?}", models.len());
}

fn is_valid(document: &Value, dialect: Dialect) -> bool {
    match dialect {
        Dialect::Draft07 => jsonschema::draft7::meta::is_valid(document),
        _ => jsonschema::draft202012::meta::is_valid(document),
    }
}

/// Every reference leads to a schema in the document.
fn stands_alone(schema: &Value, document: &Value) {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        assert!(document.pointer(&reference[1..]).is_some(), "{reference}");
    }
    parts(schema).for_each(|part| stands_alone(part, document));
    let definitions = ["$defs", "definitions"].map(|key| schema.get(key)?.as_object());
    for definition in definitions.into_iter().flatten().flat_map(|named| named.values()) {
        stands_alone(definition, document);
    }
}

/// Keys that not all APIs take in the schema of a tool.
fn odd_keys(properties: &Value) -> impl Iterator<Item = &String> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte);
    let keys = properties.as_object().unwrap().keys();
    keys.filter(move |key| !key.bytes().all(is_plain) || !(1..=64).contains(&key.len()))
}

/// Writes the schemas of a model into the folder that `GLUE_SCHEMAS` names, for other validators.
fn write(path: &Path, schemas: &[JsonSchema], dialect: Dialect) {
    let Some(folder) = std::env::var_os("GLUE_SCHEMAS") else { return };
    let mut all: serde_json::Map<String, Value> =
        schemas.iter().map(|one| (one.name.clone(), one.schema.clone())).collect();
    all.values_mut().for_each(|schema| dialect.convert(schema));
    let document = json!({"$schema": dialect.address(), dialect.definitions(): all});
    let folder = Path::new(&folder).join(dialect.definitions());
    fs::create_dir_all(&folder).unwrap();
    let name = path.iter().rev().skip(1).take(2).map(|part| part.to_str().unwrap());
    let name = name.collect::<Vec<_>>().join("_") + ".json";
    fs::write(folder.join(name), document.to_string()).unwrap();
}
