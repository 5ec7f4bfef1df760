//! The schemas in a schema, of all keywords that the library writes.

use serde_json::Value;

/// The keywords whose value is a schema, if it is not a list or map of them.
const ONE: [&str; 3] = ["items", "additionalProperties", "propertyNames"];
const MANY: [&str; 2] = ["anyOf", "allOf"];
const BY_NAME: &str = "properties";

pub(super) fn parts(schema: &Value) -> impl Iterator<Item = &Value> {
    let one = ONE.iter().filter_map(|keyword| schema.get(*keyword));
    let many = MANY.iter().filter_map(|keyword| schema.get(*keyword)?.as_array()).flatten();
    let named = schema.get(BY_NAME).and_then(Value::as_object);
    one.chain(many).chain(named.into_iter().flat_map(|named| named.values()))
}

/// Calls `change` with each schema in a schema.
pub(super) fn for_parts(schema: &mut Value, change: &dyn Fn(&mut Value)) {
    let Value::Object(keywords) = schema else { return };
    for (keyword, value) in keywords.iter_mut() {
        match value {
            _ if ONE.contains(&keyword.as_str()) => change(value),
            Value::Array(many) if MANY.contains(&keyword.as_str()) => {
                many.iter_mut().for_each(change);
            }
            Value::Object(named) if keyword == BY_NAME => named.values_mut().for_each(change),
            _ => {}
        }
    }
}
