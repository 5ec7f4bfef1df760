//! Lists and maps.

use std::collections::HashSet;
use std::hash::RandomState;

use serde_core::Serialize;

use super::source::Source;
use crate::validate::form_hash;

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
        (0..length).map(|_| self.held(entry)).collect()
    }

    /// A list that holds no value twice.
    pub fn unique_list<T: Serialize>(
        &mut self,
        min: Option<u64>,
        max: Option<u64>,
        entry: fn(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.unique(min, max, entry)
    }

    /// The same, whose entries may be null.
    pub fn unique_sparse_list<T: Serialize>(
        &mut self,
        min: Option<u64>,
        max: Option<u64>,
        entry: fn(&mut Self) -> Option<T>,
    ) -> Option<Vec<Option<T>>> {
        self.unique(min, max, |from| from.held(entry))
    }

    fn unique<T: Serialize>(
        &mut self,
        min: Option<u64>,
        max: Option<u64>,
        draw: impl Fn(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        let wanted = self.length(min, max)?;
        let (state, mut seen, mut entries) = (RandomState::new(), HashSet::new(), Vec::new());
        self.distinct((at_least(min), wanted), draw, |entry| {
            if seen.insert(form_hash(&state, &entry)) {
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
        self.map_of(min, max, key, |from| from.held(value))
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
    fn held<T>(&mut self, draw: fn(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.choose(4) == 3 { Some(None) } else { draw(self).map(Some) }
    }
}

fn at_least(min: Option<u64>) -> usize {
    usize::try_from(min.unwrap_or(0)).unwrap_or(usize::MAX)
}
