//! The strings that CloudTrail writes in place of secrets.

use std::fmt;

use serde_core::de::{Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

use super::place::Place;

/// Whether a string is one of the two that CloudTrail writes in place of any value, not only of
/// strings.
pub fn is_redaction(text: &str) -> bool {
    matches!(text, "HIDDEN_DUE_TO_SECURITY_REASONS" | "<sensitiveDataRemoved>")
}

/// Reads into a place what another visitor reads. A redaction leaves the place as it is, for values
/// that are not strings.
pub(crate) struct OrRedacted<'a, V, P> {
    visitor: V,
    place: &'a mut P,
}

impl<'a, V, P> OrRedacted<'a, V, P> {
    pub(crate) fn new(visitor: V, place: &'a mut P) -> Self {
        Self { visitor, place }
    }
}

/// Visits with the other visitor.
macro_rules! visit {
    ($($method:ident($ty:ty);)*) => {
        $(fn $method<E: Error>(self, value: $ty) -> Result<(), E> {
            self.place.put(self.visitor.$method(value)?);
            Ok(())
        })*
    };
}

impl<'de, V: Visitor<'de>, P: Place<Value = V::Value>> Visitor<'de> for OrRedacted<'_, V, P> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    visit! {
        visit_bool(bool);
        visit_i64(i64);
        visit_i128(i128);
        visit_u64(u64);
        visit_u128(u128);
        visit_f64(f64);
        visit_bytes(&[u8]);
        visit_byte_buf(Vec<u8>);
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if is_redaction(text) {
            self.place.redact();
        } else {
            self.place.put(self.visitor.visit_str(text)?);
        }
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        self.place.put(self.visitor.visit_newtype_struct(from)?);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        self.place.put(self.visitor.visit_seq(list)?);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        self.place.put(self.visitor.visit_map(map)?);
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<(), A::Error> {
        self.place.put(self.visitor.visit_enum(variant)?);
        Ok(())
    }
}
