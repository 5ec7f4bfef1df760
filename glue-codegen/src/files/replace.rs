//! Replaces a file as a whole: readers see the old text or the new one, never a part.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Writes the text to a new file next to `path`, then moves it into place.
///
/// An existing file keeps its permissions, and is refused if it is read-only. On failure the file
/// does not change, and no other file is left behind.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let permissions = match fs::metadata(path) {
        Ok(metadata) => Some(metadata.permissions()),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(io::Error::new(ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let (mut file, temporary) = create_beside(path)?;
    file.write_all(text.as_bytes())?;
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    drop(file);
    fs::rename(&temporary.0, path)
}

/// The path of a file that is removed at the end, unless it was moved.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        // If the file was moved, there is nothing to remove. Otherwise the failure that led here is
        // reported, and a second one would only distract from it.
        let _ = fs::remove_file(&self.0);
    }
}

/// Creates an empty file in the directory of `path`, under an unused name.
fn create_beside(path: &Path) -> io::Result<(File, Temporary)> {
    const ATTEMPTS: u32 = 100;
    let mut attempt = 0;
    loop {
        let name = format!(".glue-codegen-{}-{attempt}.tmp", process::id());
        let temporary = path.with_file_name(name);
        match OpenOptions::new().write(true).create_new(true).open(&temporary) {
            Ok(file) => return Ok((file, Temporary(temporary))),
            Err(error) if error.kind() == ErrorKind::AlreadyExists && attempt < ATTEMPTS => {
                attempt += 1;
            }
            Err(error) => return Err(error),
        }
    }
}
