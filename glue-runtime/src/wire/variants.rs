//! Unions: a generated type says how its members are read and how the one that is set is written.

use std::marker::PhantomData;

use serde_core::de::{IgnoredAny, MapAccess};
use serde_core::ser::{Serialize, SerializeMap, Serializer};

use super::codec::{Codec, Encoded, Plain};
use super::held::Held;
use super::key::Keys;
use super::names::Names;
use super::place::Place;
use super::seed::PlaceSeed;
use crate::document::Document;

/// A union of a model.
pub trait Union: Sized {
    /// The shape's name.
    const NAME: &'static str;
    /// The members' keys, in the order of the model.
    const MEMBERS: &'static [&'static str];
    /// Other keys that read as a member.
    const ALIASES: &'static [(&'static str, usize)] = &[];

    /// Reads the member at an index of [`Union::MEMBERS`]; null means that it is not set.
    fn read_variant<'de, A: MapAccess<'de>>(
        member: usize,
        from: &mut VariantReader<A>,
    ) -> Result<Option<Self>, A::Error>;

    /// Writes the member that is set.
    fn write_variant<S: Serializer>(&self, to: VariantWriter<S>) -> Result<S::Ok, S::Error>;

    /// The catch-all variant.
    fn from_unknown(member: UnknownMember) -> Self;
}

/// The names of a union.
pub(super) struct OfUnion<T>(PhantomData<T>);

impl<T: Union> Names for OfUnion<T> {
    const MEMBERS: &'static [&'static str] = T::MEMBERS;
    const ALIASES: &'static [(&'static str, usize)] = T::ALIASES;
}

impl<T: Union> OfUnion<T> {
    /// The names with their table.
    pub(super) const KEYS: &'static Keys = &Keys::new::<Self>();
}

/// A member of a union that its model does not name, kept as it came.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnknownMember {
    pub(super) name: Box<str>,
    pub(super) value: Document,
}

impl UnknownMember {
    /// The member's key.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The member's value.
    #[must_use]
    pub fn value(&self) -> &Document {
        &self.value
    }
}

impl Serialize for UnknownMember {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        write_variant(&self.name, &self.value, to)
    }
}

/// Reads the one member of a union.
pub struct VariantReader<A> {
    pub(super) map: A,
    /// Whether a member was kept secret.
    pub(super) redacted: bool,
}

/// Where the value of a member goes.
struct VariantPlace<T> {
    value: Option<T>,
    redacted: bool,
}

impl<T> Place for VariantPlace<T> {
    type Value = T;

    fn put(&mut self, value: T) {
        self.value = Some(value);
    }

    fn redact(&mut self) {
        self.redacted = true;
    }
}

impl<'de, A: MapAccess<'de>> VariantReader<A> {
    /// Reads a member in its type's own form.
    pub fn variant<T: Held, U>(&mut self, make: fn(T) -> U) -> Result<Option<U>, A::Error> {
        self.variant_as::<Plain, T, U>(make)
    }

    /// Reads a member in the form of a codec.
    pub fn variant_as<C: Codec<T>, T, U>(
        &mut self,
        make: fn(T) -> U,
    ) -> Result<Option<U>, A::Error> {
        let mut place = VariantPlace { value: None, redacted: false };
        self.map.next_value_seed(PlaceSeed::<C, _>::new(&mut place))?;
        self.redacted |= place.redacted;
        Ok(place.value.map(make))
    }

    /// Passes over a value.
    pub fn skip<U>(&mut self) -> Result<Option<U>, A::Error> {
        self.map.next_value::<IgnoredAny>().map(|_| None)
    }
}

/// Writes the one member of a union.
pub struct VariantWriter<S> {
    pub(super) to: S,
    /// The name of the member, if it is not the key.
    pub(super) name: Option<&'static str>,
}

impl<S: Serializer> VariantWriter<S> {
    /// Sets the name of the member that has this key.
    #[must_use]
    pub fn named(self, key: &'static str, name: &'static str) -> Self {
        #[cfg(feature = "command-line")]
        return Self { name: Some(crate::command_line::key_or_name(&self.to, key, name)), ..self };
        #[cfg(not(feature = "command-line"))]
        {
            let _ = (key, name);
            self
        }
    }

    /// Writes a member in its type's own form.
    pub fn variant<T: Serialize>(self, key: &'static str, value: &T) -> Result<S::Ok, S::Error> {
        write_variant(self.name.unwrap_or(key), value, self.to)
    }

    /// Writes a member in the form of a codec.
    pub fn variant_as<C: Codec<T>, T>(
        self,
        key: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.variant(key, &Encoded::<C, T>::new(value))
    }

    /// Writes a member that the model does not name.
    pub fn unknown(self, member: &UnknownMember) -> Result<S::Ok, S::Error> {
        member.serialize(self.to)
    }
}

fn write_variant<T: Serialize, S: Serializer>(
    key: &str,
    value: &T,
    to: S,
) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(1))?;
    map.serialize_entry(key, value)?;
    map.end()
}
