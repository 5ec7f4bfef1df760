//! What is written: decided and checked for all models before the first file changes.

use std::fs;
use std::path::{Path, PathBuf};

use glue_codegen::files::FolderChange;

use super::digest;
use super::lock::Lock;
use super::order::Delivery;
use super::project::Project;
use super::requirements;
use crate::failure::Failure;
use crate::progress;

/// Files with the texts that they are to have.
pub(crate) struct Plan {
    files: Vec<File>,
    folder: PathBuf,
}

/// A file with the text that it is to have.
struct File {
    path: PathBuf,
    text: String,
    /// Whether it has the text already.
    is_current: bool,
}

impl Plan {
    /// Decides what changes in a project so that it has these models. Files that were edited, or were
    /// not fetched, are refused unless `force` says to write over them.
    pub(crate) fn new(
        project: &Project,
        deliveries: &[Delivery],
        force: bool,
    ) -> Result<Self, Failure> {
        let lock = changed_lock(project, deliveries)?;
        if !force {
            Failure::all(
                deliveries.iter().filter_map(|delivery| changed_release(project, delivery)),
            )?;
        }
        let files = deliveries.iter().map(|delivery| model_file(project, delivery, force));
        let mut files = Failure::collect(files)?;
        if let Some(release) = lock.releases().pop() {
            let text = requirements::with_release(project.requirements.as_deref(), release);
            files.push(File::new(project.requirements_path(), text)?);
        }
        // Last, so that it never says what is not there.
        files.push(File::new(project.lock_path(), lock.to_text())?);
        Ok(Self { files, folder: project.folder.clone() })
    }

    /// Whether any file changes.
    pub(crate) fn changes(&self) -> bool {
        self.files.iter().any(|file| !file.is_current)
    }

    /// Writes the files, each whole or not at all.
    pub(crate) fn apply(&self) -> Result<(), Failure> {
        require_parent(&self.folder)?;
        // Everything that may fail is tried before the first file changes.
        for file in self.files.iter().filter(|file| !file.is_current) {
            let folder = file.path.parent().unwrap_or(&self.folder);
            fs::create_dir_all(folder).map_err(|error| Failure::write(folder.display(), &error))?;
        }
        for File { path, text, is_current } in &self.files {
            if *is_current {
                progress::did("Unchanged", path.display());
                continue;
            }
            let change = FolderChange::Write { path: path.clone(), text };
            change.apply().map_err(Failure::of_files)?;
            progress::did("Wrote", path.display());
        }
        Ok(())
    }
}

impl File {
    fn new(path: PathBuf, text: String) -> Result<Self, Failure> {
        let is_current = match fs::read(&path) {
            Ok(bytes) => digest::of_file(&bytes) == digest::of(text.as_bytes()),
            Err(error) if path.symlink_metadata().is_ok() => {
                return Err(Failure::read(&path, &error));
            }
            Err(_) => false,
        };
        Ok(Self { path, text, is_current })
    }
}

/// The lock with these models. All that are of botocore must be of one release, for the requirements
/// can name only one.
fn changed_lock(project: &Project, deliveries: &[Delivery]) -> Result<Lock, Failure> {
    let mut lock = project.lock.clone();
    for delivery in deliveries {
        let mut locked = delivery.locked.clone();
        if let Some(old) = lock.models.get(&delivery.id) {
            locked.names.extend(old.names.iter().cloned());
            locked.names.sort();
            locked.names.dedup();
        }
        lock.models.insert(delivery.id.clone(), locked);
    }
    let releases: Vec<String> = lock.releases().iter().map(ToString::to_string).collect();
    match releases.as_slice() {
        [] | [_] => Ok(lock),
        [.., newest] => Err(Failure::unusable(
            format!(
                "{} would have models of several releases of botocore: {}",
                project.lock_path().display(),
                releases.join(", ")
            ),
            format!(
                "bring all to one, with `glue-codegen update --to {newest}`, or keep these in another \
                 folder, with `--out`"
            ),
        )),
    }
}

/// A release whose model is not what it was when the lock was written.
fn changed_release(project: &Project, delivery: &Delivery) -> Option<Failure> {
    let new = &delivery.locked;
    let old = project.lock.models.get(&delivery.id)?;
    new.origin.botocore()?;
    let is_same = old.origin == new.origin && old.recipe == new.recipe;
    (is_same && old.sha256 != new.sha256).then(|| {
        Failure::unusable(
            format!(
                "{} has another model of {} than {} says, by its hash",
                new.origin,
                delivery.id,
                project.lock_path().display()
            ),
            "check where it was downloaded from, or take it as it is with `--force`",
        )
    })
}

fn model_file(project: &Project, delivery: &Delivery, force: bool) -> Result<File, Failure> {
    let path = delivery.id.path_in(&project.folder);
    let file = File::new(path, delivery.text.clone())?;
    let is_free = file.is_current || project.current(&delivery.id)?.is_none();
    if is_free || force || project.is_as_locked(&delivery.id)? {
        return Ok(file);
    }
    let path = file.path.display();
    Err(match project.lock.models.contains_key(&delivery.id) {
        true => Failure::unusable(
            format!("{path} was edited after it was fetched, and would be written over"),
            "keep corrections in a file for `--fixes`, and write over the model with `--force`",
        ),
        false => Failure::unusable(
            format!("{path} was not fetched, and would be written over"),
            "move it, name another folder with `--out`, or write over it with `--force`",
        ),
    })
}

/// Refuses a folder in a folder that does not exist: creating it would hide a mistyped path.
fn require_parent(folder: &Path) -> Result<(), Failure> {
    match folder.parent() {
        Some(parent) if parent != Path::new("") && !parent.exists() => Err(Failure::unusable(
            format!("cannot write {}: its directory does not exist", folder.display()),
            format!("check the path, or create {} first", parent.display()),
        )),
        _ => Ok(()),
    }
}
