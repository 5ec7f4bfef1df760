//! Why a change means what it does.

use std::fmt;

/// Why a change means what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Note {
    /// What was valid without it is not any more.
    AbsenceReported,
    /// More values are valid.
    Looser,
    /// Fewer values are valid.
    Tighter,
    /// Some values are no longer valid, and others newly are.
    Mixed,
    /// Which values are valid no longer, or newly, is not known.
    Untold,
    /// The models are of two services, not versions of one.
    OtherService,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AbsenceReported => "`validate` reports its absence",
            Self::Looser => "looser",
            Self::Tighter => "tighter",
            Self::Mixed => "looser and tighter",
            Self::Untold => "may be looser or tighter",
            Self::OtherService => "the models are of two services",
        })
    }
}
