//! Optional members that full values lack, because nothing can be their value.

use std::collections::BTreeSet;

/// The members, each of which is reported once.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    known: BTreeSet<(&'static str, &'static str)>,
    notes: Vec<String>,
}

impl LeftOut {
    /// Adds a member of a structure.
    pub(super) fn add(
        &mut self,
        structure: &'static str,
        member: &'static str,
        reason: impl FnOnce() -> String,
    ) {
        if self.known.insert((structure, member)) {
            let reason = reason();
            self.notes.push(format!("`{member}` of `{structure}` is left out: {reason}"));
        }
    }

    /// What is not reported yet.
    pub(super) fn take(&mut self) -> Vec<String> {
        std::mem::take(&mut self.notes)
    }
}
