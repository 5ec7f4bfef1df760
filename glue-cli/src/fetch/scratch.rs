//! A folder for the time of a run.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use crate::failure::Failure;

/// A folder that is removed in the end, with all that is in it.
#[derive(Debug)]
pub(super) struct Scratch(PathBuf);

impl Scratch {
    /// Creates the folder, under a name that nothing has, where the system keeps such files.
    pub(super) fn create() -> Result<Self, Failure> {
        const ATTEMPTS: u32 = 100;
        let mut attempt = 0;
        loop {
            let path = env::temp_dir().join(format!("glue-codegen-{}-{attempt}", process::id()));
            match builder().create(&path) {
                Ok(()) => return Ok(Self(path)),
                // It is somebody else's, who may even have put it there on purpose.
                Err(_) if path.symlink_metadata().is_ok() && attempt < ATTEMPTS => attempt += 1,
                Err(error) => return Err(Failure::write(path.display(), &error)),
            }
        }
    }

    /// Its path.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

#[cfg(unix)]
fn builder() -> fs::DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    let mut builder = fs::DirBuilder::new();
    builder.mode(0o700);
    builder
}

#[cfg(not(unix))]
fn builder() -> fs::DirBuilder {
    fs::DirBuilder::new()
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left lies where the system cleans up.
        let _ = fs::remove_dir_all(&self.0);
    }
}
