//! Finding the member that a key names.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

/// The keys of a type, as generated: the members' own, and other keys that read as a member.
pub(super) struct Keys {
    members: &'static [&'static str],
    aliases: &'static [(&'static str, usize)],
    /// A hash table of the first [`TABLED`] members, made by the compiler: each is in the slot that
    /// its key hashes to, or in the next free one.
    slots: [u8; 256],
}

/// How many members the table takes, so that half of it stays free.
const TABLED: usize = 128;

/// What a free slot holds.
const FREE: u8 = u8::MAX;

impl Keys {
    /// Makes the table; called by the compiler.
    pub(super) const fn new(
        members: &'static [&'static str],
        aliases: &'static [(&'static str, usize)],
    ) -> Self {
        let mut slots = [FREE; 256];
        let mut member = 0;
        while member < members.len() && member < TABLED {
            let mut slot = hash(members[member].as_bytes());
            while slots[slot as usize] != FREE {
                slot = slot.wrapping_add(1);
            }
            slots[slot as usize] = member as u8;
            member += 1;
        }
        Self { members, aliases, slots }
    }

    /// The index that stands for no member.
    pub(super) fn none(&self) -> usize {
        self.members.len()
    }

    /// The member that a key names. The one expected next is tried first, for the AWS CLI writes
    /// members in the model's order; other writers may sort them.
    #[inline]
    pub(super) fn find(&self, expected: usize, key: &str) -> Option<usize> {
        if self.members.get(expected).is_some_and(|name| *name == key) {
            return Some(expected);
        }
        let mut slot = hash(key.as_bytes());
        loop {
            let member = self.slots[usize::from(slot)];
            if member == FREE {
                return self.find_elsewhere(key);
            }
            let member = usize::from(member);
            if self.members.get(member).is_some_and(|name| *name == key) {
                return Some(member);
            }
            slot = slot.wrapping_add(1);
        }
    }

    #[cold]
    fn find_elsewhere(&self, key: &str) -> Option<usize> {
        self.members
            .iter()
            .position(|name| *name == key)
            .or_else(|| self.find_spelled_differently(key))
    }

    /// CloudTrail writes the first letter in lower case, and services write `Message` as `message`.
    #[cold]
    fn find_spelled_differently(&self, key: &str) -> Option<usize> {
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

/// Mixes what tells members' names apart best: the length, the first, middle and last byte.
#[inline]
const fn hash(key: &[u8]) -> u8 {
    let [first, .., last] = key else { return 0 };
    let middle = key[key.len() / 2];
    let mixed = u32::from_le_bytes([*first, middle, *last, key.len() as u8]);
    (mixed.wrapping_mul(0x9E37_79B1) >> 24) as u8
}

/// Reads a key and finds its member; [`Keys::none`] if there is none.
pub(super) struct KeySeed(pub(super) &'static Keys, pub(super) usize);

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.0.find(self.1, key).unwrap_or(self.0.none()))
    }

    fn visit_bytes<E: Error>(self, key: &[u8]) -> Result<Self::Value, E> {
        std::str::from_utf8(key).map_or(Ok(self.0.none()), |key| self.visit_str(key))
    }
}
