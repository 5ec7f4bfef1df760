//! Files in a zip archive, such as a wheel or a jar.

use std::fs::File;
use std::io::{BufReader, Error, ErrorKind};
use std::path::Path;

use glue_codegen::files::read_limited;
use zip::ZipArchive;
use zip::result::ZipError;

use super::entry::{Fault, InnerVisitor, Stop};

type Archive = ZipArchive<BufReader<File>>;

pub(super) fn names(path: &Path) -> Result<Vec<String>, Fault> {
    Ok(open(path)?.file_names().map(str::to_owned).collect())
}

pub(super) fn visit(path: &Path, names: &[&str], each: InnerVisitor<'_>) -> Result<(), Stop> {
    let mut archive = open(path)?;
    for name in names {
        let file = archive.by_name(name).map_err(fault).and_then(read_limited);
        each(name, file.map_err(|error| Stop::at(name, error))?)?;
    }
    Ok(())
}

fn open(path: &Path) -> Result<Archive, Fault> {
    ZipArchive::new(BufReader::new(File::open(path)?)).map_err(fault)
}

fn fault(error: ZipError) -> Fault {
    match error {
        ZipError::Io(error) => error,
        other => Error::new(ErrorKind::InvalidData, other.to_string()),
    }
}
