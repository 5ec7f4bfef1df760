//! Random edits of a model's file.

use fastrand::Rng;
use serde_json::{Value, json};

/// A file with one to three random edits. The same random numbers give the same edits.
pub(crate) fn edited(text: &[u8], rng: &mut Rng) -> Vec<u8> {
    // Most edits of bytes fail in the JSON parser, so most edits are of values.
    if rng.u8(..5) == 0 {
        return edited_bytes(text, rng);
    }
    let Ok(mut model) = serde_json::from_slice::<Value>(text) else {
        return edited_bytes(text, rng);
    };
    for _ in 0..rng.u8(1..=3) {
        edit_value(&mut model, rng);
    }
    model.to_string().into_bytes()
}

fn edited_bytes(text: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut text = text.to_vec();
    for _ in 0..rng.u8(1..=3) {
        let (start, end) = range(text.len(), rng);
        match rng.u8(..5) {
            0 => text.iter_mut().skip(start).take(1).for_each(|byte| *byte ^= 1 << rng.u8(..8)),
            1 => text.iter_mut().skip(start).take(1).for_each(|byte| *byte = rng.u8(..)),
            2 => drop(text.drain(start..end)),
            3 => {
                let copy = text.get(start..end).unwrap_or_default().to_vec();
                drop(text.splice(end..end, copy));
            }
            _ => text.truncate(start),
        }
    }
    text
}

/// A range of at most 64 bytes within a text.
fn range(length: usize, rng: &mut Rng) -> (usize, usize) {
    let start = rng.usize(..=length);
    (start, length.min(start + rng.usize(..64)))
}

/// Edits one value of the model, or its place in the value that holds it.
fn edit_value(model: &mut Value, rng: &mut Rng) {
    let replacement = match rng.u8(..4) {
        0 => hazard(rng),
        1 => shape_name(model, rng),
        _ => model.pointer(&place(model, rng)).cloned().unwrap_or_default(),
    };
    let place = place(model, rng);
    let Some(value) = model.pointer_mut(&place) else { return };
    if rng.u8(..8) == 0 {
        return multiply(value, rng);
    }
    match (rng.u8(..6), value) {
        (0 | 1, Value::Object(entries)) => {
            if let Some(key) = rng.choice(entries.keys()).cloned() {
                entries.remove(&key);
            }
        }
        (0 | 1, Value::Array(entries)) if !entries.is_empty() => {
            entries.swap_remove(rng.usize(..entries.len()));
        }
        (2, Value::Object(entries)) => {
            let key = replacement.as_str().unwrap_or("members").to_owned();
            let old = rng.choice(entries.keys()).cloned();
            if let Some(value) = old.and_then(|old| entries.remove(&old)) {
                entries.insert(key, value);
            }
        }
        (3, Value::Object(entries)) => {
            let key = rng.choice(KEYS).copied().unwrap_or_default();
            entries.insert(key.to_owned(), replacement);
        }
        (3, Value::Array(entries)) => entries.push(replacement),
        (_, value) => *value = replacement,
    }
}

/// Repeats an entry under other names, which multiplies the cost of what the model says about it.
fn multiply(value: &mut Value, rng: &mut Rng) {
    let copies = 1 << rng.u8(..12);
    match value {
        Value::Object(entries) => {
            let entry = rng.choice(entries.iter()).map(|(key, value)| (key.clone(), value.clone()));
            let Some((key, value)) = entry else { return };
            entries.extend((0..copies).map(|index| (format!("{key}{index}"), value.clone())));
        }
        Value::Array(entries) => {
            let Some(entry) = rng.choice(entries.iter()).cloned() else { return };
            entries.extend((0..copies).map(|index| match &entry {
                Value::String(text) => json!(format!("{text}{index}")),
                entry => entry.clone(),
            }));
        }
        _ => {}
    }
}

/// A pointer to a value of the model, equally likely near its root or deep inside.
fn place(model: &Value, rng: &mut Rng) -> String {
    let mut pointer = String::new();
    let mut value = model;
    while rng.u8(..8) > 0 {
        let (key, inner) = match value {
            Value::Object(entries) => match rng.choice(entries) {
                Some((key, inner)) => (key.replace('~', "~0").replace('/', "~1"), inner),
                None => break,
            },
            Value::Array(entries) if !entries.is_empty() => {
                let index = rng.usize(..entries.len());
                (index.to_string(), &entries[index])
            }
            _ => break,
        };
        pointer = format!("{pointer}/{key}");
        value = inner;
    }
    pointer
}

/// The name of one of the model's shapes, which is well-formed wherever another name was.
fn shape_name(model: &Value, rng: &mut Rng) -> Value {
    let shapes = model.get("shapes").and_then(Value::as_object);
    let name = shapes.and_then(|shapes| rng.choice(shapes.keys()).cloned());
    name.map_or(Value::Null, Value::from)
}

/// Keys with a meaning to a reader.
const KEYS: &[&str] = &[
    "box",
    "deprecated",
    "document",
    "enum",
    "error",
    "event",
    "eventstream",
    "exception",
    "flattened",
    "jsonvalue",
    "key",
    "location",
    "locationName",
    "max",
    "member",
    "members",
    "min",
    "pattern",
    "payload",
    "queryName",
    "required",
    "sensitive",
    "shape",
    "sparse",
    "streaming",
    "target",
    "timestampFormat",
    "traits",
    "type",
    "union",
    "value",
    "smithy.api#documentation",
    "smithy.api#enumValue",
    "smithy.api#error",
    "smithy.api#jsonName",
    "smithy.api#length",
    "smithy.api#pattern",
    "smithy.api#range",
    "smithy.api#required",
    "smithy.api#sensitive",
    "smithy.api#sparse",
    "smithy.api#timestampFormat",
    "smithy.api#uniqueItems",
];

/// A value that is wrong everywhere, or at the edge of what is right.
fn hazard(rng: &mut Rng) -> Value {
    match rng.u8(..27) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(u64::MAX),
        4 => json!(i64::MIN),
        5 => json!(1e300),
        6 => json!(0.1),
        7 => json!(""),
        8 => json!("self"),
        9 => json!("Self"),
        10 => json!("r#type"),
        11 => json!("Option"),
        12 => json!("None"),
        13 => json!("Unknown"),
        14 => json!("9 lives"),
        15 => json!("\u{0}\u{202e}\"] */ } fn evil() {} //\r\n"),
        16 => json!("Z\u{fc}rich"),
        17 => json!("long".repeat(10_000)),
        18 => json!("[a-z"),
        19 => json!("(a{1,1000}){1,1000}"),
        20 => json!(["structure", "structure"]),
        21 => rng.choice(TYPES).map_or(Value::Null, |name| json!(name)),
        22 => json!({"type": rng.choice(TYPES)}),
        23 => {
            json!({"type": "structure", "members": {"a": {"shape": "String"}, "A": {"shape": "String"}}})
        }
        24 => json!("<ul><li>long <b>text</b>".repeat(4_000)),
        25 => (0..200).fold(json!([]), |inner, _| json!([inner])),
        _ => json!({}),
    }
}

/// The types of both formats.
const TYPES: &[&str] = &[
    "structure",
    "union",
    "list",
    "map",
    "string",
    "enum",
    "intEnum",
    "blob",
    "boolean",
    "integer",
    "long",
    "float",
    "double",
    "timestamp",
    "document",
    "bigDecimal",
    "character",
    "service",
    "operation",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_makes_the_same_edits() {
        let text = json!({"shapes": {"A": {"type": "list", "member": {"shape": "B"}}}}).to_string();
        let edits = |seed| edited(text.as_bytes(), &mut Rng::with_seed(seed));
        let all: std::collections::BTreeSet<Vec<u8>> = (0..200).map(edits).collect();
        assert_eq!(edits(7), edits(7));
        assert!(all.len() > 100, "{} different edits", all.len());
        assert!(all.iter().any(|text| serde_json::from_slice::<Value>(text).is_err()));
        assert!(all.iter().any(|text| serde_json::from_slice::<Value>(text).is_ok()));
    }
}
