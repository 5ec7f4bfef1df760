//! How much a pattern may cost.

/// Bounds on the work and the memory of one compilation. A pattern that exceeds them becomes
/// [`Program::Unchecked`](crate::Program::Unchecked), whatever it is: no pattern takes for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most states of the automaton, before it is made deterministic and after.
    pub states: usize,
    /// The most steps of the construction; a million take about a tenth of a second in a build
    /// without optimization.
    pub work: u64,
    /// The most bytes of the tables.
    pub table_bytes: usize,
}

impl Default for Limits {
    /// 16,000 states, 20 million steps, 32 KiB.
    fn default() -> Self {
        Self {
            states: 16_000,
            work: 20_000_000,
            table_bytes: 32 * 1024,
        }
    }
}
