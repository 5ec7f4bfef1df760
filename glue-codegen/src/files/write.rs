//! Writes generated files, and nothing else.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::replace::replace;
use crate::error::Error;
use crate::folder::{FolderChange, is_generated};

/// The result of writing a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The file has changed to the text.
    Written,
    /// The file already had the text and was left alone.
    Unchanged,
}

/// Sets the text of the file at `path`. Its directory must exist.
///
/// Readers see the old text or the new one, never a part. A link stays a link: its target gets the
/// text. A file that already has the text is not touched, so nothing is rebuilt because of it.
///
/// # Errors
/// A file that was not generated, which is left alone, or an error of the file system. The file
/// then keeps its content.
pub fn write(path: &Path, text: &str) -> Result<Outcome, Error> {
    replace_unless(path, text, |current| !is_generated(current))
}

/// Sets the text of a file, unless what it has is foreign.
pub(super) fn replace_unless(
    path: &Path,
    text: &str,
    is_foreign: impl Fn(&[u8]) -> bool,
) -> Result<Outcome, Error> {
    refuse_streams(path).map_err(|error| Error::write(path, error))?;
    match fs::read(path) {
        Ok(current) if current == text.as_bytes() => return Ok(Outcome::Unchanged),
        Ok(current) if !current.is_empty() && is_foreign(&current) => {
            return Err(Error::Foreign { path: path.to_owned() });
        }
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(Error::write(path, error)),
        Ok(_) | Err(_) => {}
    }
    let replaced = target(path).and_then(|target| replace(&target, text));
    replaced.map(|()| Outcome::Written).map_err(|error| Error::write(path, error))
}

/// Refuses pipes and devices, which would block forever or be replaced by a file.
fn refuse_streams(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(metadata) if !metadata.is_file() && !metadata.is_dir() => {
            Err(io::Error::new(ErrorKind::InvalidInput, "it is not a file"))
        }
        // Other failures are reported when the file is read and written.
        Ok(_) | Err(_) => Ok(()),
    }
}

/// The file that a path leads to through links.
fn target(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        // A dangling link exists, and replacing it would surprise users.
        Err(_) if fs::symlink_metadata(path).is_ok() => {
            Err(io::Error::new(ErrorKind::NotFound, "it is a link to a file that does not exist"))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(path.to_owned()),
        target => target,
    }
}

impl FolderChange<'_> {
    /// Makes the change. The folder must exist.
    ///
    /// # Errors
    /// An error of the file system. The file then keeps its content.
    pub fn apply(&self) -> Result<(), Error> {
        let (path, done) = match self {
            Self::Write { path, text } => {
                (path, target(path).and_then(|target| replace(&target, text)))
            }
            Self::Remove { path } => (path, fs::remove_file(path)),
        };
        done.map_err(|error| Error::write(path, error))
    }
}
