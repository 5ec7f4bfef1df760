//! Keys of types that keep what their model does not have.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::key::{KeySeed, Keys};

/// A key, as the member that it names or as it came.
#[cfg_attr(test, derive(Debug, PartialEq))]
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
            // No member has such a key, and not every format could write it, so it is skipped.
            Err(_) => Ok(OpenKey::Member(self.0.none())),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_core::de::value::{BytesDeserializer, Error, StrDeserializer};

    use super::super::names::Names;
    use super::*;

    struct Letters;

    impl Names for Letters {
        const MEMBERS: &'static [&'static str] = &["a", "b"];
        const ALIASES: &'static [(&'static str, usize)] = &[("c", 0)];
    }

    const KEYS: &Keys = &Keys::new::<Letters>();

    #[test]
    fn keys_read_alike_as_text_and_as_bytes() {
        let unknown = OpenKey::Unknown("d".to_owned());
        let members = [("a", 0), ("B", 1), ("c", 0)].map(|(key, at)| (key, OpenKey::Member(at)));
        for (key, expected) in members.into_iter().chain([("d", unknown)]) {
            let text = StrDeserializer::<Error>::new(key);
            assert_eq!(OpenKeySeed(KEYS, 0).deserialize(text).as_ref(), Ok(&expected), "{key}");
            let bytes = BytesDeserializer::<Error>::new(key.as_bytes());
            assert_eq!(OpenKeySeed(KEYS, 0).deserialize(bytes).as_ref(), Ok(&expected), "{key}");
        }
    }

    #[test]
    fn bytes_that_are_not_text_name_no_member() {
        let bytes = BytesDeserializer::<Error>::new(b"\xff");
        assert_eq!(OpenKeySeed(KEYS, 0).deserialize(bytes), Ok(OpenKey::Member(KEYS.none())));
    }
}
