//! From a suite to a model in botocore's format.

use serde_json::{Map, Value, json};

/// The model of a service with the one operation that a case calls. What botocore's own tests do not
/// need is made up.
pub(crate) fn of(suite: &Value, given: &Value) -> Result<Value, &'static str> {
    let mut operation = given.as_object().ok_or("a case calls nothing")?.clone();
    let name = operation.get("name").and_then(Value::as_str).unwrap_or("OperationName").to_owned();
    let http = operation.entry("http").or_insert_with(|| json!({}));
    let http = http.as_object_mut().ok_or("`http` is no object")?;
    http.entry("method").or_insert("POST".into());
    http.entry("requestUri").or_insert("/".into());
    operation.insert("name".to_owned(), name.clone().into());
    let mut shapes = suite["shapes"].as_object().ok_or("a suite has no shapes")?.clone();
    for side in ["input", "output"] {
        move_payload(operation.get_mut(side), &mut shapes);
    }
    let locations = shapes.iter_mut().fold(Map::new(), modernize);
    for shape in shapes.values_mut() {
        locate_members(shape, &locations);
    }
    Ok(json!({
        "version": "2.0",
        "metadata": metadata(&suite["metadata"])?,
        "operations": {name: operation},
        "shapes": shapes,
    }))
}

fn metadata(suite: &Value) -> Result<Map<String, Value>, &'static str> {
    let mut metadata = suite.as_object().ok_or("a suite has no metadata")?.clone();
    let defaults = [
        ("apiVersion", "2014-01-01"),
        ("endpointPrefix", "example"),
        ("jsonVersion", "1.1"),
        ("serviceFullName", "Example"),
        ("serviceId", "Example"),
        ("signatureVersion", "v4"),
    ];
    for (key, value) in defaults {
        metadata.entry(key).or_insert(value.into());
    }
    Ok(metadata)
}

/// Older suites say which member is the payload where a shape is referred to; models say it at the
/// shape.
fn move_payload(reference: Option<&mut Value>, shapes: &mut Map<String, Value>) {
    let Some(reference) = reference.and_then(Value::as_object_mut) else {
        return;
    };
    let shape = reference.get("shape").and_then(Value::as_str).map(str::to_owned);
    let payload = reference.remove("payload");
    let shape = shape.and_then(|shape| shapes.get_mut(&shape)?.as_object_mut());
    if let (Some(shape), Some(payload)) = (shape, payload) {
        shape.insert("payload".to_owned(), payload);
    }
}

/// Takes out of a shape what only older suites have: characters, of which no model is left, and
/// locations, which stand at members now.
fn modernize(
    mut locations: Map<String, Value>,
    (name, shape): (&String, &mut Value),
) -> Map<String, Value> {
    if shape["type"] == "character" {
        shape["type"] = "string".into();
    }
    if let Some(location) = shape.as_object_mut().and_then(|shape| shape.remove("location")) {
        locations.insert(name.clone(), location);
    }
    locations
}

/// Puts locations of shapes to the members that refer to them.
fn locate_members(shape: &mut Value, locations: &Map<String, Value>) {
    for member in shape["members"].as_object_mut().into_iter().flat_map(Map::values_mut) {
        let location = member["shape"].as_str().and_then(|name| locations.get(name));
        if let (Some(member), Some(location)) = (member.as_object_mut(), location) {
            member.insert("location".to_owned(), location.clone());
        }
    }
}
