//! Reading a structure whose members come from several places.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::key::{KeySeed, Keys};
use super::members::{MemberReader, OfStructure, Structure};
use super::open_key::{OpenKey, OpenKeySeed};
use super::open_structure::keep;
use super::refusal::refuse_text;
use crate::binding::Location;

/// A structure that is read member by member.
pub(crate) struct PartsReader<T> {
    value: T,
}

impl<T: Structure> PartsReader<T> {
    const KEYS: &'static Keys = OfStructure::<T>::KEYS;

    pub(crate) fn new() -> Self {
        Self { value: T::default() }
    }

    /// Reads the member with a key of the data at rest; null means that it is not set.
    pub(crate) fn read_member<'de, D: Deserializer<'de>>(
        &mut self,
        key: &str,
        from: D,
    ) -> Result<(), D::Error> {
        match T::MEMBERS.iter().position(|member| *member == key) {
            Some(member) => self.read_at(member, OneValue(Some(from))).map(|_| ()),
            None => Ok(()),
        }
    }

    /// Reads the members that are keys of the body. A key of the body that another member has in
    /// the data at rest means the member bound to it.
    pub(crate) fn read_body<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(BodyVisitor(self))
    }

    /// The structure, once everything has been read.
    pub(crate) fn finish(self) -> T {
        self.value
    }

    /// Reads the value that comes next, and gives the rest back.
    fn read_at<'de, A: MapAccess<'de>>(&mut self, member: usize, map: A) -> Result<A, A::Error> {
        let mut reader = MemberReader { map, members: T::MEMBERS, member };
        self.value.read_member(member, &mut reader)?;
        Ok(reader.map)
    }

    /// Reads the members that are keys of the body, and keeps those that the model does not have. A
    /// key whose member travels elsewhere is skipped: at rest it would be read as that member.
    fn read_all<'de, A: MapAccess<'de>>(&mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key_seed(OpenKeySeed(Self::KEYS, 0))? {
            match key {
                OpenKey::Member(member) => {
                    map = self.read_at(Self::in_body(member).unwrap_or(Self::KEYS.none()), map)?;
                }
                OpenKey::Unknown(key) => keep(&mut self.value, key, &mut map)?,
            }
        }
        Ok(())
    }

    /// The member that the body means by the key of this one, if any.
    fn in_body(member: usize) -> Option<usize> {
        let key = T::MEMBERS.get(member).copied();
        let renamed = T::BINDINGS.iter().find(|binding| match binding.location {
            Location::Body(in_body) => key == Some(in_body),
            _ => false,
        });
        if let Some(renamed) = renamed {
            return T::MEMBERS.iter().position(|member| *member == renamed.member);
        }
        let mut bound = T::BINDINGS.iter().filter(|binding| binding.location.is_in_responses());
        let is_bound = bound.any(|binding| Some(binding.member) == key);
        (!is_bound).then_some(member)
    }
}

struct BodyVisitor<'a, T>(&'a mut PartsReader<T>);

impl<'de, T: Structure> Visitor<'de> for BodyVisitor<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object for {}", T::NAME)
    }

    refuse_text!();

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let keys = PartsReader::<T>::KEYS;
        if T::KEEPS_UNKNOWN {
            return self.0.read_all(map);
        }
        while let Some(member) = map.next_key_seed(KeySeed(keys, 0))? {
            let member = PartsReader::<T>::in_body(member).unwrap_or(keys.none());
            map = self.0.read_at(member, map)?;
        }
        Ok(())
    }
}

/// A member's value without its key.
struct OneValue<D>(Option<D>);

impl<'de, D: Deserializer<'de>> MapAccess<'de> for OneValue<D> {
    type Error = D::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        _seed: K,
    ) -> Result<Option<K::Value>, D::Error> {
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, D::Error> {
        match self.0.take() {
            Some(value) => seed.deserialize(value),
            None => Err(D::Error::custom("a value is read twice")),
        }
    }
}
