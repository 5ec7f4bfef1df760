//! The effect of a change on Rust source and JSON, and who sends what changed.

use std::fmt;

use super::aspect::Aspect;
use super::note::Note;

/// The effect of a change on Rust source that uses the generated types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceVerdict {
    /// Source for the old version compiles with the new one.
    Compatible,
    /// Some source for the old version does not compile with the new one.
    Breaking,
}

/// The effect of a change on JSON that the old types wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct JsonVerdict {
    /// Whether the new types read everything that the old ones wrote, and keep it.
    pub reads: Answer,
    /// Whether everything that `validate` accepted is still accepted.
    pub valid: Answer,
}

/// An answer that may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Always.
    Yes,
    /// It depends on the values, or cannot be found out within limits.
    Unknown,
    /// There are counterexamples.
    No,
}

/// Who sends what changed, according to the operations that reach it in either version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The client, in requests.
    Client,
    /// The service, in responses and errors.
    Service,
    /// Both sides.
    Both,
}

impl JsonVerdict {
    /// Nothing is lost.
    pub(super) const SAME: Self = Self { reads: Answer::Yes, valid: Answer::Yes };
    /// Some JSON no longer reads, so it is not valid either.
    pub(super) const LOST: Self = Self { reads: Answer::No, valid: Answer::No };

    /// Everything reads as before, but may not be valid.
    pub(super) fn valid(valid: Answer) -> Self {
        Self { reads: Answer::Yes, valid }
    }

    /// The usual verdict for changes of an aspect.
    pub(super) fn usual(aspect: Aspect, is_gone: bool, note: Option<Note>) -> Self {
        match aspect {
            // Unknown enum values, union members and errors are kept; their kinds have verdicts of
            // their own.
            Aspect::Existence if is_gone => Self::LOST,
            Aspect::Length | Aspect::Range | Aspect::Pattern | Aspect::Uniqueness => {
                Self::valid(match note {
                    Some(Note::Looser) => Answer::Yes,
                    Some(Note::Tighter | Note::Mixed) => Answer::No,
                    _ => Answer::Unknown,
                })
            }
            Aspect::Existence | Aspect::Presence if note == Some(Note::AbsenceReported) => {
                Self::valid(Answer::No)
            }
            Aspect::Type | Aspect::Kind | Aspect::Input | Aspect::Output => {
                Self { reads: Answer::Unknown, valid: Answer::Unknown }
            }
            _ => Self::SAME,
        }
    }
}

impl Direction {
    /// Who sends something, if anyone does.
    pub(super) fn of(by_client: bool, by_service: bool) -> Option<Self> {
        match (by_client, by_service) {
            (true, true) => Some(Self::Both),
            (true, false) => Some(Self::Client),
            (false, true) => Some(Self::Service),
            (false, false) => None,
        }
    }
}

impl From<bool> for Answer {
    fn from(is_so: bool) -> Self {
        if is_so { Self::Yes } else { Self::No }
    }
}

impl fmt::Display for SourceVerdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Compatible => "compatible",
            Self::Breaking => "breaking",
        })
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Yes => "yes",
            Self::Unknown => "unknown",
            Self::No => "no",
        })
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Client => "client",
            Self::Service => "service",
            Self::Both => "both",
        })
    }
}
