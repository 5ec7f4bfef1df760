//! The sentences of generated types about values of another form.

use std::collections::BTreeMap;
use std::fmt;

use glue_codegen::inspect::Kind;
use glue_runtime::__private::interpreter::unexpected_text;
use glue_runtime::__private::v1::{Codec, Float, Integer, List, Map};
use glue_runtime::{Blob, Timestamp};
use serde_core::de::{Deserialize, Deserializer, Error, Visitor};

use super::state::Reader;
use crate::check::types::Aggregate;

/// The sentence of an error, without the position that it has in a text of its own.
pub(in crate::check) fn sentence(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(end) if error.line() > 0 => text.get(..end).unwrap_or(&text).to_owned(),
        _ => text,
    }
}

impl Reader {
    /// What a generated type says of JSON that is not of its kind. Of a list or object it does not
    /// look at the content, which may be left out.
    pub(super) fn refusal(&self, kind: &Kind, json: &str) -> String {
        let from = &mut serde_json::Deserializer::from_str(json);
        let error = match kind {
            Kind::Boolean => expecting("a boolean", from),
            Kind::Byte => <Integer as Codec<i8>>::read(from).err(),
            Kind::Short => <Integer as Codec<i16>>::read(from).err(),
            Kind::Integer => <Integer as Codec<i32>>::read(from).err(),
            Kind::Long => <Integer as Codec<i64>>::read(from).err(),
            Kind::Single | Kind::Double => Float::read(from).err(),
            Kind::Blob => Blob::deserialize(from).err(),
            Kind::Timestamp(_) => Timestamp::deserialize(from).err(),
            Kind::List(_) => <List as Codec<Vec<String>>>::read_into(from, &mut None).err(),
            Kind::Map(_) => {
                <Map as Codec<BTreeMap<String, String>>>::read_into(from, &mut None).err()
            }
            Kind::Structure(place) | Kind::Union(place) => {
                return self
                    .types
                    .aggregate(*place)
                    .map_or_else(String::new, |shape| shape.refusal(json));
            }
            // Strings and enums; what holds any value refuses none.
            _ => String::deserialize(from).err(),
        };
        error.map_or_else(|| "the value has another form".to_owned(), |error| sentence(&error))
    }
}

impl Aggregate {
    /// What the generated type says of JSON that is not an object.
    pub(super) fn refusal(&self, json: &str) -> String {
        let from = &mut serde_json::Deserializer::from_str(json);
        let what = if self.is_union { "an object with one member" } else { "an object" };
        let error = expecting(&format!("{what} for {}", self.name), from);
        error.as_ref().map(sentence).unwrap_or_default()
    }
}

/// The error of a type that expects something else.
fn expecting<'de, D: Deserializer<'de>>(what: &str, from: D) -> Option<D::Error> {
    from.deserialize_any(Expecting(what)).err()
}

/// A visitor that takes no value.
struct Expecting<'a>(&'a str);

impl Visitor<'_> for Expecting<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        Err(unexpected_text(text, E::invalid_type, &self))
    }
}
