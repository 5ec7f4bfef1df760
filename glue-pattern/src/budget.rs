//! The work that a compilation may still do.

use crate::limits::Limits;
use crate::program::Reason;

/// The work for a range of characters.
const RANGES: usize = 3;

/// The remaining work, from the first character of a pattern to the last byte of its tables.
///
/// A unit takes less than a microsecond in a build without optimization, and at most about 200
/// bytes. Everything that allocates or repeats takes its work from the budget first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budget {
    /// The maximum number of states of an automaton, before and after it is made deterministic.
    pub(crate) states: usize,
    /// The units of work at the start.
    given: u64,
    /// The units of work that are left.
    left: u64,
}

impl Budget {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self { states: limits.states, given: limits.work, left: limits.work }
    }

    /// The units of work done so far.
    pub(crate) fn spent(&self) -> u64 {
        self.given - self.left
    }

    /// The units of work that are left.
    pub(crate) fn left(&self) -> u64 {
        self.left
    }

    /// Takes work from the budget.
    ///
    /// # Errors
    /// There is not enough work left. Nothing is left from then on.
    pub(crate) fn charge(&mut self, work: usize) -> Result<(), Reason> {
        self.left = self.left.saturating_sub(u64::try_from(work).unwrap_or(u64::MAX));
        if self.left == 0 { Err(Reason::Work) } else { Ok(()) }
    }

    /// Takes the work for a number of ranges of characters.
    pub(crate) fn charge_ranges(&mut self, ranges: usize) -> Result<(), Reason> {
        self.charge(ranges.saturating_mul(RANGES))
    }

    /// Runs something with a part of the remaining work; what it uses is taken from this budget
    /// too.
    pub(crate) fn within<T>(
        &mut self,
        states: usize,
        work: u64,
        attempt: impl FnOnce(&mut Self) -> Result<T, Reason>,
    ) -> Result<T, Reason> {
        let given = work.min(self.left);
        let mut part = Self { states, given, left: given };
        let outcome = attempt(&mut part);
        self.left -= part.spent();
        outcome
    }
}
