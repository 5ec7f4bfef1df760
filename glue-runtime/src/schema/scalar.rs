//! The schemas of numbers and times.

use schemars::Schema;
use schemars::generate::Contract;
use serde_json::{Value, json};

use super::object::object;

/// A whole number.
#[derive(Clone, Copy)]
pub(super) struct Integer {
    format: &'static str,
    pub(super) min: i64,
    pub(super) max: i64,
    /// The numbers that the model names.
    pub(super) known: &'static [i32],
}

impl Integer {
    pub(super) const fn of(bits: u32, format: &'static str) -> Self {
        let unused = i64::BITS - bits;
        Self { format, min: i64::MIN >> unused, max: i64::MAX >> unused, known: &[] }
    }

    pub(super) fn schema(self) -> Schema {
        let Self { format, min, max, known } = self;
        let mut schema = object(json!({
            "type": "integer", "format": format, "minimum": min, "maximum": max,
        }));
        if !known.is_empty() {
            schema.insert("anyOf".into(), json!([{"enum": known}, {"type": "integer"}]));
        }
        schema
    }
}

/// A floating-point number, or the text that stands for one that JSON has not. NaN is outside of
/// any bounds.
pub(super) fn float(min: Option<f64>, max: Option<f64>) -> Schema {
    let mut number = json!({"type": "number", "format": "double"});
    for (key, bound) in [("minimum", min), ("maximum", max)] {
        if let Some(bound) = bound {
            number[key] = json!(bound);
        }
    }
    let texts: Vec<&str> = [
        ("NaN", min.is_none() && max.is_none()),
        ("Infinity", max.is_none()),
        ("-Infinity", min.is_none()),
    ]
    .into_iter()
    .filter_map(|(text, is_within)| is_within.then_some(text))
    .collect();
    match texts.is_empty() {
        true => object(number),
        false => object(json!({"anyOf": [number, {"enum": texts}]})),
    }
}

/// The lengths of base64, with padding or without, of bytes within bounds. The greatest length is
/// that of up to two more bytes: characters come in groups of four.
pub(super) fn base64_lengths(min: Option<u64>, max: Option<u64>) -> (Option<u64>, Option<u64>) {
    let least = min.map(|min| min.saturating_mul(4).div_ceil(3));
    let greatest = max.map(|max| max.div_ceil(3).saturating_mul(4));
    (least, greatest)
}

/// The form in which a time is written.
#[derive(Clone, Copy)]
pub(super) enum TimeForm {
    EpochSeconds,
    DateTime,
    HttpDate,
}

/// The first second of the year 0, and the first after the year 9999.
const FIRST: i64 = -62_167_219_200;
const END: i64 = 253_402_300_800;

impl TimeForm {
    /// To be written, it has one form. To be read, it may be a number or text, where a number beyond
    /// the range is milliseconds.
    pub(super) fn schema(self, contract: &Contract) -> Schema {
        let end = if contract.is_serialize() { END } else { END * 1_000 };
        let number = json!({"type": "number", "minimum": FIRST, "exclusiveMaximum": end});
        let date_time = json!({"type": "string", "format": "date-time"});
        let forms = match self {
            Self::EpochSeconds => [number, date_time],
            Self::DateTime => [date_time, number],
            Self::HttpDate => [json!({"type": "string"}), number],
        };
        let [first, second] = forms;
        object(match contract.is_serialize() {
            true => first,
            false => Value::from_iter([("anyOf", Value::from(vec![first, second]))]),
        })
    }
}
