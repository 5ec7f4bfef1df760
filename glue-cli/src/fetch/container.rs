//! Whatever keeps files: a folder, a zip archive or a compressed tar archive.
//!
//! Nothing is ever unpacked to disk. Only files that are asked for by name are read, into memory and
//! with a limit.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use glue_codegen::files::{decompress, is_compressed};

use super::entry::{Fault, Stop};
use super::{folder, tar, zip};
use crate::failure::Failure;
use crate::model::TOO_LARGE;

/// Whatever keeps files.
#[derive(Debug)]
pub(crate) struct Container {
    path: PathBuf,
    kind: Kind,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Folder,
    /// A wheel, a jar or another zip archive.
    Zip,
    /// An sdist or another tar archive that gzip has compressed.
    Tar,
}

/// What is done with each file that is read.
pub(super) type Visitor<'a> = &'a mut dyn FnMut(&str, Vec<u8>) -> Result<(), Failure>;

impl Container {
    /// Looks what is at a path, by its first bytes and not by its name.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let unreadable = |error: Fault| {
            let help = match error.kind() {
                ErrorKind::NotFound => {
                    "name a wheel, an sdist, a jar, a folder, or a version such as botocore==1.44.5"
                }
                _ => "check that you may read it",
            };
            Failure::unusable(format!("cannot read {}: {error}", path.display()), help)
        };
        let kind = match path.metadata().map_err(unreadable)?.is_dir() {
            true => Kind::Folder,
            false => {
                let mut start = Vec::new();
                let file = File::open(path).map_err(unreadable)?;
                file.take(4).read_to_end(&mut start).map_err(unreadable)?;
                match start.as_slice() {
                    [b'P', b'K', 3, 4] => Kind::Zip,
                    start if is_compressed(start) => Kind::Tar,
                    _ => return Err(is_no_archive(path)),
                }
            }
        };
        Ok(Self { path: path.to_owned(), kind })
    }

    /// The names of all files that may be models or tell of them, with slashes and below the path.
    pub(super) fn names(&self) -> Result<Vec<String>, Failure> {
        let names = match self.kind {
            Kind::Folder => folder::names(&self.path),
            Kind::Zip => zip::names(&self.path),
            Kind::Tar => tar::names(&self.path),
        };
        names.map_err(|error| self.unreadable(None, &error))
    }

    /// Reads files one by one, those that gzip has compressed decompressed, in any order.
    pub(super) fn visit(&self, names: &[&str], each: Visitor<'_>) -> Result<(), Failure> {
        let mut left: BTreeSet<&str> = names.iter().copied().collect();
        let mut visit = |name: &str, bytes: Vec<u8>| {
            left.remove(name);
            let bytes = match is_compressed(&bytes) {
                true => decompress(&bytes).map_err(|error| Stop::at(name, error))?,
                false => bytes,
            };
            each(name, bytes).map_err(Stop::Failure)
        };
        let visited = match self.kind {
            Kind::Folder => folder::visit(&self.path, names, &mut visit),
            Kind::Zip => zip::visit(&self.path, names, &mut visit),
            Kind::Tar => tar::visit(&self.path, names, &mut visit),
        };
        match (visited, left.first()) {
            (Ok(()), None) => Ok(()),
            (Ok(()), Some(name)) => Err(self.unreadable(Some(name), &ErrorKind::NotFound.into())),
            (Err(Stop::Fault(name, error)), _) => Err(self.unreadable(name.as_deref(), &error)),
            (Err(Stop::Failure(failure)), _) => Err(failure),
        }
    }

    /// The folder, where it is one.
    pub(super) fn folder(&self) -> Option<&Path> {
        matches!(self.kind, Kind::Folder).then_some(&self.path)
    }

    fn unreadable(&self, name: Option<&str>, error: &Fault) -> Failure {
        let path = self.path.display();
        let message = match name {
            Some(name) => format!("cannot read {name} in {path}: {error}"),
            None => format!("cannot read {path}: {error}"),
        };
        let help = match (error.kind(), self.kind) {
            (ErrorKind::FileTooLarge, _) => TOO_LARGE,
            (_, Kind::Folder) => "check that you may read it",
            (_, Kind::Zip) => "check that the file is whole, with `python3 -m zipfile --test`",
            (_, Kind::Tar) => "check that the file is whole, with `gzip --test`",
        };
        Failure::unusable(message, help)
    }
}

fn is_no_archive(path: &Path) -> Failure {
    Failure::unusable(
        format!("{} is neither a folder nor an archive that is known", path.display()),
        "name a wheel, an sdist (.tar.gz), a jar or another zip archive, or a folder",
    )
}
