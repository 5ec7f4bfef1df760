//! OpenAPI 3.0, whose schemas are an older dialect without some keywords.

use serde_json::{Map, Value, json};

use crate::diff::markdown_text::code_span;

/// Turns a schema of 2020-12 into one of OpenAPI 3.0, whose parts are turned already.
pub(super) fn convert(schema: &mut Value) {
    let Value::Object(keywords) = schema else { return };
    exclusive_bound(keywords);
    content(keywords);
    null(keywords);
    typed(keywords);
    keys(keywords);
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

/// There is no keyword for the keys of maps, but any whose name begins with `x-` is taken. What it
/// demands is in the description, because tools do not know it.
fn keys(keywords: &mut Map<String, Value>) {
    let Some(keys) = keywords.remove("propertyNames") else { return };
    let own = keywords.get("description").and_then(Value::as_str).map(str::to_owned);
    let paragraphs: Vec<String> = own.into_iter().chain(demanded(&keys)).collect();
    if !paragraphs.is_empty() {
        keywords.insert("description".to_owned(), paragraphs.join("\n\n").into());
    }
    keywords.insert("x-propertyNames".to_owned(), keys);
}

/// What a schema demands of keys, in words.
fn demanded(keys: &Value) -> Option<String> {
    let number = |keyword| keys.get(keyword).and_then(Value::as_u64);
    let length = match (number("minLength"), number("maxLength")) {
        (Some(min), Some(max)) => Some(format!("have a length between {min} and {max}")),
        (Some(min), None) => Some(format!("have a length of at least {min}")),
        (None, Some(max)) => Some(format!("have a length of at most {max}")),
        (None, None) => None,
    };
    let pattern = keys.get("pattern").and_then(Value::as_str);
    let pattern = pattern.map(|pattern| format!("match the pattern {}", code_span(pattern)));
    let demands: Vec<String> = length.into_iter().chain(pattern).collect();
    let demands = (!demands.is_empty())
        .then(|| format!("Each key must {}, which is not checked here.", demands.join(" and ")));
    // The pattern that ECMAScript has no equal of.
    let text = keys.get("description").and_then(Value::as_str);
    let text = text.map(|text| format!("Of each key: {text}"));
    let sentences: Vec<String> = demands.into_iter().chain(text).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}
