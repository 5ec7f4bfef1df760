//! The shapes of a file, by id.

use std::collections::HashMap;

use super::super::kind::{Category, Kind};
use super::entry::{Content, Entry};
use super::prelude;

/// Names a shape: an entry of the file or, behind those, a shape of the prelude.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place(usize);

/// All shapes that can be referred to.
pub(super) struct Directory<'a> {
    /// Those of the file, then those that stand behind every file.
    pub(super) entries: &'a [Entry<'a>],
    /// How many are the file's.
    own: usize,
    by_id: HashMap<&'a str, usize>,
}

impl Place {
    /// The index into a table of all entries and the prelude.
    pub(super) fn index(self) -> usize {
        self.0
    }
}

/// A set of places.
pub(super) struct Places(Vec<bool>);

impl Places {
    /// Adds a place, and tells whether it was not there.
    pub(super) fn add(&mut self, place: Place) -> bool {
        self.0.get_mut(place.0).is_some_and(|there| !std::mem::replace(there, true))
    }

    pub(super) fn has(&self, place: Place) -> bool {
        self.0.get(place.0) == Some(&true)
    }

    /// All of them, in the order of the file, those of the prelude last.
    pub(super) fn in_order(&self) -> Vec<Place> {
        (0..self.0.len()).map(Place).filter(|place| self.has(*place)).collect()
    }
}

impl<'a> Directory<'a> {
    pub(super) fn new(entries: &'a [Entry<'a>], own: usize) -> Self {
        let mut by_id = HashMap::with_capacity(entries.len() + prelude::SHAPES.len());
        for (index, (id, _)) in prelude::SHAPES.iter().enumerate() {
            by_id.insert(*id, entries.len() + index);
        }
        for (index, entry) in entries.iter().enumerate() {
            if !matches!(entry.content, Content::Apply) {
                by_id.insert(entry.id(), index);
            }
        }
        Self { entries, own, by_id }
    }

    /// How many shapes there are, those of the prelude among them.
    pub(super) fn len(&self) -> usize {
        self.entries.len() + prelude::SHAPES.len()
    }

    /// An empty set of places.
    pub(super) fn no_places(&self) -> Places {
        Places(vec![false; self.len()])
    }

    /// All places, in the order of the file.
    pub(super) fn all(&self) -> impl Iterator<Item = Place> + use<> {
        (0..self.len()).map(Place)
    }

    /// All entries with their places, in the order of the file.
    pub(super) fn places(&self) -> impl Iterator<Item = (Place, &'a Entry<'a>)> + use<'a> {
        self.entries.iter().enumerate().map(|(index, entry)| (Place(index), entry))
    }

    /// The shape with an id.
    pub(super) fn find(&self, id: &str) -> Option<Place> {
        self.by_id.get(id).copied().map(Place)
    }

    /// The entry at a place; the prelude's shapes have none.
    pub(super) fn entry(&self, place: Place) -> Option<&'a Entry<'a>> {
        self.entries.get(place.0)
    }

    /// The entry at a place, if the file has it.
    pub(super) fn own_entry(&self, place: Place) -> Option<&'a Entry<'a>> {
        self.entry(place).filter(|_| place.0 < self.own)
    }

    /// The id of the shape at a place.
    pub(super) fn id(&self, place: Place) -> &'a str {
        match (self.entry(place), self.prelude(place)) {
            (Some(entry), _) => entry.id(),
            (None, Some((id, _))) => id,
            (None, None) => "",
        }
    }

    /// What the shape at a place is, where that is known.
    pub(super) fn category(&self, place: Place) -> Option<Category> {
        match self.entry(place) {
            Some(entry) => entry.category(),
            None => self.prelude(place).map(|(_, kind)| Category::Data(*kind)),
        }
    }

    fn prelude(&self, place: Place) -> Option<&'static (&'static str, Kind)> {
        prelude::SHAPES.get(place.0.checked_sub(self.entries.len())?)
    }
}
