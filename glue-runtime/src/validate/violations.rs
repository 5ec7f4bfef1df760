//! All broken constraints of a value.

use std::fmt;

use serde_core::ser::{Serialize, Serializer};

use super::violation::Violation;

/// How many violations are reported one by one.
pub(super) const MAX_VIOLATIONS: usize = 1_000;

/// Every constraint that a value breaks, in the order of its members; never empty.
///
/// It prints as Smithy's servers word it: `2 validation errors detected. Value at ...; Value at ...`.
/// As JSON it is the list of violations.
///
/// A value may break more constraints than anyone reads: the first 1,000 violations are kept, and
/// the others are counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Violations {
    pub(super) list: Vec<Violation>,
    pub(super) left_out: usize,
}

impl Violations {
    /// The violations, in the order of the value's members.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.list.iter()
    }

    /// The number of violations that [`iter`](Self::iter) does not have.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.left_out
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.list.len() + self.left_out;
        let plural = if total == 1 { "" } else { "s" };
        write!(f, "{total} validation error{plural} detected. ")?;
        for (index, violation) in self.list.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{violation}")?;
        }
        match self.left_out {
            0 => Ok(()),
            left_out => write!(f, "; and {left_out} more"),
        }
    }
}

impl std::error::Error for Violations {}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.list.serialize(to)
    }
}
