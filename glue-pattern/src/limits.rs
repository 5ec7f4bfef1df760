//! The maximum cost of a pattern.

/// Bounds on the work and the memory of one compilation. A pattern that exceeds them becomes
/// [`Program::Unchecked`](crate::Program::Unchecked), so no pattern takes forever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The maximum number of states of an automaton, before and after it is made deterministic. No
    /// table has more than 65,535.
    pub states: usize,
    /// The maximum units of work, from reading the pattern to writing its tables, over all programs
    /// that are tried for it. In a build without optimization, a million units take about a second
    /// at most, and 256 MB.
    pub work: u64,
    /// The maximum size of the tables in bytes.
    pub table_bytes: usize,
}

impl Default for Limits {
    /// 16,000 states, 6 million steps, 32 KiB.
    fn default() -> Self {
        Self { states: 16_000, work: 9_000_000, table_bytes: 32 * 1024 }
    }
}
