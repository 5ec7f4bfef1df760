//! A folder of generated files, and the changes to one that was generated before.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use glue_model::{Diagnostics, Source};

use crate::emit;
use crate::error::Error;
use crate::generate::{Summary, plan, summarize};
use crate::options::Options;

/// Generated files that belong into one folder.
///
/// `mod.rs` re-exports the items of all other files, so paths are the same as for a single file.
/// Each operation has a file, which also has the types that no other operation reaches. Types that
/// several operations share are in files named after the first word of their names.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct GeneratedFolder {
    /// The text of each file, by file name.
    pub files: BTreeMap<String, String>,
    /// The summary of all files together.
    pub summary: Summary,
}

/// A change to a file of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderChange<'a> {
    /// The file is missing or has another text.
    Write {
        /// The file.
        path: PathBuf,
        /// The text that it must have.
        text: &'a str,
    },
    /// The file was generated before and no longer is.
    Remove {
        /// The file.
        path: PathBuf,
    },
}

/// Generates the types of a model as a folder of files, for models whose types fill many thousand
/// lines.
///
/// # Errors
/// All problems of the model, or of the options, at once.
pub fn generate_folder(
    source: &Source<'_>,
    options: &Options,
) -> Result<GeneratedFolder, Diagnostics> {
    let plan = plan(source, options)?;
    Ok(GeneratedFolder { files: emit::files(&plan), summary: summarize(&plan) })
}

impl GeneratedFolder {
    /// Returns the changes that make a folder hold these files: first the files that `mod.rs`
    /// names, then `mod.rs` itself, then removals. The folder need not exist. Nothing is changed
    /// here.
    ///
    /// Only generated files are ever overwritten, and only files of such a folder are removed:
    /// files ending in `.rs` that start the way its files do. Everything else in the folder stays,
    /// including generated files that are not part of a folder.
    ///
    /// # Errors
    /// A file of another origin has the name of a generated one, or an error of the file system.
    pub fn changes(&self, folder: &Path) -> Result<Vec<FolderChange<'_>>, Error> {
        let (mut changes, mut index) = (Vec::new(), None);
        for (name, text) in &self.files {
            let path = folder.join(name);
            match read(&path).map_err(|error| Error::read(&path, error))? {
                Some(current) if current == text.as_bytes() => {}
                Some(current) if !current.is_empty() && !is_generated(&current) => {
                    return Err(Error::Foreign { path });
                }
                _ if name == "mod.rs" => index = Some(FolderChange::Write { path, text }),
                _ => changes.push(FolderChange::Write { path, text }),
            }
        }
        changes.extend(index);
        let stale = self.stale(folder).map_err(|error| Error::read(folder, error))?;
        changes.extend(stale.into_iter().map(|path| FolderChange::Remove { path }));
        Ok(changes)
    }

    /// The files of such a folder that are not among these, sorted.
    fn stale(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut stale = Vec::new();
        for entry in entries {
            let entry = entry?;
            let (name, path) = (entry.file_name(), entry.path());
            let is_ours = name.to_str().is_some_and(|name| self.files.contains_key(name));
            let is_rust = path.extension().is_some_and(|extension| extension == "rs");
            if is_rust
                && !is_ours
                && entry.file_type()?.is_file()
                && emit::is_part(&fs::read(&path)?)
            {
                let place = stale.partition_point(|other| *other < path);
                stale.insert(place, path);
            }
        }
        Ok(stale)
    }
}

/// Returns whether a text starts like generated ones, so that replacing it loses nobody's work.
#[must_use]
pub fn is_generated(text: &[u8]) -> bool {
    emit::is_generated(text)
}

/// The content of a file; `None` if there is no file.
fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
