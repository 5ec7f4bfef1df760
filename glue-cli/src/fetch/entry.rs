//! What every kind of container does with the files in it: show them, or stop.

use crate::failure::Failure;

/// Why a file in a container cannot be read.
pub(super) type Fault = std::io::Error;

/// The same, within a container.
pub(super) type InnerVisitor<'a> = &'a mut dyn FnMut(&str, Vec<u8>) -> Result<(), Stop>;

/// What ends a visit early.
pub(super) enum Stop {
    /// A file that cannot be read, or the container itself.
    Fault(Option<String>, Fault),
    /// The visitor has found something wrong.
    Failure(Failure),
}

impl Stop {
    /// A file that cannot be read.
    pub(super) fn at(name: &str, error: Fault) -> Self {
        Self::Fault(Some(name.to_owned()), error)
    }
}

impl From<Fault> for Stop {
    fn from(error: Fault) -> Self {
        Self::Fault(None, error)
    }
}
