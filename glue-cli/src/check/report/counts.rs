//! The numbers of a report.

/// What was checked, and what was found.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) files: usize,
    pub(super) files_with_errors: usize,
    pub(super) values: usize,
    pub(super) bytes: usize,
    /// Recorded calls.
    pub(super) events: usize,
    /// Recorded calls that were not checked.
    pub(super) skipped: usize,
    pub(super) errors: usize,
    pub(super) notes: usize,
}

/// What separates an entry of a list in JSON from those before.
pub(super) fn separator(index: usize) -> &'static str {
    if index == 0 { "" } else { "," }
}
