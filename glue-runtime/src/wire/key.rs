//! Finding the member that a key names.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::names::Names;
use super::slots::{FREE, Slots};

/// The names of a type's members, with a hash table of them that the compiler makes.
pub(super) struct Keys {
    /// The members' keys.
    members: &'static [&'static str],
    /// Other names, with the members that they mean.
    aliases: &'static [(&'static str, usize)],
    slots: Slots,
}

impl Keys {
    /// Makes the table; called by the compiler.
    pub(super) const fn new<T: Names>() -> Self {
        Self { members: T::MEMBERS, aliases: T::ALIASES, slots: Slots::new::<T>() }
    }

    /// The index for keys that name no member.
    pub(super) fn none(&self) -> usize {
        self.members.len()
    }

    /// The member that a key names. The one expected next is tried first because the AWS CLI writes
    /// members in the model's order; other writers may sort them.
    #[inline]
    pub(super) fn find(&self, expected: usize, key: &str) -> Option<usize> {
        if self.members.get(expected).is_some_and(|name| *name == key) {
            return Some(expected);
        }
        let mut slot = self.slots.first(key.as_bytes());
        loop {
            let entry = self.slots.entry(slot);
            match self.members.get(entry) {
                Some(name) if *name == key => return Some(entry),
                None if entry == FREE => return self.find_in_another_case(key),
                Some(_) => {}
                None => match self.name(entry) {
                    Some((name, member)) if name == key => return Some(member),
                    _ => {}
                },
            }
            slot += 1;
        }
    }

    /// The member that a key names if ASCII case does not count. Step Functions writes every key in
    /// PascalCase, CloudTrail the first letter in lower case, and Jackson `dpuseconds`.
    ///
    /// Of names that differ only in case, one that differs in its first letter alone comes before
    /// the others, and then the one that the model has first.
    #[cold]
    fn find_in_another_case(&self, key: &str) -> Option<usize> {
        let mut found: Option<(usize, bool)> = None;
        for (name, member) in self.candidates(key).filter_map(|entry| self.name(entry)) {
            if name == key {
                return Some(member);
            }
            if name.eq_ignore_ascii_case(key) {
                let rest = name.as_bytes().get(1..) == key.as_bytes().get(1..);
                let better = found.is_none_or(|(_, had_rest)| rest && !had_rest);
                found = if better { Some((member, rest)) } else { found };
            }
        }
        found.map(|(member, _)| member)
    }

    /// The names that a key may mean: those at its place in the table, and those that have none.
    fn candidates(&self, key: &str) -> impl Iterator<Item = usize> {
        let slots = self.slots.first(key.as_bytes())..;
        let entries = slots.map(|slot| self.slots.entry(slot)).take_while(|entry| *entry != FREE);
        entries.chain(Slots::CAPACITY..self.members.len() + self.aliases.len())
    }

    /// A name and its member, by its entry in the table: other names come after the members.
    fn name(&self, entry: usize) -> Option<(&'static str, usize)> {
        match self.members.get(entry) {
            Some(name) => Some((name, entry)),
            None => self.aliases.get(entry.checked_sub(self.members.len())?).copied(),
        }
    }
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
