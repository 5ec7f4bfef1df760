//! [`Inexact`], why a pattern cannot be written.

use std::fmt;

/// The reason why ECMAScript has no equal of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Inexact {
    /// A back reference to a group that may have taken no part: it matches the empty string there,
    /// and nothing in Java. Or one that ignores case.
    BackReference,
    /// An atomic group or a possessive quantifier in a look-behind, which ECMAScript reads from
    /// right to left.
    AtomicBehind,
    /// A repetition of what may be empty, such as `(a?)*`, in an atomic group or beside a back
    /// reference: a round that takes nothing ends it in Java, and is none in ECMAScript.
    EmptyRound,
    /// Reading the pattern takes more work than [`Limits::default`](crate::Limits::default) allow.
    Work,
}

impl fmt::Display for Inexact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BackReference => "ECMAScript has no such back reference",
            Self::AtomicBehind => "ECMAScript has no atomic group in a look-behind",
            Self::EmptyRound => "ECMAScript repeats what is empty otherwise",
            Self::Work => "the pattern takes too much work to read",
        })
    }
}

impl std::error::Error for Inexact {}
