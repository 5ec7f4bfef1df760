//! Finding the member that a key names.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

/// The keys of a type, as generated: the members' own, and other keys that read as a member.
#[derive(Clone, Copy)]
pub(super) struct Keys {
    pub(super) members: &'static [&'static str],
    pub(super) aliases: &'static [(&'static str, usize)],
}

/// Reads a key and finds its member, starting at the one expected next: services write members in
/// the model's order, so the first comparison mostly hits.
pub(super) struct KeySeed {
    pub(super) keys: Keys,
    pub(super) expected: usize,
}

impl Keys {
    pub(super) fn find(self, expected: usize, key: &str) -> Option<usize> {
        if self.members.get(expected).is_some_and(|name| *name == key) {
            return Some(expected);
        }
        let (before, after) = self.members.split_at(expected.min(self.members.len()));
        after
            .iter()
            .position(|name| *name == key)
            .map(|at| at + before.len())
            .or_else(|| before.iter().position(|name| *name == key))
            .or_else(|| self.find_spelled_differently(key))
    }

    /// CloudTrail writes the first letter in lower case, and services write `Message` as `message`.
    #[cold]
    fn find_spelled_differently(self, key: &str) -> Option<usize> {
        if let Some((_, member)) = self.aliases.iter().find(|(alias, _)| *alias == key) {
            return Some(*member);
        }
        let same = |name: &str| match (name.as_bytes(), key.as_bytes()) {
            ([first, rest @ ..], [other, tail @ ..]) => {
                first.is_ascii_uppercase() && first.eq_ignore_ascii_case(other) && rest == tail
            }
            _ => false,
        };
        let by_case = self.members.iter().position(|name| same(name));
        by_case.or_else(|| {
            self.aliases.iter().find(|(alias, _)| same(alias)).map(|(_, member)| *member)
        })
    }
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.keys.find(self.expected, key))
    }

    fn visit_bytes<E: Error>(self, key: &[u8]) -> Result<Self::Value, E> {
        Ok(std::str::from_utf8(key).ok().and_then(|key| self.keys.find(self.expected, key)))
    }
}
