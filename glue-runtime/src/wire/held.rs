//! The types that members have.

use std::fmt;

use serde_core::de::{DeserializeOwned, Deserializer, Error, Visitor};
use serde_core::ser::Serialize;

use super::place::Place;
use super::redaction::OrRedacted;
use super::refusal::refuse_text;
use crate::document::Document;
use crate::json_text::JsonText;

/// A type that members have, and how it is read into its place.
pub trait Held: Serialize + DeserializeOwned {
    /// Reads a value into its place. A redaction leaves it as it is, if the type is not a string.
    fn read_into<'de, D: Deserializer<'de>, P: Place<Value = Self>>(
        from: D,
        place: &mut P,
    ) -> Result<(), D::Error> {
        place.put(Self::deserialize(from)?);
        Ok(())
    }
}

impl Held for String {}

impl Held for Document {}

impl Held for JsonText {}

impl Held for bool {
    fn read_into<'de, D: Deserializer<'de>, P: Place<Value = Self>>(
        from: D,
        place: &mut P,
    ) -> Result<(), D::Error> {
        from.deserialize_any(OrRedacted::new(BoolVisitor, place))
    }
}

impl<T: Held> Held for Box<T> {
    fn read_into<'de, D: Deserializer<'de>, P: Place<Value = Self>>(
        from: D,
        place: &mut P,
    ) -> Result<(), D::Error> {
        T::read_into(from, &mut Boxing(place))
    }
}

struct BoolVisitor;

impl Visitor<'_> for BoolVisitor {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a boolean")
    }

    refuse_text!();

    fn visit_bool<E: Error>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }
}

/// A place for values in boxes.
struct Boxing<'a, P>(&'a mut P);

impl<T, P: Place<Value = Box<T>>> Place for Boxing<'_, P> {
    type Value = T;

    fn put(&mut self, value: T) {
        self.0.put(Box::new(value));
    }

    fn redact(&mut self) {
        self.0.redact();
    }
}
