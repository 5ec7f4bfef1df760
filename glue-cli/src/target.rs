//! The file to generate: what is at its path, and how it gets its text.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use glue_codegen::{Error, files};

use super::failure::Failure;

/// A file to generate.
#[derive(Debug)]
pub(super) struct Target<'a> {
    /// The path as given.
    pub(super) path: &'a Path,
    found: Found,
}

/// What is at a target's path.
#[derive(Debug)]
enum Found {
    Nothing,
    /// A file, and its path when links are followed: a link is to stay a link.
    File(PathBuf),
    /// A pipe or a device, which has no text to compare and cannot be replaced.
    Stream,
}

/// What became of a file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome<'a> {
    /// It has the text now.
    Written(&'a Path),
    /// It had the text already, and was left alone.
    Unchanged(&'a Path),
}

impl<'a> Target<'a> {
    /// Looks at what is there. Directories and the model's own file are refused.
    pub(super) fn new(path: &'a Path, model: Option<&Path>) -> Result<Self, Failure> {
        let found = find(path).map_err(|error| match error.kind() {
            ErrorKind::IsADirectory => is_a_directory(path),
            _ => Failure::write(path.display(), &error),
        })?;
        if let (Found::File(file), Some(model)) = (&found, model)
            && model.canonicalize().is_ok_and(|model| model == *file)
        {
            return Err(is_the_model(path));
        }
        Ok(Self { path, found })
    }

    /// What the file holds now; none if there is no file.
    pub(super) fn current(&self) -> Result<Option<Vec<u8>>, Failure> {
        match &self.found {
            Found::Nothing => Ok(None),
            Found::File(file) => match fs::read(file) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(error) => Err(Failure::read(self.path, &error)),
            },
            Found::Stream => Err(Failure::unusable(
                format!("cannot check {}: it is not a file", self.path.display()),
                "name the generated file with `--out`",
            )),
        }
    }

    /// Gives the file this text, unless it holds one that was not generated. On failure it has what
    /// it had before.
    pub(super) fn write(&self, text: &str) -> Result<Outcome<'a>, Failure> {
        let written = match &self.found {
            Found::File(_) => files::write(self.path, text),
            Found::Nothing => {
                self.require_directory()?;
                files::write(self.path, text)
            }
            Found::Stream => {
                let stream = OpenOptions::new().write(true).open(self.path);
                let written = stream.and_then(|mut stream| stream.write_all(text.as_bytes()));
                written.map_err(|error| Failure::write(self.path.display(), &error))?;
                Ok(files::Outcome::Written)
            }
        };
        match written {
            Ok(files::Outcome::Written) => Ok(Outcome::Written(self.path)),
            Ok(files::Outcome::Unchanged) => Ok(Outcome::Unchanged(self.path)),
            Err(Error::Foreign { .. }) => Err(Failure::foreign(self.path, "file")),
            Err(error) => Err(Failure::of_files(error)),
        }
    }

    /// Refuses a path in a directory that does not exist: creating it would hide a mistyped path.
    fn require_directory(&self) -> Result<(), Failure> {
        match self.path.parent() {
            Some(parent) if parent != Path::new("") && !parent.exists() => Err(Failure::unusable(
                format!("cannot write {}: its directory does not exist", self.path.display()),
                format!("check the path, or create {} first", parent.display()),
            )),
            _ => Ok(()),
        }
    }
}

fn find(path: &Path) -> io::Result<Found> {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(metadata) if metadata.is_file() => path.canonicalize().map(Found::File),
        Ok(_) => Ok(Found::Stream),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        // A link that leads nowhere is there, and to replace it would surprise.
        Err(_) if fs::symlink_metadata(path).is_ok() => {
            Err(io::Error::new(ErrorKind::NotFound, "it is a link to a file that does not exist"))
        }
        Err(_) => Ok(Found::Nothing),
    }
}

fn is_a_directory(path: &Path) -> Failure {
    Failure::unusable(
        format!("cannot write {}: is a directory", path.display()),
        "name a file, or generate a folder of files with `--split`",
    )
}

fn is_the_model(path: &Path) -> Failure {
    Failure::unusable(
        format!("{} is the model: generating into it would destroy it", path.display()),
        "name another file with `--out`",
    )
}
