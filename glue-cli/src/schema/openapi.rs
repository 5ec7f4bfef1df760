//! OpenAPI 3.0, whose schemas are an older dialect without some keywords.

use serde_json::{Map, Value, json};

/// Turns a schema of 2020-12 into one of OpenAPI 3.0, whose parts are turned already.
pub(super) fn convert(schema: &mut Value) {
    let Value::Object(keywords) = schema else { return };
    exclusive_bound(keywords);
    content(keywords);
    null(keywords);
    typed(keywords);
    // It has no keyword for the keys of maps, but takes any whose name begins like this.
    if let Some(names) = keywords.remove("propertyNames") {
        keywords.insert("x-propertyNames".to_owned(), names);
    }
}

/// Whether a bound is exclusive is a keyword beside the bound.
fn exclusive_bound(keywords: &mut Map<String, Value>) {
    if let Some(bound) = keywords.remove("exclusiveMaximum") {
        keywords.insert("maximum".to_owned(), bound);
        keywords.insert("exclusiveMaximum".to_owned(), true.into());
    }
}

/// What text holds is a format.
fn content(keywords: &mut Map<String, Value>) {
    if keywords.remove("contentEncoding").is_some() {
        keywords.insert("format".to_owned(), "byte".into());
    }
    if keywords.remove("contentMediaType").is_some() {
        keywords.insert("format".to_owned(), "json".into());
    }
}

/// There is no type of null alone; a type may allow it.
fn null(keywords: &mut Map<String, Value>) {
    if keywords.get("type") == Some(&json!("null")) {
        keywords.insert("type".to_owned(), "string".into());
        keywords.insert("nullable".to_owned(), true.into());
        keywords.insert("enum".to_owned(), json!([null]));
    }
}

/// The type of values that are listed, which not all tools find out.
fn typed(keywords: &mut Map<String, Value>) {
    let Some(Value::Array(values)) = keywords.get("enum") else { return };
    let kind = if values.iter().all(Value::is_i64) { "integer" } else { "string" };
    keywords.entry("type").or_insert_with(|| kind.into());
}
