//! Floating-point numbers, with the values that JSON has no number for.

use std::fmt;

use serde_core::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde_core::ser::Serializer;

use super::Codec;
use crate::arbitrary_precision::arbitrary_precision;
use crate::wire::refusal::unexpected_text;

/// A floating-point number; NaN and the infinities travel as strings.
pub struct Float;

const NAN: &str = "NaN";
const INFINITY: &str = "Infinity";
const NEGATIVE_INFINITY: &str = "-Infinity";

impl Codec<f64> for Float {
    read_into!(f64: FloatVisitor);

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
        from.deserialize_any(FloatVisitor)
    }

    fn write<S: Serializer>(value: &f64, to: S) -> Result<S::Ok, S::Error> {
        match special(*value) {
            Some(name) => to.serialize_str(name),
            None => to.serialize_f64(*value),
        }
    }
}

fn special(value: f64) -> Option<&'static str> {
    if value.is_finite() {
        None
    } else if value.is_nan() {
        Some(NAN)
    } else if value > 0.0 {
        Some(INFINITY)
    } else {
        Some(NEGATIVE_INFINITY)
    }
}

struct FloatVisitor;

impl<'de> Visitor<'de> for FloatVisitor {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, \"NaN\", \"Infinity\" or \"-Infinity\"")
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }

    #[expect(clippy::cast_precision_loss, reason = "the nearest f64 is what is wanted")]
    fn visit_u64<E: Error>(self, value: u64) -> Result<f64, E> {
        self.visit_f64(value as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "the nearest f64 is what is wanted")]
    fn visit_i64<E: Error>(self, value: i64) -> Result<f64, E> {
        self.visit_f64(value as f64)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<f64, A::Error> {
        let number = arbitrary_precision(&mut map)?.and_then(|text| text.parse().ok());
        // Too large a number is an error, as without the feature, and not infinity.
        match number.filter(|number: &f64| number.is_finite()) {
            Some(number) => self.visit_f64(number),
            None => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<f64, E> {
        match value {
            NAN => self.visit_f64(f64::NAN),
            INFINITY => self.visit_f64(f64::INFINITY),
            NEGATIVE_INFINITY => self.visit_f64(f64::NEG_INFINITY),
            other => Err(unexpected_text(other, E::invalid_value, &self)),
        }
    }
}
