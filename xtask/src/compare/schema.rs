//! A model as JSON Schema, draft 7: a definition for each shape, as far as the schema can express
//! it.

use glue_model::{Bounds, Constraints, Member, Model, Number, Shape, ShapeKind};
use serde_json::{Map, Value, json};

/// The schema of all shapes of a model.
pub(super) fn of(model: &Model) -> Value {
    let definitions: Map<String, Value> =
        model.shapes().map(|(_, shape)| (shape.name.clone(), definition(model, shape))).collect();
    json!({"$schema": "http://json-schema.org/draft-07/schema#", "definitions": definitions})
}

fn definition(model: &Model, shape: &Shape) -> Value {
    let schema = match &shape.kind {
        ShapeKind::Boolean => json!({"type": "boolean"}),
        ShapeKind::Byte => json!({"type": "integer", "format": "int8"}),
        ShapeKind::Short => json!({"type": "integer", "format": "int16"}),
        ShapeKind::Integer => json!({"type": "integer", "format": "int32"}),
        ShapeKind::Long => json!({"type": "integer", "format": "int64"}),
        ShapeKind::BigInteger => json!({"type": "integer"}),
        ShapeKind::Float => json!({"type": "number", "format": "float"}),
        ShapeKind::Double | ShapeKind::BigDecimal | ShapeKind::Timestamp => {
            json!({"type": "number", "format": "double"})
        }
        ShapeKind::String | ShapeKind::Blob => json!({"type": "string"}),
        ShapeKind::Enum(values) => {
            let values: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
            json!({"type": "string", "enum": values})
        }
        ShapeKind::IntEnum(_) => json!({"type": "integer", "format": "int32"}),
        ShapeKind::List(list) => {
            json!({"type": "array", "items": reference(model, &list.member)})
        }
        ShapeKind::Map(map) => {
            json!({"type": "object", "additionalProperties": reference(model, &map.value)})
        }
        ShapeKind::Structure(structure) => object(model, &structure.members),
        ShapeKind::Union(union) => {
            let variants: Vec<Value> =
                union.members.iter().map(|member| variant(model, member)).collect();
            json!({"oneOf": variants})
        }
        // A document can be anything.
        _ => json!({}),
    };
    let Value::Object(mut schema) = schema else { return schema };
    constrain(&mut schema, &shape.kind, &shape.constraints);
    describe(&mut schema, shape.documentation.as_deref());
    schema.into()
}

fn object(model: &Model, members: &[Member]) -> Value {
    let properties: Map<String, Value> =
        members.iter().map(|member| (key(member).to_owned(), reference(model, member))).collect();
    let required: Vec<&str> = members.iter().filter(|one| one.required).map(key).collect();
    json!({"type": "object", "properties": properties, "required": required})
}

fn variant(model: &Model, member: &Member) -> Value {
    let properties = Map::from_iter([(key(member).to_owned(), reference(model, member))]);
    json!({
        "type": "object",
        "properties": properties,
        "required": [key(member)],
        "additionalProperties": false,
    })
}

/// The name on the wire.
fn key(member: &Member) -> &str {
    member.location_name.as_deref().unwrap_or(&member.name)
}

fn reference(model: &Model, member: &Member) -> Value {
    let name = &model.shape(member.target).name;
    let mut schema = Map::from_iter([("$ref".to_owned(), format!("#/definitions/{name}").into())]);
    describe(&mut schema, member.documentation.as_deref());
    schema.into()
}

fn describe(schema: &mut Map<String, Value>, documentation: Option<&str>) {
    if let Some(text) = documentation {
        schema.insert("description".to_owned(), text.into());
    }
}

/// Adds the constraints of a shape, except for the length of a blob: the schema only knows its
/// text.
fn constrain(schema: &mut Map<String, Value>, kind: &ShapeKind, constraints: &Constraints) {
    let length = match kind {
        ShapeKind::String => Some(["minLength", "maxLength"]),
        ShapeKind::List(_) => Some(["minItems", "maxItems"]),
        ShapeKind::Map(_) => Some(["minProperties", "maxProperties"]),
        _ => None,
    };
    if let (Some(keys), Some(bounds)) = (length, constraints.length) {
        limit(schema, keys, bounds, Value::from);
    }
    if let Some(bounds) = constraints.range {
        limit(schema, ["minimum", "maximum"], bounds, |number| match number {
            Number::Integer(value) => value.into(),
            Number::Float(value) => value.into(),
        });
    }
    if let (ShapeKind::String, Some(pattern)) = (kind, &constraints.pattern) {
        schema.insert("pattern".to_owned(), format!("^(?:{pattern})$").into());
    }
    if constraints.unique_items {
        schema.insert("uniqueItems".to_owned(), true.into());
    }
}

fn limit<T>(
    schema: &mut Map<String, Value>,
    [least, greatest]: [&str; 2],
    bounds: Bounds<T>,
    number: impl Fn(T) -> Value,
) {
    for (key, bound) in [(least, bounds.min), (greatest, bounds.max)] {
        if let Some(bound) = bound {
            schema.insert(key.to_owned(), number(bound));
        }
    }
}

#[cfg(test)]
mod tests {
    use glue_model::{Source, read};

    use super::*;

    #[test]
    fn every_shape_has_a_definition_with_its_constraints() {
        let model = json!({
            "metadata": {
                "apiVersion": "2020-02-02", "endpointPrefix": "toy", "jsonVersion": "1.1",
                "protocol": "json", "serviceFullName": "Toy Service", "serviceId": "Toy",
            },
            "operations": {},
            "shapes": {
                "Name": {"type": "string", "min": 1, "max": 9, "pattern": "a|b"},
                "Size": {"type": "string", "enum": ["S", "L"]},
                "Count": {"type": "integer", "min": 0},
                "Names": {"type": "list", "member": {"shape": "Name"}, "max": 3},
                "Sizes": {"type": "map", "key": {"shape": "Name"}, "value": {"shape": "Size"}},
                "Toy": {"type": "structure", "required": ["Name"], "members": {
                    "Name": {"shape": "Name", "documentation": "What it is called."},
                    "Parts": {"shape": "Names", "locationName": "parts"},
                }},
                "Either": {"type": "structure", "union": true, "members": {
                    "Left": {"shape": "Count"},
                }},
            },
        });
        let text = model.to_string();
        let model = read(&Source { file: "toy.json", bytes: text.as_bytes() }).unwrap();
        let expected = json!({
            "Name": {"type": "string", "minLength": 1, "maxLength": 9, "pattern": "^(?:a|b)$"},
            "Size": {"type": "string", "enum": ["S", "L"]},
            "Count": {"type": "integer", "format": "int32", "minimum": 0},
            "Names": {"type": "array", "items": {"$ref": "#/definitions/Name"}, "maxItems": 3},
            "Sizes": {"type": "object", "additionalProperties": {"$ref": "#/definitions/Size"}},
            "Toy": {
                "type": "object",
                "properties": {
                    "Name": {
                        "$ref": "#/definitions/Name",
                        "description": "What it is called.",
                    },
                    "parts": {"$ref": "#/definitions/Names"},
                },
                "required": ["Name"],
            },
            "Either": {"oneOf": [{
                "type": "object",
                "properties": {"Left": {"$ref": "#/definitions/Count"}},
                "required": ["Left"],
                "additionalProperties": false,
            }]},
        });
        assert_eq!(of(&model)["definitions"], expected);
    }
}
