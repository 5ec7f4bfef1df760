//! Finding the member that a key names, where a key that names none is kept.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

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

#[cfg(test)]
mod tests {
    use serde::de::value::{BytesDeserializer, Error, StrDeserializer};

    use super::*;
    use crate::wire::names::Names;

    struct Sizes;

    impl Names for Sizes {
        const MEMBERS: &'static [&'static str] = &["Small", "Large"];
        const ALIASES: &'static [(&'static str, usize)] = &[("big", 1)];
    }

    const KEYS: &Keys = &Keys::new::<Sizes>();

    #[test]
    fn keys_are_found_or_kept_as_text_and_as_bytes() {
        for (key, expected) in
            [("Large", Some(1)), ("large", Some(1)), ("big", Some(1)), ("L", None)]
        {
            let text = StrDeserializer::<Error>::new(key);
            let bytes = BytesDeserializer::<Error>::new(key.as_bytes());
            let found = [
                OpenKeySeed(KEYS, 0).deserialize(text).unwrap(),
                OpenKeySeed(KEYS, 0).deserialize(bytes).unwrap(),
            ];
            for found in found {
                match found {
                    OpenKey::Member(member) => assert_eq!(Some(member), expected, "{key}"),
                    OpenKey::Unknown(unknown) => {
                        assert_eq!((unknown.as_str(), expected), (key, None))
                    }
                }
            }
        }
        let bytes = BytesDeserializer::<Error>::new(&[0xFF]);
        assert!(matches!(OpenKeySeed(KEYS, 0).deserialize(bytes), Ok(OpenKey::Member(2))));
    }
}
