//! Reading and writing structures.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserializer, MapAccess, Visitor};
use serde_core::ser::{SerializeMap, Serializer};

use super::key::KeySeed;
use super::members::{MemberReader, MemberWriter, OfStructure, Structure};
use super::open_structure::read_all_members;
use super::place::Place;
use super::redaction::OrRedacted;
use super::refusal::refuse_text;
use super::spelling::spellings;
#[cfg(feature = "command-line")]
use crate::command_line;

/// Reads a structure from a JSON object. Its keys are named so that it takes them, and nothing else,
/// where it is flattened.
pub fn read_structure<'de, T: Structure, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let visitor = StructureVisitor(PhantomData);
    from.deserialize_struct(T::NAME, StructureVisitor::<T>::SPELLINGS, visitor)
}

/// Reads a structure from a JSON object into its place.
pub fn read_structure_into<'de, T: Structure, D: Deserializer<'de>, P: Place<Value = T>>(
    from: D,
    place: &mut P,
) -> Result<(), D::Error> {
    from.deserialize_any(OrRedacted::new(StructureVisitor(PhantomData), place))
}

pub(super) struct StructureVisitor<T>(PhantomData<fn() -> T>);

impl<T: Structure> StructureVisitor<T> {
    /// All keys in all their spellings.
    pub(super) const SPELLINGS: &'static [&'static str] = spellings::<OfStructure<T>>();
}

impl<'de, T: Structure> Visitor<'de> for StructureVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object for {}", T::NAME)
    }

    refuse_text!();

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        read_members(map, |_| ())
    }
}

/// Reads the members of a structure from a JSON object, and reports the index of each key.
#[inline]
pub(super) fn read_members<'de, T: Structure, A: MapAccess<'de>>(
    map: A,
    mut notice: impl FnMut(usize),
) -> Result<T, A::Error> {
    if T::KEEPS_UNKNOWN {
        return read_all_members(map, notice);
    }
    let keys = OfStructure::<T>::KEYS;
    let mut reader = MemberReader { map, members: T::MEMBERS, member: 0 };
    let mut value = T::default();
    let mut expected = 0;
    while let Some(member) = reader.map.next_key_seed(KeySeed(keys, expected))? {
        notice(member);
        reader.member = member;
        expected = member + 1;
        value.read_member(member, &mut reader)?;
    }
    Ok(value)
}

/// Writes a structure as a JSON object.
pub fn write_structure<T: Structure, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    #[cfg(feature = "command-line")]
    if !T::ALIASES.is_empty() && command_line::is_wanted(&to) {
        let map = to.serialize_map(None)?;
        return write_members(value, command_line::Named::new(map, T::MEMBERS, T::ALIASES));
    }
    write_members(value, to.serialize_map(None)?)
}

/// Writes the members of a structure and ends the object.
#[inline]
pub(crate) fn write_members<T: Structure, M: SerializeMap>(
    value: &T,
    map: M,
) -> Result<M::Ok, M::Error> {
    let mut writer = MemberWriter { map, result: Ok(()) };
    value.write_members(&mut writer);
    writer.result?;
    writer.map.end()
}
