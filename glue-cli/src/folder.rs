//! `--split`: a folder of files in place of one.

use std::fs;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::Path;

use glue_codegen::Error;
use glue_codegen::files::{FolderChange, GeneratedFolder};

use super::difference;
use super::failure::Failure;
use super::quantity::Quantity;
use super::target::Outcome;

/// Gives the folder these files: those that changed are written, stale ones removed.
pub(super) fn write<'a>(
    folder: &'a Path,
    generated: &GeneratedFolder,
) -> Result<Outcome<'a>, Failure> {
    let changes = changes(folder, generated)?;
    if changes.is_empty() {
        return Ok(Outcome::Unchanged(folder));
    }
    create(folder)?;
    changes.iter().try_for_each(FolderChange::apply).map_err(failure)?;
    Ok(Outcome::Written(folder))
}

/// What must change in the folder, which need not exist.
fn changes<'a>(
    folder: &Path,
    generated: &'a GeneratedFolder,
) -> Result<Vec<FolderChange<'a>>, Failure> {
    if folder.exists() && !folder.is_dir() {
        return Err(Failure::unusable(
            format!(
                "cannot write {}: it is a file, where `--split` needs a folder",
                folder.display()
            ),
            "move it, or name another folder with `--out`",
        ));
    }
    generated.changes(folder).map_err(failure)
}

/// Creates the folder, but none around it: that would hide a mistyped path.
fn create(folder: &Path) -> Result<(), Failure> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Err(Failure::unusable(
            format!("cannot write {}: its directory does not exist", folder.display()),
            "check the path, or create the directory first",
        )),
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            Err(Failure::write(folder.display(), &error))
        }
        _ => Ok(()),
    }
}

/// Compares the folder with the files it should have. Where they differ, prints the differences to
/// standard output and fails.
pub(super) fn check<'a>(
    folder: &'a Path,
    generated: &GeneratedFolder,
) -> Result<Outcome<'a>, Failure> {
    let changes = changes(folder, generated)?;
    if changes.is_empty() {
        return Ok(Outcome::Unchanged(folder));
    }
    let mut stdout = BufWriter::new(anstream::stdout().lock());
    let printed = changes.iter().try_for_each(|change| print(change, &mut stdout));
    match printed.and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::stdout(error)),
        // Whoever reads only the first lines still learns that the folder is stale.
        _ => {
            let files = Quantity { count: changes.len(), noun: "file" };
            Err(Failure::stale(
                format!("{} is stale: {files} to write or remove", folder.display()),
                "to generate it, run the same command without `--check`",
            ))
        }
    }
}

fn print(change: &FolderChange<'_>, out: &mut impl Write) -> std::io::Result<()> {
    let (path, text) = match change {
        FolderChange::Write { path, text } => (path, *text),
        FolderChange::Remove { path } => (path, ""),
    };
    let current = fs::read(path).ok();
    let current = current.as_deref().map(String::from_utf8_lossy);
    difference::write(path, current.as_deref(), text, out)
}

fn failure(error: Error) -> Failure {
    match error {
        Error::Foreign { path, .. } => Failure::foreign(&path, "folder"),
        other => Failure::of_files(other),
    }
}
