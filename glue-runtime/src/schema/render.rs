//! The schema of a [`Form`].

use schemars::{Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::form::{Form, Kind};
use super::object::object;
use super::scalar;
use crate::blob::Blob;

/// The keywords of text alone.
const TEXTUAL: [&str; 3] = ["minLength", "maxLength", "pattern"];

impl Form {
    /// The schema.
    pub(crate) fn schema(&self, generator: &mut SchemaGenerator) -> Schema {
        let mut schema = match self.kind {
            Kind::Boolean => object(json!({"type": "boolean"})),
            Kind::Integer(integer) => integer.schema(),
            Kind::Float { min, max } => scalar::float(min, max),
            Kind::Text => object(json!({"type": "string"})),
            Kind::Json => object(json!({"type": "string", "contentMediaType": "application/json"})),
            Kind::EncodedJson => return object(json!({"type": "string"})),
            Kind::Blob => generator.subschema_for::<Blob>(),
            Kind::Time(time) => time.schema(generator.contract()),
            Kind::Type(subschema) => subschema(generator),
            Kind::List { entry, sparse } => {
                let entry = entry.held(sparse, generator);
                object(json!({"type": "array", "items": entry}))
            }
            Kind::Map { key, value, sparse } => {
                let value = value.held(sparse, generator);
                let mut schema = json!({"type": "object", "additionalProperties": value});
                let key = key.schema(generator);
                if key != object(json!({"type": "string"})) {
                    schema["propertyNames"] = key.to_value();
                }
                object(schema)
            }
        };
        self.constrain(&mut schema);
        schema
    }

    /// The schema of an entry, which may be null in a sparse collection.
    fn held(&self, sparse: bool, generator: &mut SchemaGenerator) -> Schema {
        let schema = self.schema(generator);
        match sparse {
            true => object(json!({"anyOf": [schema, {"type": "null"}]})),
            false => schema,
        }
    }

    fn constrain(&self, schema: &mut Schema) {
        let (least, greatest) = match self.kind {
            Kind::List { .. } => ("minItems", "maxItems"),
            Kind::Map { .. } => ("minProperties", "maxProperties"),
            _ => ("minLength", "maxLength"),
        };
        let (min, max) = match self.kind {
            Kind::Blob => scalar::base64_lengths(self.min, self.max),
            _ => (self.min, self.max),
        };
        let description = self.java_pattern.map(|pattern| {
            format!(
                "Must match the pattern {pattern} of java.util.regex, which is not checked here."
            )
        });
        let parts = [
            (least, min.map(Value::from)),
            (greatest, max.map(Value::from)),
            ("pattern", self.pattern.map(Value::from)),
            ("uniqueItems", self.unique.then_some(Value::from(true))),
            ("description", description.map(Value::from)),
        ];
        for (key, value) in parts {
            if let Some(value) = value {
                schema.insert(key.to_owned(), value);
            }
        }
        // The type of a reference is elsewhere, where strict validators do not look for it.
        if schema.get("$ref").is_some() && TEXTUAL.iter().any(|key| schema.get(*key).is_some()) {
            schema.insert("type".to_owned(), "string".into());
        }
    }
}
