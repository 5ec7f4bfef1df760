//! Why a change has its impact.

use std::fmt;

/// The reason for a change's impact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Note {
    /// A value without it was valid and no longer is.
    AbsenceReported,
    /// More values are valid.
    Looser,
    /// Fewer values are valid.
    Tighter,
    /// Some values are no longer valid, and others newly are.
    Mixed,
    /// It is not known which values became valid or invalid.
    Untold,
    /// The models are of two services, not two versions of one.
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
