//! Changes, indexed by the fields that entries of a list name.

use std::collections::HashMap;

use super::entry::Entry;
use crate::diff::change::{Change, ItemKind};

/// The kind and name of an item, the member, and the aspect.
type Key<'a> = (ItemKind, &'a str, Option<&'a str>, &'static str);

/// An index of all changes.
pub(super) struct Index<'a> {
    /// The changes, each with its place among all.
    changes: HashMap<Key<'a>, Vec<(usize, &'a Change)>>,
    items: HashMap<(ItemKind, &'a str), Vec<&'a Change>>,
    /// The items of each kind, in order.
    names: HashMap<ItemKind, Vec<&'a str>>,
}

impl<'a> Index<'a> {
    pub(super) fn new(changes: &'a [Change]) -> Self {
        let mut index =
            Self { changes: HashMap::new(), items: HashMap::new(), names: HashMap::new() };
        for (place, change) in changes.iter().enumerate() {
            let (kind, item) = (change.kind, change.item.as_str());
            let key = (kind, item, change.member.as_deref(), change.aspect.code());
            index.changes.entry(key).or_default().push((place, change));
            let of_item = index.items.entry((kind, item)).or_default();
            if of_item.is_empty() {
                index.names.entry(kind).or_default().push(item);
            }
            of_item.push(change);
        }
        index
    }

    /// The changes of an aspect of an item or member.
    pub(super) fn named(&self, entry: &'a Entry) -> &[(usize, &'a Change)] {
        let key = (entry.kind, &*entry.item, entry.member.as_deref(), entry.aspect.code());
        self.changes.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The changes of an item.
    pub(super) fn of_item(&self, entry: &'a Entry) -> &[&'a Change] {
        self.items.get(&(entry.kind, &*entry.item)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The changed items of a kind.
    pub(super) fn items(&self, kind: ItemKind) -> &[&'a str] {
        self.names.get(&kind).map(Vec::as_slice).unwrap_or_default()
    }
}
