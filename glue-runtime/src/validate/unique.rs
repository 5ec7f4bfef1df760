//! Lists that may hold no value twice.

use std::hash::RandomState;

use serde_core::Serialize;

use super::checker::Checker;
use super::form::form_hash;
use super::violation::ViolationKind;
use crate::wire::{Codec, Encoded};

/// How many entries are looked through without an allocation.
const FEW: usize = 16;

impl Checker {
    /// Reports a list that holds a value twice. Only a list of more than a few entries costs an
    /// allocation: they are sorted to find equal ones.
    pub fn unique_items<T: Ord>(&mut self, entries: &[T]) {
        if entries.len() <= FEW {
            let mut places = entries.iter().enumerate();
            let repeats =
                places.any(|(index, entry)| entries.iter().take(index).any(|other| other == entry));
            return self.report_repeats(repeats);
        }
        let mut sorted: Vec<&T> = entries.iter().collect();
        sorted.sort_unstable();
        self.report_repeats(has_neighbors(&sorted, |one, other| one == other));
    }

    /// Reports a list that holds a value twice, where values have no order.
    ///
    /// Two values are the same if they are written the same, as structures, maps, unions and
    /// documents are member by member. `0.0` and `-0.0` are one value, and so is NaN.
    pub fn unique_unordered_items<T: Serialize>(&mut self, entries: &[T]) {
        self.unique_forms(entries, |entry| entry);
    }

    /// Does the same for entries that are written in the form of a codec.
    pub fn unique_unordered_items_as<C: Codec<T>, T>(&mut self, entries: &[T]) {
        self.unique_forms(entries, Encoded::<C, T>::new);
    }

    fn unique_forms<'a, T, F: Serialize>(&mut self, entries: &'a [T], form: fn(&'a T) -> F) {
        let state = RandomState::new();
        let hash = |(place, entry)| (form_hash(&state, &form(entry)), place);
        let mut few = [(0, 0); FEW];
        let mut many = Vec::new();
        let hashes = match few.get_mut(..entries.len()) {
            Some(few) => {
                let all = (0..).zip(entries).map(hash);
                few.iter_mut().zip(all).for_each(|(slot, hash)| *slot = hash);
                few
            }
            None => {
                many.extend((0..).zip(entries).map(hash));
                &mut many[..]
            }
        };
        hashes.sort_unstable();
        // Different values may have one hash by chance, but hardly two.
        let other = RandomState::new();
        let second = |place: usize| entries.get(place).map(|entry| form_hash(&other, &form(entry)));
        let repeats = has_neighbors(hashes, |(hash, place), (next, next_place)| {
            hash == next && second(*place) == second(*next_place)
        });
        self.report_repeats(repeats);
    }

    fn report_repeats(&mut self, has_repeats: bool) {
        if has_repeats {
            self.report(|| ViolationKind::UniqueItems);
        }
    }
}

/// Whether two neighbors are the same.
fn has_neighbors<T>(sorted: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    sorted.windows(2).any(|pair| matches!(pair, [one, other] if same(one, other)))
}
