//! The folder of a project's models: its lock, its requirements, and the state of each model's file.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use glue_model::Source;

use super::lock::{self, Lock};
use super::model_id::ModelId;
use super::release::Release;
use super::{digest, requirements};
use crate::failure::Failure;

/// The folder of a project's models.
#[derive(Debug)]
pub(crate) struct Project {
    /// The folder, which need not exist.
    pub(crate) folder: PathBuf,
    /// What is known of the models in it.
    pub(crate) lock: Lock,
    /// The text of the requirements, if there are some.
    pub(crate) requirements: Option<String>,
    /// The release of botocore that they ask for.
    required: Option<Release>,
}

impl Project {
    /// Reads what is known of a folder.
    pub(crate) fn open(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join(lock::FILE);
        let lock = match read(&path)? {
            None => Lock::default(),
            Some(bytes) => {
                Lock::parse(&Source { file: &path.display().to_string(), bytes: &bytes })?
            }
        };
        let path = folder.join(requirements::FILE);
        let requirements = read(&path)?.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let required = requirements::release(requirements.as_deref().unwrap_or_default());
        let required = required.map_err(|line| {
            let line = line.escape_debug();
            Failure::unusable(
                format!("{} asks for no single release: `{line}`", path.display()),
                "name one, such as botocore==1.44.5",
            )
        })?;
        Ok(Self { folder: folder.to_owned(), lock, requirements, required })
    }

    /// The path of the lock.
    pub(crate) fn lock_path(&self) -> PathBuf {
        self.folder.join(lock::FILE)
    }

    /// The path of the requirements.
    pub(crate) fn requirements_path(&self) -> PathBuf {
        self.folder.join(requirements::FILE)
    }

    /// The release of botocore that the models should be of: the required one, or else that of the
    /// lock.
    pub(crate) fn release(&self) -> Option<&Release> {
        self.required.as_ref().or_else(|| self.lock.releases().pop())
    }

    /// What a model's file holds; none if there is no file.
    pub(crate) fn current(&self, id: &ModelId) -> Result<Option<Vec<u8>>, Failure> {
        read(&id.path_in(&self.folder))
    }

    /// Whether a model's file is what the lock says.
    pub(crate) fn is_as_locked(&self, id: &ModelId) -> Result<bool, Failure> {
        let Some(locked) = self.lock.models.get(id) else { return Ok(false) };
        let current = self.current(id)?;
        Ok(current.is_some_and(|bytes| digest::of_file(&bytes) == locked.sha256))
    }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if [ErrorKind::NotFound, ErrorKind::NotADirectory].contains(&error.kind()) => {
            Ok(None)
        }
        Err(error) => Err(Failure::read(path, &error)),
    }
}
