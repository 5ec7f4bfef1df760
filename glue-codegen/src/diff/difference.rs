//! All changes between two versions of a model.

use std::collections::BTreeMap;

use super::change::{Change, Impact, ItemKind};

/// The differences between two versions of a model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The changes, grouped by item: first the items with breaking changes, then those whose
    /// changes alter behavior. The changes of an item have the same order.
    pub changes: Vec<Change>,
}

impl Difference {
    /// All changes, in order.
    pub(super) fn of(changes: Vec<Change>) -> Self {
        Self { changes: ordered(changes) }
    }

    /// Returns the greatest impact among the changes; `None` if nothing changed.
    #[must_use]
    pub fn impact(&self) -> Option<Impact> {
        self.changes.iter().map(|change| change.impact).max()
    }

    /// Returns how many changes are allowed.
    #[must_use]
    pub fn allowed(&self) -> usize {
        self.changes.iter().filter(|change| change.allowed.is_some()).count()
    }

    /// Returns how many changes have the given impact.
    #[must_use]
    pub fn count(&self, impact: Impact) -> usize {
        self.changes.iter().filter(|change| change.impact == impact).count()
    }
}

/// The changes item by item, the gravest first.
fn ordered(changes: Vec<Change>) -> Vec<Change> {
    let mut items: BTreeMap<(ItemKind, String), Vec<Change>> = BTreeMap::new();
    for change in changes {
        items.entry((change.kind, change.item.clone())).or_default().push(change);
    }
    let gravest_first = |change: &Change| std::cmp::Reverse(change.impact);
    let mut items: Vec<Vec<Change>> = items.into_values().collect();
    // The sort is stable.
    items.iter_mut().for_each(|changes| changes.sort_by_key(gravest_first));
    items.sort_by_key(|changes| changes.first().map(gravest_first));
    items.into_iter().flatten().collect()
}
