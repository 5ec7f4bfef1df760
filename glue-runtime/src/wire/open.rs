//! Reading of structures that keep the members that their model does not have.

use std::collections::btree_map;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::key::{KeySeed, Keys};
use super::members::{MemberReader, OfStructure, Structure};
use crate::document::Document;
use crate::escaped::Escaped;

/// Reads the members of a structure that keeps unknown ones, and reports the index of each key.
pub(super) fn read_all_members<'de, T: Structure, A: MapAccess<'de>>(
    map: A,
    mut notice: impl FnMut(usize),
) -> Result<T, A::Error> {
    let keys = OfStructure::<T>::KEYS;
    let mut reader = MemberReader { map, members: T::MEMBERS, member: 0 };
    let mut value = T::default();
    let mut expected = 0;
    while let Some(key) = reader.map.next_key_seed(OpenKeySeed(keys, expected))? {
        match key {
            OpenKey::Member(member) => {
                notice(member);
                reader.member = member;
                expected = member + 1;
                value.read_member(member, &mut reader)?;
            }
            OpenKey::Unknown(key) => {
                notice(keys.none());
                keep(&mut value, key, &mut reader.map)?;
            }
        }
    }
    Ok(value)
}

/// Reads the value of an unknown member and keeps it.
pub(super) fn keep<'de, T: Structure, A: MapAccess<'de>>(
    value: &mut T,
    key: String,
    map: &mut A,
) -> Result<(), A::Error> {
    let member = map.next_value::<Document>()?;
    let Some(members) = value.unknown_members_mut().filter(|_| !member.is_null()) else {
        return Ok(());
    };
    match members.entry(key) {
        btree_map::Entry::Vacant(entry) => {
            entry.insert(member);
            Ok(())
        }
        btree_map::Entry::Occupied(entry) => {
            Err(A::Error::custom(format_args!("duplicate field `{}`", Escaped(entry.key()))))
        }
    }
}

/// A key, as the member that it names or as it came.
pub(super) enum OpenKey {
    Member(usize),
    Unknown(String),
}

/// Reads a key and finds its member, as [`KeySeed`] does.
pub(super) struct OpenKeySeed(pub(super) &'static Keys, pub(super) usize);

impl<'de> DeserializeSeed<'de> for OpenKeySeed {
    type Value = OpenKey;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<OpenKey, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for OpenKeySeed {
    type Value = OpenKey;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        KeySeed(self.0, self.1).expecting(f)
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<OpenKey, E> {
        let member = self.0.find(self.1, key);
        Ok(member.map_or_else(|| OpenKey::Unknown(key.to_owned()), OpenKey::Member))
    }

    fn visit_bytes<E: Error>(self, key: &[u8]) -> Result<OpenKey, E> {
        match std::str::from_utf8(key) {
            Ok(key) => self.visit_str(key),
            // No member is called so, and no format could write the key everywhere: it is skipped.
            Err(_) => Ok(OpenKey::Member(self.0.none())),
        }
    }
}
