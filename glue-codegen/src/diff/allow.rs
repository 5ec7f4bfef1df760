//! Changes that are allowed, each for a reason.

mod entry;
mod read;
mod unmatched;

use glue_model::{Diagnostics, Source};

use super::difference::Difference;
use entry::Entry;

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
