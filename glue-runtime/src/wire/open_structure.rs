//! Reading structures that keep unknown members.

use std::collections::btree_map::Entry;

use serde_core::de::{Error, MapAccess};

use super::members::{MemberReader, OfStructure, Structure};
use super::open_key::{OpenKey, OpenKeySeed};
use crate::document::Document;
use crate::escaped::Excerpt;

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
        Entry::Vacant(entry) => {
            entry.insert(member);
            Ok(())
        }
        Entry::Occupied(entry) => {
            Err(A::Error::custom(format_args!("duplicate field `{}`", Excerpt(entry.key()))))
        }
    }
}
