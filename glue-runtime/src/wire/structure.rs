//! Structures: a generated type says how one member is read and how all are written.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_core::ser::{Error as _, Serialize, SerializeMap, Serializer};

use super::codec::{Codec, Encoded, Integer, Plain};
use super::held::Held;
use super::key::{KeySeed, Keys};
use super::names::OfStructure;
use super::redaction::OrRedacted;
use super::refusal::refuse_text;
use super::seed::{Place, PlaceSeed};
use super::spelling::spellings;
use super::unknown::{UnknownMembers, is_known, read_all_members};
use crate::Binding;
#[cfg(feature = "command-line")]
use crate::command_line;
use crate::escaped::Excerpt;

/// A structure of a model.
pub trait Structure: Default {
    /// The shape's name.
    const NAME: &'static str;
    /// The members' keys, in the order of the model.
    const MEMBERS: &'static [&'static str];
    /// Other keys that read as a member: its name, where the key is not.
    const ALIASES: &'static [(&'static str, usize)] = &[];
    /// Where members travel that are not keys of the body.
    const BINDINGS: &'static [Binding] = &[];
    /// Whether the structure keeps members that the model does not have.
    const KEEPS_UNKNOWN: bool = false;

    /// The members that the model does not have, where the structure keeps them.
    fn unknown_members(&self) -> Option<&UnknownMembers> {
        None
    }

    /// The same, to add to them.
    fn unknown_members_mut(&mut self) -> Option<&mut UnknownMembers> {
        None
    }

    /// Reads the member at an index of [`Structure::MEMBERS`].
    fn read_member<'de, A: MapAccess<'de>>(
        &mut self,
        member: usize,
        from: &mut MemberReader<A>,
    ) -> Result<(), A::Error>;

    /// Writes all members that are set.
    fn write_members<M: SerializeMap>(&self, to: &mut MemberWriter<M>);
}

/// Reads members out of a JSON object.
pub struct MemberReader<A> {
    pub(super) map: A,
    pub(super) members: &'static [&'static str],
    /// The member being read, as an index.
    pub(super) member: usize,
}

impl<'de, A: MapAccess<'de>> MemberReader<A> {
    /// Reads an optional member in its type's own form.
    pub fn member<T: Held>(&mut self, slot: &mut Option<T>) -> Result<(), A::Error> {
        self.member_as::<Plain, T>(slot)
    }

    /// Reads an optional member in the form of a codec.
    pub fn member_as<C: Codec<T>, T>(&mut self, slot: &mut Option<T>) -> Result<(), A::Error> {
        if slot.is_some() {
            return Err(self.duplicate());
        }
        self.map.next_value_seed(PlaceSeed::<C, _>::new(slot))
    }

    /// Reads an optional whole number.
    pub fn integer<T>(&mut self, slot: &mut Option<T>) -> Result<(), A::Error>
    where
        Integer: Codec<T>,
    {
        self.member_as::<Integer, T>(slot)
    }

    /// Passes over a value.
    pub fn skip(&mut self) -> Result<(), A::Error> {
        self.map.next_value::<IgnoredAny>().map(|_| ())
    }

    #[cold]
    fn duplicate(&self) -> A::Error {
        A::Error::duplicate_field(self.members.get(self.member).copied().unwrap_or_default())
    }
}

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
    pub(super) const KEYS: &'static Keys = &Keys::new::<OfStructure<T>>();
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

/// Reads the members of a structure out of a JSON object, and tells of the index that each key has.
#[inline]
pub(super) fn read_members<'de, T: Structure, A: MapAccess<'de>>(
    map: A,
    mut notice: impl FnMut(usize),
) -> Result<T, A::Error> {
    if T::KEEPS_UNKNOWN {
        return read_all_members(map, notice);
    }
    let keys = StructureVisitor::<T>::KEYS;
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

/// Writes members into a JSON object; after a failure the rest is passed over.
pub struct MemberWriter<M: SerializeMap> {
    map: M,
    result: Result<(), M::Error>,
}

impl<M: SerializeMap> MemberWriter<M> {
    /// Writes an optional member in its type's own form, if it is set.
    pub fn member<T: Serialize>(&mut self, key: &'static str, value: &Option<T>) -> &mut Self {
        if let Some(value) = value
            && self.result.is_ok()
            && let Err(error) = self.map.serialize_entry(key, value)
        {
            self.result = Err(error);
        }
        self
    }

    /// Writes an optional member in the form of a codec, if it is set.
    pub fn member_as<C: Codec<T>, T>(&mut self, key: &'static str, value: &Option<T>) -> &mut Self {
        self.member(key, &value.as_ref().map(Encoded::<C, T>::new))
    }

    /// Writes an optional whole number, if it is set.
    pub fn integer<T: Serialize>(&mut self, key: &'static str, value: &Option<T>) -> &mut Self {
        self.member(key, value)
    }

    /// Writes the members that the model of `T` does not have.
    pub fn unknown<T: Structure>(&mut self, members: &UnknownMembers) -> &mut Self {
        for (key, value) in members {
            if self.result.is_ok() {
                self.result = match is_known::<T>(key) {
                    true => Err(M::Error::custom(format_args!(
                        "the unknown member `{}` is a member of {}: set that instead",
                        Excerpt(key),
                        T::NAME
                    ))),
                    false => self.map.serialize_entry(key, value),
                };
            }
        }
        self
    }
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
