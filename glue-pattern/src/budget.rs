//! What is left of the work that a compilation may do.

use crate::limits::Limits;
use crate::program::Reason;

/// How much work a range of characters is.
const RANGES: usize = 3;

/// The work that is left, from the first character of a pattern to the last byte of its tables.
///
/// A unit takes less than a microsecond in a build without optimization, and no unit takes more
/// than about 200 bytes. Whatever allocates or repeats draws on the budget before it does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budget {
    /// The most states of an automaton, before it is made deterministic and after.
    pub(crate) states: usize,
    /// The units of work that were given.
    given: u64,
    /// The units of work that are left.
    left: u64,
}

impl Budget {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self { states: limits.states, given: limits.work, left: limits.work }
    }

    /// The units of work that were done.
    pub(crate) fn spent(&self) -> u64 {
        self.given - self.left
    }

    /// The units of work that are left.
    pub(crate) fn left(&self) -> u64 {
        self.left
    }

    /// Draws on the budget.
    ///
    /// # Errors
    /// There is not so much left. Nothing is left from then on.
    pub(crate) fn charge(&mut self, work: usize) -> Result<(), Reason> {
        self.left = self.left.saturating_sub(u64::try_from(work).unwrap_or(u64::MAX));
        if self.left == 0 { Err(Reason::Work) } else { Ok(()) }
    }

    /// Draws what it takes to go through a number of ranges of characters.
    pub(crate) fn charge_ranges(&mut self, ranges: usize) -> Result<(), Reason> {
        self.charge(ranges.saturating_mul(RANGES))
    }

    /// Does something with a part of what is left, which is drawn on here as well.
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
