//! Keys of types that keep what their model does not have.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::key::{KeySeed, Keys};

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
