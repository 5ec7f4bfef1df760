//! An entry of a list.

use glue_model::Position;

use crate::diff::aspect::Aspect;
use crate::diff::change::{Change, ItemKind};

/// How many problems of a list are reported; the limit for models is the same.
pub(super) const MOST_PROBLEMS: usize = 1000;

/// An allowed change.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) position: Option<Position>,
    pub(super) reason: String,
    pub(super) kind: ItemKind,
    pub(super) item: String,
    pub(super) member: Option<String>,
    pub(super) aspect: Aspect,
    /// The old value, if the entry gives it; an inner `None` means that there was none.
    pub(super) old: Option<Option<String>>,
    /// The new value, in the same form.
    pub(super) new: Option<Option<String>>,
}

impl Entry {
    /// Whether the old and new values are as the entry says.
    pub(super) fn fits(&self, change: &Change) -> bool {
        self.old.as_ref().is_none_or(|old| *old == change.old)
            && self.new.as_ref().is_none_or(|new| *new == change.new)
    }
}
