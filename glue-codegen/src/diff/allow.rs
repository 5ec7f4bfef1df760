//! Changes that are allowed, each for a reason.

mod entry;
mod index;
mod read;
mod unmatched;

use glue_model::{Diagnostics, Source};

use super::difference::Difference;
use entry::Entry;
use index::Index;

/// A list of changes that are allowed.
///
/// The file is an object of named entries. Each entry identifies one change, with the keys that
/// `glue-codegen diff --json` prints for it, and gives the reason why it is allowed:
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
/// A `member` that is left out or null means the item as a whole. The values before (`old`) and
/// after (`new`) may be left out, and then match anything; null means that there is no value.
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
    /// Allows the changes that a list identifies. Each gets the reason of the first entry that
    /// matches.
    ///
    /// # Errors
    /// The entries that match no change. If there are too many, only the first ones and the number
    /// of the others. The other entries are applied nevertheless.
    pub fn allow(&mut self, list: &AllowList) -> Result<(), Diagnostics> {
        let index = Index::new(&self.changes);
        let mut unmatched = Vec::new();
        let mut allowed = Vec::new();
        for entry in &list.entries {
            let named = index.named(entry).iter().filter(|(_, change)| entry.fits(change));
            let before = allowed.len();
            allowed.extend(named.map(|(place, _)| (*place, entry)));
            if allowed.len() == before {
                unmatched.push(entry);
            }
        }
        let problems = unmatched::problems(&list.file, &unmatched, &index);
        for (place, entry) in allowed {
            if let Some(change) = self.changes.get_mut(place) {
                change.allowed.get_or_insert_with(|| entry.reason.clone());
            }
        }
        match problems.is_empty() {
            true => Ok(()),
            false => Err(problems),
        }
    }
}
