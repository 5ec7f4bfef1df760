//! The shapes of a file, by ID.

use std::collections::HashMap;

use super::super::kind::{Category, Kind};
use super::entry::{Content, Entry};
use super::prelude;

/// Refers to a shape: an entry of the file or, after those, a shape of the prelude.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place(usize);

/// All shapes that can be referred to.
pub(super) struct Directory<'a> {
    /// The entries of the file, then those that are available to every file.
    pub(super) entries: &'a [Entry<'a>],
    /// How many of the entries are the file's.
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
    /// Adds a place, and returns whether it was new.
    pub(super) fn add(&mut self, place: Place) -> bool {
        self.0.get_mut(place.0).is_some_and(|there| !std::mem::replace(there, true))
    }

    pub(super) fn has(&self, place: Place) -> bool {
        self.0.get(place.0) == Some(&true)
    }

    /// All places in the order of the file, with those of the prelude last.
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

    /// The number of shapes, including those of the prelude.
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

    /// The shape with an ID.
    pub(super) fn find(&self, id: &str) -> Option<Place> {
        self.by_id.get(id).copied().map(Place)
    }

    /// The entry at a place; `None` for the prelude's shapes.
    pub(super) fn entry(&self, place: Place) -> Option<&'a Entry<'a>> {
        self.entries.get(place.0)
    }

    /// The entry at a place, if it is the file's.
    pub(super) fn own_entry(&self, place: Place) -> Option<&'a Entry<'a>> {
        self.entry(place).filter(|_| place.0 < self.own)
    }

    /// The ID of the shape at a place.
    pub(super) fn id(&self, place: Place) -> &'a str {
        match (self.entry(place), self.prelude(place)) {
            (Some(entry), _) => entry.id(),
            (None, Some((id, _))) => id,
            (None, None) => "",
        }
    }

    /// The category of the shape at a place, if known.
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
