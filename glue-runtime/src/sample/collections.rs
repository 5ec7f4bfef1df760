//! Lists and maps.

use std::collections::{BTreeSet, HashSet};
use std::hash::RandomState;

use serde_core::Serialize;

use super::source::Source;
use crate::validate::form_hash;
use crate::wire::{Codec, Encoded};

impl Source<'_, '_> {
    /// A list.
    pub fn list<T>(
        &mut self,
        min: Option<u64>,
        max: Option<u64>,
        entry: fn(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let length = self.length(min, max)?;
        (0..length).map(|_| entry(self)).collect()
    }

    /// A list whose entries may be null.
    pub fn sparse_list<T>(
        &mut self,
        min: Option<u64>,
        max: Option<u64>,
        entry: fn(&mut Self) -> Option<T>,
    ) -> Option<Vec<Option<T>>> {
        let length = self.length(min, max)?;
        (0..length).map(|_| self.nullable(entry)).collect()
    }

    /// A list that holds no value twice, in ascending order.
    pub fn unique_list<T: Ord>(
        &mut self,
        min: Option<u64>,
        max: Option<u64>,
        entry: fn(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let wanted = self.length(min, max)?;
        let mut entries = BTreeSet::new();
        self.distinct((at_least(min), wanted), entry, |entry| {
            entries.insert(entry);
            entries.len()
        })?;
        Some(entries.into_iter().collect())
    }

    /// A list that holds no value twice, where values have no order.
    pub fn unique_unordered_list<T: Serialize>(
        &mut self,
        min: Option<u64>,
        max: Option<u64>,
        entry: fn(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let state = RandomState::new();
        self.unique_by(min, max, entry, |entry| form_hash(&state, entry))
    }

    /// The same for entries that are written in the form of a codec.
    pub fn unique_unordered_list_as<C: Codec<T>, T>(
        &mut self,
        min: Option<u64>,
        max: Option<u64>,
        entry: fn(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let state = RandomState::new();
        self.unique_by(min, max, entry, |entry| form_hash(&state, &Encoded::<C, T>::new(entry)))
    }

    fn unique_by<T>(
        &mut self,
        min: Option<u64>,
        max: Option<u64>,
        entry: fn(&mut Self) -> Option<T>,
        hash: impl Fn(&T) -> u64,
    ) -> Option<Vec<T>> {
        let wanted = self.length(min, max)?;
        let (mut seen, mut entries) = (HashSet::new(), Vec::new());
        self.distinct((at_least(min), wanted), entry, |entry| {
            if seen.insert(hash(&entry)) {
                entries.push(entry);
            }
            entries.len()
        })?;
        Some(entries)
    }

    /// A map.
    pub fn map<M: FromIterator<(K, V)>, K: AsRef<str>, V>(
        &mut self,
        min: Option<u64>,
        max: Option<u64>,
        key: fn(&mut Self) -> Option<K>,
        value: fn(&mut Self) -> Option<V>,
    ) -> Option<M> {
        self.map_of(min, max, key, value)
    }

    /// A map whose values may be null.
    pub fn sparse_map<M: FromIterator<(K, Option<V>)>, K: AsRef<str>, V>(
        &mut self,
        min: Option<u64>,
        max: Option<u64>,
        key: fn(&mut Self) -> Option<K>,
        value: fn(&mut Self) -> Option<V>,
    ) -> Option<M> {
        self.map_of(min, max, key, |from| from.nullable(value))
    }

    fn map_of<M: FromIterator<(K, V)>, K: AsRef<str>, V>(
        &mut self,
        min: Option<u64>,
        max: Option<u64>,
        key: fn(&mut Self) -> Option<K>,
        value: impl Fn(&mut Self) -> Option<V>,
    ) -> Option<M> {
        let wanted = self.length(min, max)?;
        let (mut seen, mut keys) = (HashSet::new(), Vec::new());
        self.distinct((at_least(min), wanted), key, |key| {
            if seen.insert(key.as_ref().to_owned()) {
                keys.push(key);
            }
            keys.len()
        })?;
        keys.into_iter().map(|key| Some((key, value(self)?))).collect()
    }

    /// A value that may be null.
    pub fn nullable<T>(&mut self, draw: fn(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.choose(4) == 3 { Some(None) } else { draw(self).map(Some) }
    }
}

fn at_least(min: Option<u64>) -> usize {
    usize::try_from(min.unwrap_or(0)).unwrap_or(usize::MAX)
}
