//! Writing generated files, and nothing else.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::replace::replace;
use crate::error::Error;
use crate::folder::{FolderChange, is_generated};

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It has the text now.
    Written,
    /// It had the text already, and was left alone.
    Unchanged,
}

/// Gives the file at `path` this text. Its directory must exist.
///
/// Readers see the old text or the new one, never a part. A link stays a link: the file that it
/// leads to gets the text. A file that has the text already is not touched, so that nothing is built
/// again for it.
///
/// # Errors
/// A file that holds something that was not generated, which is left alone, or what the file system
/// says. The file has what it had before then.
pub fn write(path: &Path, text: &str) -> Result<Outcome, Error> {
    refuse_streams(path).map_err(|error| Error::write(path, error))?;
    match fs::read(path) {
        Ok(current) if current == text.as_bytes() => return Ok(Outcome::Unchanged),
        Ok(current) if !current.is_empty() && !is_generated(&current) => {
            return Err(Error::Foreign { path: path.to_owned() });
        }
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(Error::write(path, error)),
        Ok(_) | Err(_) => {}
    }
    let replaced = target(path).and_then(|target| replace(&target, text));
    replaced.map(|()| Outcome::Written).map_err(|error| Error::write(path, error))
}

/// Refuses pipes and devices, which would wait for ever or give way to a file.
fn refuse_streams(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(metadata) if !metadata.is_file() && !metadata.is_dir() => {
            Err(io::Error::new(ErrorKind::InvalidInput, "it is not a file"))
        }
        // Other failures come back where the file is read and written.
        Ok(_) | Err(_) => Ok(()),
    }
}

/// The file that links lead to.
fn target(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        // A link that leads nowhere is there, and to replace it would surprise.
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
    /// What the file system says; the file is as it was then.
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
