//! The errors of generating a file from a model.

use std::fmt;
use std::path::{Path, PathBuf};

use glue_model::Diagnostics;

/// The reason why nothing was generated.
///
/// A build script can return it from `main`, which prints it with `Debug`: the same text as
/// `Display`, except that a list of problems starts on a line of its own.
#[non_exhaustive]
pub enum Error {
    /// A file could not be read.
    #[non_exhaustive]
    Read {
        /// The file.
        path: PathBuf,
        /// The error of the system.
        source: std::io::Error,
    },
    /// The generated file could not be written.
    #[non_exhaustive]
    Write {
        /// The file.
        path: PathBuf,
        /// The error of the system.
        source: std::io::Error,
    },
    /// A file in the place of a generated one was not generated.
    #[non_exhaustive]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// A model or a file of fixes is compressed, and this crate lacks the feature `gzip`.
    #[non_exhaustive]
    Compressed {
        /// The file.
        path: PathBuf,
    },
    /// The model has problems, or a selected operation is not in it.
    Model(Diagnostics),
    /// The path of a model, of a file of fixes or of a rule's output contains a line break, so build
    /// systems cannot be told to watch the file.
    #[non_exhaustive]
    Path {
        /// The file.
        path: PathBuf,
    },
    /// A variable that cargo sets for build scripts is not set.
    #[non_exhaustive]
    Environment {
        /// The variable, such as `OUT_DIR`.
        variable: &'static str,
    },
}

impl Error {
    pub(crate) fn read(path: &Path, source: std::io::Error) -> Self {
        Self::Read { path: path.to_owned(), source }
    }

    pub(crate) fn write(path: &Path, source: std::io::Error) -> Self {
        Self::Write { path: path.to_owned(), source }
    }
}

impl From<Diagnostics> for Error {
    fn from(diagnostics: Diagnostics) -> Self {
        Self::Model(diagnostics)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read { path, source } => write!(f, "cannot read {}: {source}", path.display()),
            Self::Write { path, source } => write!(f, "cannot write {}: {source}", path.display()),
            Self::Foreign { path } => write!(
                f,
                "{} was not generated, and would be written over: move it, or choose another path",
                path.display()
            ),
            Self::Compressed { path } => write!(
                f,
                "{} is compressed with gzip: give glue-codegen the feature `gzip`, or decompress it",
                path.display()
            ),
            Self::Model(diagnostics) => diagnostics.fmt(f),
            Self::Path { path } => {
                write!(
                    f,
                    "the path {path:?} has a line break, so build systems cannot watch it: rename the file"
                )
            }
            Self::Environment { variable } => {
                write!(f, "{variable} is not set: a relative output path needs a build script")
            }
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Model(_) => write!(f, "nothing was generated\n\n{self}"),
            _ => write!(f, "{self}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { source, .. } | Self::Write { source, .. } => Some(source),
            Self::Model(diagnostics) => Some(diagnostics),
            Self::Foreign { .. }
            | Self::Compressed { .. }
            | Self::Path { .. }
            | Self::Environment { .. } => None,
        }
    }
}
