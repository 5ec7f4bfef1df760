//! Reading values into the places where they belong.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{DeserializeSeed, Deserializer, Visitor};

use super::codec::Codec;
use super::place::Place;

/// Reads a value or a null into a place. A seed that gave the value back would have it copied by
/// each function on the way, and structures are large.
pub(super) struct PlaceSeed<'a, C, P> {
    place: &'a mut P,
    codec: PhantomData<C>,
}

impl<'a, C, P> PlaceSeed<'a, C, P> {
    pub(super) fn new(place: &'a mut P) -> Self {
        Self { place, codec: PhantomData }
    }
}

impl<'de, C: Codec<P::Value>, P: Place> DeserializeSeed<'de> for PlaceSeed<'_, C, P> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_option(self)
    }
}

impl<'de, C: Codec<P::Value>, P: Place> Visitor<'de> for PlaceSeed<'_, C, P> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        C::read_into(from, self.place)
    }
}
