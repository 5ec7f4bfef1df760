//! What every kind of container does with the files in it: read them, show them, stop.

use std::io::Read;

use glue_codegen::files::read_limited;

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

/// Reads a file of an archive or folder to its end, within the limit that models have.
pub(super) fn read_file(from: impl Read) -> Result<Vec<u8>, Fault> {
    read_limited(from)
}
