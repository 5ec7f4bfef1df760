//! Structures: a generated type says how one member is read and how all are written.

use std::marker::PhantomData;

use serde_core::de::{Error, IgnoredAny, MapAccess};
use serde_core::ser::{Error as _, Serialize, SerializeMap};

use super::codec::{Codec, Encoded, Integer, Plain};
use super::held::Held;
use super::key::Keys;
use super::names::Names;
use super::seed::PlaceSeed;
use super::unknown::UnknownMembers;
use crate::binding::Binding;
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

/// The names of a structure.
pub(super) struct OfStructure<T>(PhantomData<T>);

impl<T: Structure> Names for OfStructure<T> {
    const MEMBERS: &'static [&'static str] = T::MEMBERS;
    const ALIASES: &'static [(&'static str, usize)] = T::ALIASES;
}

impl<T: Structure> OfStructure<T> {
    /// The names with their table.
    pub(super) const KEYS: &'static Keys = &Keys::new::<Self>();
}

/// Reads members from a JSON object.
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

/// Writes members into a JSON object; after a failure the rest is passed over.
pub struct MemberWriter<M: SerializeMap> {
    pub(super) map: M,
    pub(super) result: Result<(), M::Error>,
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
                self.result = match OfStructure::<T>::KEYS.find(0, key).is_some() {
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
