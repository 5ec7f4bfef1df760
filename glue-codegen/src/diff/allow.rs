//! Changes that are allowed, each for a reason.

mod read;
mod unmatched;

use glue_model::{Diagnostics, Position, Source};

use super::Difference;
use super::change::{Change, ItemKind};

/// A list of changes that are allowed.
///
/// The file is an object of named entries. Each names one change, by the keys that
/// `glue-codegen diff --json` has for it, and the reason why it may pass:
///
/// ```json
/// {
///     "ratio-is-not-used": {
///         "reason": "Nothing of ours reads the ratio.",
///         "kind": "structure",
///         "item": "Item",
///         "member": "Ratio",
///         "aspect": "type",
///         "new": "Option<String>"
///     }
/// }
/// ```
///
/// A `member` that is left out or null means the item as a whole. What was (`old`) and what is
/// (`new`) may be left out, and then may be anything; null means that there is none.
#[derive(Clone, Debug)]
pub struct AllowList {
    file: String,
    entries: Vec<Entry>,
}

/// An allowed change.
#[derive(Clone, Debug)]
struct Entry {
    name: String,
    position: Option<Position>,
    reason: String,
    kind: ItemKind,
    item: String,
    member: Option<String>,
    aspect: String,
    /// What it was, where that is given; none within where there was none.
    old: Option<Option<String>>,
    /// What it is, in the same way.
    new: Option<Option<String>>,
}

impl AllowList {
    /// Reads a list.
    ///
    /// # Errors
    /// All problems of the file.
    pub fn read(source: &Source<'_>) -> Result<Self, Diagnostics> {
        let entries = read::entries(source)?;
        Ok(Self { file: source.file.to_owned(), entries })
    }
}

impl Difference {
    /// Allows the changes that a list names: each gets the reason of the first entry that names it.
    ///
    /// # Errors
    /// Every entry that names no change. The others are applied nevertheless.
    pub fn allow(&mut self, list: &AllowList) -> Result<(), Diagnostics> {
        let unmatched: Vec<&Entry> =
            list.entries.iter().filter(|entry| !entry.apply(&mut self.changes)).collect();
        match unmatched.is_empty() {
            true => Ok(()),
            false => Err(unmatched::problems(&list.file, &unmatched, &self.changes)),
        }
    }
}

impl Entry {
    /// Allows the changes that this names; false if there are none.
    fn apply(&self, changes: &mut [Change]) -> bool {
        let mut is_used = false;
        for change in changes.iter_mut().filter(|change| self.names(change) && self.fits(change)) {
            change.allowed.get_or_insert_with(|| self.reason.clone());
            is_used = true;
        }
        is_used
    }

    /// Whether a change is about the aspect of the item and member.
    fn names(&self, change: &Change) -> bool {
        self.is_of_item(change)
            && self.member == change.member
            && self.aspect == change.aspect.code()
    }

    fn is_of_item(&self, change: &Change) -> bool {
        self.kind == change.kind && self.item == change.item
    }

    /// Whether what was and what is are as the entry says.
    fn fits(&self, change: &Change) -> bool {
        self.old.as_ref().is_none_or(|old| *old == change.old)
            && self.new.as_ref().is_none_or(|new| *new == change.new)
    }
}
