//! Schemas that stand alone, with all that they refer to.

use std::collections::BTreeMap;

use glue_codegen::inspect::JsonSchema;
use serde_json::{Map, Value, json};

use super::dialect::Dialect;
use super::parts::parts;

/// A schema that stands alone: what is named at its top, and everything that it refers to.
pub(super) fn alone(schemas: &[JsonSchema], roots: &[usize], dialect: Dialect) -> Value {
    let mut definitions = reached(schemas, roots);
    let mut document = match roots {
        [root] => {
            let root = schemas.get(*root);
            let mut own = root.map(|root| root.schema.clone()).unwrap_or_default();
            if let Some(root) = root {
                if !is_named(&definitions, &root.reference) {
                    definitions.remove(&root.name);
                }
                own["title"] = root.name.clone().into();
            }
            own
        }
        roots => {
            let named = roots.iter().filter_map(|root| schemas.get(*root));
            let any: Vec<Value> = named.map(|one| json!({"$ref": one.reference})).collect();
            json!({"anyOf": any})
        }
    };
    dialect.convert(&mut document);
    definitions.values_mut().for_each(|schema| dialect.convert(schema));
    if let Some(address) = dialect.address() {
        document["$schema"] = address.into();
    }
    if !definitions.is_empty() {
        document[dialect.definitions()] = definitions.into();
    }
    document
}

/// The object `components` of OpenAPI.
pub(super) fn components(schemas: &[JsonSchema], roots: &[usize], dialect: Dialect) -> Value {
    let mut definitions = reached(schemas, roots);
    definitions.values_mut().for_each(|schema| dialect.convert(schema));
    json!({"components": {"schemas": definitions}})
}

/// Whether a schema has a reference.
fn is_named(schemas: &Map<String, Value>, reference: &str) -> bool {
    let mut found = Vec::new();
    schemas.values().for_each(|schema| find(schema, &mut found));
    found.contains(&reference)
}

/// The schemas that these lead to, and these, by their names.
fn reached(schemas: &[JsonSchema], roots: &[usize]) -> Map<String, Value> {
    let by_reference: BTreeMap<&str, &JsonSchema> =
        schemas.iter().map(|one| (one.reference.as_str(), one)).collect();
    let roots = roots.iter().filter_map(|root| schemas.get(*root));
    let mut open: Vec<&str> = roots.map(|root| root.reference.as_str()).collect();
    let mut reached = Map::new();
    while let Some(reference) = open.pop() {
        let Some(one) = by_reference.get(reference) else { continue };
        if !reached.contains_key(&one.name) {
            find(&one.schema, &mut open);
            reached.insert(one.name.clone(), one.schema.clone());
        }
    }
    reached
}

/// Adds the references that a schema has.
fn find<'a>(schema: &'a Value, references: &mut Vec<&'a str>) {
    references.extend(schema.get("$ref").and_then(Value::as_str));
    parts(schema).for_each(|part| find(part, references));
}
