//! [`UnknownMembers`], what a structure keeps of members that its model does not have.

use std::collections::BTreeMap;
use std::collections::btree_map;
use std::fmt;
use std::ops::{Deref, DerefMut};

use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::key::{KeySeed, Keys};
use super::structure::{MemberReader, Structure, StructureVisitor};
use crate::Document;
use crate::escaped::Excerpt;

/// The members of a structure that its model does not have, by their keys.
///
/// Structures have them where the generator is asked to keep unknown members; the field is called
/// `unknown_members`. They are read from any format and written after the members of the model. A
/// key that reads as a member of the model, in whatever case, is not unknown, and writing fails if
/// there is one. A member that is null is not set, known or not.
///
/// Nobody has said yet whether an unknown member is a secret, so `Debug` shows the keys alone.
///
/// ```
/// use glue_runtime::{Document, UnknownMembers};
///
/// let mut members = UnknownMembers::default();
/// members.insert("Direction".to_owned(), "left".into());
/// assert_eq!(members.get("Direction").and_then(Document::as_str), Some("left"));
/// assert_eq!(format!("{members:?}"), r#"{"Direction"}"#);
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct UnknownMembers(BTreeMap<String, Document>);

impl UnknownMembers {
    /// The map itself.
    #[must_use]
    pub fn into_inner(self) -> BTreeMap<String, Document> {
        self.0
    }
}

impl Deref for UnknownMembers {
    type Target = BTreeMap<String, Document>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for UnknownMembers {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl From<BTreeMap<String, Document>> for UnknownMembers {
    fn from(members: BTreeMap<String, Document>) -> Self {
        Self(members)
    }
}

impl IntoIterator for UnknownMembers {
    type Item = (String, Document);
    type IntoIter = btree_map::IntoIter<String, Document>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a UnknownMembers {
    type Item = (&'a String, &'a Document);
    type IntoIter = btree_map::Iter<'a, String, Document>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Debug for UnknownMembers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

/// Reads the members of a structure that keeps unknown ones, and reports the index of each key.
pub(super) fn read_all_members<'de, T: Structure, A: MapAccess<'de>>(
    map: A,
    mut notice: impl FnMut(usize),
) -> Result<T, A::Error> {
    let keys = StructureVisitor::<T>::KEYS;
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
            Err(A::Error::custom(format_args!("duplicate field `{}`", Excerpt(entry.key()))))
        }
    }
}

/// Whether a structure has a member that a key reads as.
pub(super) fn is_known<T: Structure>(key: &str) -> bool {
    StructureVisitor::<T>::KEYS.find(0, key).is_some()
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
