//! Reads JSON text into a tree, using serde_json.

use std::collections::HashMap;
use std::fmt;

use serde_core::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};

use super::{Json, JsonNumber, Object, Segment};

/// The maximum nesting depth of values. Published models need 6 levels, or 20 with documents as
/// default values. serde_json itself stops at 128.
const DEPTH: usize = 64;

/// The maximum length of a key in bytes, so that messages and pointers cannot grow without bound.
/// Published models have names of up to 155 bytes.
const KEY_BYTES: usize = 1024;

/// The key of the object that serde_json produces for a number if any crate of a build enables its
/// feature `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

/// Text that is not JSON, or nests too deep.
pub(crate) struct SyntaxError {
    /// The fault, in serde_json's words.
    pub(crate) message: String,
    /// The line, from 1.
    pub(crate) line: usize,
    /// The column in bytes, as serde_json counts.
    pub(crate) column: usize,
    /// Whether the text ends within a value.
    pub(crate) cut_off: bool,
}

/// A key that its object already had.
pub(crate) struct Repeat {
    /// The path from the root to the key, which is the last segment.
    pub(crate) path: Vec<Segment>,
    /// How often the object has the key before: 1 for its second occurrence.
    pub(crate) occurrence: usize,
}

/// Reads one JSON value. The first value of a repeated key counts. At most `limit` repeats are
/// returned.
pub(crate) fn parse(text: &str, limit: usize) -> Result<(Json, Vec<Repeat>), SyntaxError> {
    let mut repeats = Vec::new();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let seed = Seed { repeats: &mut repeats, limit, depth: 0 };
    let json = seed.deserialize(&mut deserializer).and_then(|json| {
        deserializer.end()?;
        Ok(json)
    });
    match json {
        Ok(json) => {
            for repeat in &mut repeats {
                repeat.path.reverse();
            }
            Ok((json, repeats))
        }
        Err(error) => Err(SyntaxError::new(&error)),
    }
}

impl SyntaxError {
    fn new(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let text = error.to_string();
        let place = format!(" at line {line} column {column}");
        let message = text.strip_suffix(&place).unwrap_or(&text).to_owned();
        Self { message, line, column, cut_off: error.is_eof() }
    }
}

/// Reads a value, `depth` levels down. While a value is being read, the paths of its repeats start
/// at that value, with the last segment first: each level adds its own segment, and keys that occur
/// once cost nothing.
struct Seed<'r> {
    repeats: &'r mut Vec<Repeat>,
    limit: usize,
    depth: usize,
}

impl Seed<'_> {
    fn inner(&mut self) -> Seed<'_> {
        Seed { repeats: self.repeats, limit: self.limit, depth: self.depth + 1 }
    }

    fn check_depth<E: Error>(&self) -> Result<(), E> {
        if self.depth < DEPTH {
            Ok(())
        } else {
            Err(E::custom(format_args!("values nest more than {DEPTH} levels deep")))
        }
    }

    /// Records the repeated keys of the value itself.
    fn record(&mut self, repeated: Vec<String>) {
        let room = self.limit.saturating_sub(self.repeats.len());
        let mut occurrences: HashMap<String, usize> = HashMap::new();
        for key in repeated.into_iter().take(room) {
            let occurrence = occurrences.entry(key.clone()).or_default();
            *occurrence += 1;
            self.repeats.push(Repeat { path: vec![Segment::Key(key)], occurrence: *occurrence });
        }
    }

    /// Adds a segment to the paths of all repeats after the first `known` ones.
    fn extend_paths(&mut self, known: usize, segment: impl Fn() -> Segment) {
        for repeat in self.repeats.iter_mut().skip(known) {
            repeat.path.push(segment());
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Json;

    fn deserialize<D: serde_core::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(JsonNumber::Integer(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        let number = i64::try_from(value).map_or(JsonNumber::Unsigned(value), JsonNumber::Integer);
        Ok(Json::Number(number))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(JsonNumber::Float(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut access: A) -> Result<Json, A::Error> {
        self.check_depth()?;
        let mut items = Vec::new();
        loop {
            let known = self.repeats.len();
            let Some(item) = access.next_element_seed(self.inner())? else {
                return Ok(Json::Array(items));
            };
            self.extend_paths(known, || Segment::Index(items.len()));
            items.push(item);
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut access: A) -> Result<Json, A::Error> {
        self.check_depth()?;
        let mut members = Vec::new();
        while let Some(key) = access.next_key::<String>()? {
            if key.len() > KEY_BYTES {
                return Err(A::Error::custom(format_args!(
                    "a key has more than {KEY_BYTES} bytes"
                )));
            }
            let known = self.repeats.len();
            let value = access.next_value_seed(self.inner())?;
            if let (NUMBER, Json::String(digits)) = (key.as_str(), &value) {
                return number(digits);
            }
            self.extend_paths(known, || Segment::Key(key.clone()));
            members.push((key, value));
        }
        let (object, repeated) = Object::new(members);
        self.record(repeated);
        Ok(Json::Object(object))
    }
}

/// A number from its digits, as exact as serde_json reads it otherwise.
fn number<E: Error>(digits: &str) -> Result<Json, E> {
    let number = if let Ok(value) = digits.parse() {
        JsonNumber::Integer(value)
    } else if let Ok(value) = digits.parse() {
        JsonNumber::Unsigned(value)
    } else {
        match digits.parse() {
            Ok(value) if f64::is_finite(value) => JsonNumber::Float(value),
            _ => return Err(E::custom("number out of range")),
        }
    };
    Ok(Json::Number(number))
}
