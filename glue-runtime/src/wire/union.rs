//! Unions: exactly one member is set, and a member the model does not know is kept.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserializer, Error, MapAccess, Visitor};
use serde_core::ser::Serializer;

use super::open_key::{OpenKey, OpenKeySeed};
use super::place::Place;
use super::redaction::OrRedacted;
use super::refusal::refuse_text;
use super::spelling::spellings;
use super::variants::{OfUnion, Union, UnknownMember, VariantReader, VariantWriter};
use crate::document::Document;

/// Reads a union from a JSON object with one member that is not null.
pub fn read_union<'de, T: Union, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let visitor = UnionVisitor(PhantomData);
    let value = from.deserialize_struct(T::NAME, UnionVisitor::<T>::SPELLINGS, visitor)?;
    value.ok_or_else(|| D::Error::custom(format_args!("the member of {} is redacted", T::NAME)))
}

/// Reads a union from a JSON object into its place.
pub fn read_union_into<'de, T: Union, D: Deserializer<'de>, P: Place<Value = T>>(
    from: D,
    place: &mut P,
) -> Result<(), D::Error> {
    from.deserialize_any(OrRedacted::new(UnionVisitor(PhantomData), &mut Unredacted(place)))
}

/// A place for unions; a union is redacted if its member is.
struct Unredacted<'a, P>(&'a mut P);

impl<T, P: Place<Value = T>> Place for Unredacted<'_, P> {
    type Value = Option<T>;

    fn put(&mut self, value: Option<T>) {
        match value {
            Some(value) => self.0.put(value),
            None => self.0.redact(),
        }
    }

    fn redact(&mut self) {
        self.0.redact();
    }
}

struct UnionVisitor<T>(PhantomData<fn() -> T>);

impl<T: Union> UnionVisitor<T> {
    const SPELLINGS: &'static [&'static str] = spellings::<OfUnion<T>>();
}

/// Returns `None` if the member is redacted.
impl<'de, T: Union> Visitor<'de> for UnionVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with one member for {}", T::NAME)
    }

    refuse_text!();

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Option<T>, A::Error> {
        let mut reader = VariantReader { map, redacted: false };
        let mut value = None;
        while let Some(key) = reader.map.next_key_seed(OpenKeySeed(OfUnion::<T>::KEYS, 0))? {
            let read = match key {
                OpenKey::Member(member) => T::read_variant(member, &mut reader)?,
                // Services may name the union's shape in `__type`; it says nothing new.
                OpenKey::Unknown(name) if name == "__type" => reader.skip()?,
                OpenKey::Unknown(name) => match reader.map.next_value::<Document>()? {
                    Document::Null => None,
                    value => Some(T::from_unknown(UnknownMember { name: name.into(), value })),
                },
            };
            if read.is_some() && value.is_some() {
                return Err(A::Error::custom(format_args!(
                    "{} has more than one member set",
                    T::NAME
                )));
            }
            value = read.or(value);
        }
        if value.is_none() && !reader.redacted {
            return Err(A::Error::custom(format_args!("{} has no member set", T::NAME)));
        }
        Ok(value)
    }
}

/// Writes a union as a JSON object with one member.
pub fn write_union<T: Union, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    value.write_variant(VariantWriter { to, name: None })
}
