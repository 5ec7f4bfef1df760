//! An entry of a list, and the changes that it names.

use glue_model::Position;

use crate::diff::change::{Change, ItemKind};

/// An allowed change.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) position: Option<Position>,
    pub(super) reason: String,
    pub(super) kind: ItemKind,
    pub(super) item: String,
    pub(super) member: Option<String>,
    pub(super) aspect: String,
    /// What it was, where that is given; none within where there was none.
    pub(super) old: Option<Option<String>>,
    /// What it is, in the same way.
    pub(super) new: Option<Option<String>>,
}

impl Entry {
    /// Allows the changes that this names; false if there are none.
    pub(super) fn apply(&self, changes: &mut [Change]) -> bool {
        let mut is_used = false;
        for change in changes.iter_mut().filter(|change| self.names(change) && self.fits(change)) {
            change.allowed.get_or_insert_with(|| self.reason.clone());
            is_used = true;
        }
        is_used
    }

    /// Whether a change is about the aspect of the item and member.
    pub(super) fn names(&self, change: &Change) -> bool {
        self.is_of_item(change)
            && self.member == change.member
            && self.aspect == change.aspect.code()
    }

    pub(super) fn is_of_item(&self, change: &Change) -> bool {
        self.kind == change.kind && self.item == change.item
    }

    /// Whether what was and what is are as the entry says.
    fn fits(&self, change: &Change) -> bool {
        self.old.as_ref().is_none_or(|old| *old == change.old)
            && self.new.as_ref().is_none_or(|new| *new == change.new)
    }
}
