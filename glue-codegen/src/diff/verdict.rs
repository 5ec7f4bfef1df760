//! What a change means for Rust source and for JSON, and who sends what changed.

use std::fmt;

use super::aspect::Aspect;
use super::note::Note;

/// What a change means for Rust source that uses the generated types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceVerdict {
    /// Source for the old version compiles with the new one.
    Compatible,
    /// There is source for the old version that does not compile with the new one.
    Breaking,
}

/// What a change means for JSON that was written by the old types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct JsonVerdict {
    /// Whether the new types read all that the old ones wrote, and keep it.
    pub reads: Answer,
    /// Whether all that `validate` accepted is still accepted.
    pub valid: Answer,
}

/// An answer that may not be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// Always.
    Yes,
    /// It depends on the values, or cannot be told within limits.
    Unknown,
    /// There are values for which it is not so.
    No,
}

/// Who sends what changed, by the operations that reach it in either version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The client, in requests.
    Client,
    /// The service, in responses and errors.
    Service,
    /// Both of them.
    Both,
}

impl JsonVerdict {
    /// Nothing is lost.
    pub(super) const SAME: Self = Self { reads: Answer::Yes, valid: Answer::Yes };
    /// There is JSON that no longer reads, so that it is not valid either.
    pub(super) const LOST: Self = Self { reads: Answer::No, valid: Answer::No };

    /// All reads as before, but may not be valid.
    pub(super) fn valid(valid: Answer) -> Self {
        Self { reads: Answer::Yes, valid }
    }

    /// The verdict that most changes of an aspect have.
    pub(super) fn usual(aspect: Aspect, is_gone: bool, note: Option<Note>) -> Self {
        match aspect {
            // What is unknown in an enum, a union or among errors is kept, and is told by its kind.
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
