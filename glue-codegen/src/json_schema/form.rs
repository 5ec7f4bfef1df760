//! The schemas of members, entries, keys and values.

use std::collections::HashMap;

use proc_macro2::Ident;
use serde_json::{Value, json};

use crate::bug::bug;
use crate::plan::{Plan, SchemaConstraint, SchemaForm, Schemas, TypeItem};

/// Base64 with padding, a part of it or none, whose last letter has no bits that no byte has.
const BASE64: &str = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]={0,2}\
                      |[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=?)?$";

/// The first second of the year 0, and the first after the year 9999.
const FIRST: i64 = -62_167_219_200;
const END: i64 = 253_402_300_800;

/// Which values a schema is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaContract {
    /// Those that are read, in all forms that are taken.
    Read,
    /// Those that are written.
    Written,
}

/// Writes schemas of one contract.
pub(super) struct Renderer<'a> {
    contract: SchemaContract,
    references: &'a str,
    forms: HashMap<&'a Ident, &'a SchemaForm>,
    /// The names in the model by those in Rust.
    names: HashMap<&'a Ident, &'a str>,
}

impl<'a> Renderer<'a> {
    pub(super) fn new(
        plan: &'a Plan,
        schemas: &'a Schemas,
        contract: SchemaContract,
        references: &'a str,
    ) -> Self {
        let name = |item: &'a TypeItem| (item.name(), model_name(item));
        Self {
            contract,
            references,
            forms: schemas.forms.iter().map(|(name, form)| (name, form)).collect(),
            names: plan.types.iter().map(name).collect(),
        }
    }

    /// The reference to the schema of a shape: a JSON pointer in a URI.
    pub(super) fn reference(&self, name: &str) -> String {
        let mut reference = self.references.to_owned();
        for byte in name.replace('~', "~0").replace('/', "~1").bytes() {
            match byte {
                b'-' | b'.' | b'_' | b'~' => reference.push(char::from(byte)),
                _ if byte.is_ascii_alphanumeric() => reference.push(char::from(byte)),
                _ => reference.push_str(&format!("%{byte:02X}")),
            }
        }
        reference
    }

    /// The schema of a value.
    pub(super) fn schema(&self, form: &SchemaForm) -> Value {
        match form {
            SchemaForm::Named(name) => match self.forms.get(name) {
                Some(form) => self.schema(form),
                None => bug!("the plan has no form `{name}`"),
            },
            SchemaForm::Scalar(name) => self.scalar(name),
            SchemaForm::Type(name) => match self.names.get(name) {
                Some(name) => json!({"$ref": self.reference(name)}),
                None => bug!("the plan has no type `{name}`"),
            },
            SchemaForm::Foreign(path) => bug!("`{path}` is in place of a shape"),
            SchemaForm::List { entry, sparse } => {
                json!({"type": "array", "items": self.held(entry, *sparse)})
            }
            SchemaForm::Map { key, value, sparse } => {
                let value = self.held(value, *sparse);
                let mut schema = json!({"type": "object", "additionalProperties": value});
                let key = self.schema(key);
                if key != json!({"type": "string"}) {
                    schema["propertyNames"] = key;
                }
                schema
            }
            SchemaForm::Constrained(form, constraints) => {
                let form = self.resolved(form);
                let mut schema = self.schema(form);
                // Text that is percent-encoded has the constraints of other text.
                if !matches!(form, SchemaForm::Scalar("ENCODED_JSON")) {
                    constraints.iter().for_each(|one| constrain(&mut schema, form, one));
                }
                if matches!(form, SchemaForm::Scalar("F64")) {
                    drop_unreachable_texts(&mut schema);
                }
                add_type(&mut schema);
                schema
            }
        }
    }

    /// A form without a name of its own.
    fn resolved<'b>(&'b self, form: &'b SchemaForm) -> &'b SchemaForm {
        match form {
            SchemaForm::Named(name) => self.forms.get(name).copied().unwrap_or(form),
            form => form,
        }
    }

    /// The schema of an entry, which may be null in a sparse collection.
    fn held(&self, form: &SchemaForm, sparse: bool) -> Value {
        let schema = self.schema(form);
        if sparse { json!({"anyOf": [schema, {"type": "null"}]}) } else { schema }
    }

    fn scalar(&self, name: &str) -> Value {
        match name {
            "BOOLEAN" => json!({"type": "boolean"}),
            "I8" => integer("int8", i64::from(i8::MIN), i64::from(i8::MAX)),
            "I16" => integer("int16", i64::from(i16::MIN), i64::from(i16::MAX)),
            "I32" => integer("int32", i64::from(i32::MIN), i64::from(i32::MAX)),
            "I64" => integer("int64", i64::MIN, i64::MAX),
            "F64" => json!({"anyOf": [
                {"type": "number", "format": "double"},
                {"enum": ["NaN", "Infinity", "-Infinity"]},
            ]}),
            "TEXT" | "ENCODED_JSON" => json!({"type": "string"}),
            "JSON" => json!({"type": "string", "contentMediaType": "application/json"}),
            "BLOB" => json!({"type": "string", "contentEncoding": "base64", "pattern": BASE64}),
            "EPOCH_SECONDS" | "DATE_TIME" | "HTTP_DATE" => self.time(name),
            "DOCUMENT" => json!({}),
            other => bug!("no schema has the form `{other}`"),
        }
    }

    /// A time has one form to be written. To be read, it may be a number or text, where a number
    /// beyond the range is milliseconds.
    fn time(&self, name: &str) -> Value {
        let is_written = self.contract == SchemaContract::Written;
        let end = if is_written { END } else { END * 1_000 };
        let number = json!({"type": "number", "minimum": FIRST, "exclusiveMaximum": end});
        let date_time = json!({"type": "string", "format": "date-time"});
        let [first, second] = match name {
            "EPOCH_SECONDS" => [number, date_time],
            "DATE_TIME" => [date_time, number],
            _ => [json!({"type": "string"}), number],
        };
        if is_written { first } else { json!({"anyOf": [first, second]}) }
    }
}

fn integer(format: &str, min: i64, max: i64) -> Value {
    json!({"type": "integer", "format": format, "minimum": min, "maximum": max})
}

/// Adds a constraint to the schema of a form.
fn constrain(schema: &mut Value, form: &SchemaForm, constraint: &SchemaConstraint) {
    let is_blob = matches!(form, SchemaForm::Scalar("BLOB"));
    let (least, greatest) = match form {
        SchemaForm::List { .. } => ("minItems", "maxItems"),
        SchemaForm::Map { .. } => ("minProperties", "maxProperties"),
        _ => ("minLength", "maxLength"),
    };
    match constraint {
        // Base64, with padding or without, has four characters for three bytes.
        SchemaConstraint::Min(min) if is_blob => {
            schema[least] = min.saturating_mul(4).div_ceil(3).into();
        }
        SchemaConstraint::Max(max) if is_blob => {
            schema[greatest] = max.div_ceil(3).saturating_mul(4).into();
        }
        SchemaConstraint::Min(min) => schema[least] = (*min).into(),
        SchemaConstraint::Max(max) => schema[greatest] = (*max).into(),
        SchemaConstraint::Least(least) => tighten(schema, "minimum", *least, i64::max),
        SchemaConstraint::Greatest(most) => tighten(schema, "maximum", *most, i64::min),
        SchemaConstraint::LeastFloat(least) => schema["anyOf"][0]["minimum"] = json!(least),
        SchemaConstraint::GreatestFloat(most) => schema["anyOf"][0]["maximum"] = json!(most),
        SchemaConstraint::Known(values) => {
            schema["anyOf"] = json!([{"enum": values}, {"type": "integer"}]);
        }
        SchemaConstraint::Pattern(pattern) => schema["pattern"] = pattern.clone().into(),
        SchemaConstraint::JavaPattern(pattern) => {
            schema["description"] = format!(
                "Must match the pattern {pattern} of java.util.regex, which is not checked here."
            )
            .into();
        }
        SchemaConstraint::Unique => schema["uniqueItems"] = true.into(),
    }
}

fn tighten(schema: &mut Value, key: &str, bound: i64, choose: fn(i64, i64) -> i64) {
    let own = schema[key].as_i64().unwrap_or(bound);
    schema[key] = choose(own, bound).into();
}

/// Adds the type of a reference to text that keywords of text are beside: strict validators do not
/// look for it elsewhere.
fn add_type(schema: &mut Value) {
    let has = |keyword: &&str| schema.get(keyword).is_some();
    if has(&"$ref") && ["minLength", "maxLength", "pattern"].iter().any(has) {
        schema["type"] = "string".into();
    }
}

/// The texts that stand for numbers that JSON has not are outside of bounds: NaN of any, and each
/// infinity of the one on its side.
fn drop_unreachable_texts(schema: &mut Value) {
    let Some(number) = schema.pointer("/anyOf/0") else { return };
    let (has_min, has_max) = (number.get("minimum").is_some(), number.get("maximum").is_some());
    let texts: Vec<&str> =
        [("NaN", !has_min && !has_max), ("Infinity", !has_max), ("-Infinity", !has_min)]
            .into_iter()
            .filter_map(|(text, is_within)| is_within.then_some(text))
            .collect();
    *schema = match texts.is_empty() {
        true => number.clone(),
        false => json!({"anyOf": [number, {"enum": texts}]}),
    };
}

/// The name in the model.
pub(super) fn model_name(item: &TypeItem) -> &str {
    match item {
        TypeItem::Structure(structure) => &structure.model_name,
        TypeItem::Union(union) => &union.model_name,
        TypeItem::Enum(item) => &item.model_name,
    }
}
