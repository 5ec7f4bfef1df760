//! Reads every model of two folders.
//!
//! Set `GLUE_MODEL_CORPUS` to one laid out as botocore's `data`
//! (`<service>/<version>/service-2.json`) and `GLUE_SMITHY_CORPUS` to one of models in Smithy's JSON
//! AST to run it. The totals asserted are those of botocore 1.44.5 and of 37 of AWS's Smithy models
//! of April 2025, counted over the JSON by other means.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use glue_model::{Facet, Model, ShapeKind, Source, read};

/// What botocore 1.44.5 holds.
const BOTOCORE: Totals = Totals {
    models: 472,
    operations: 21_851,
    shapes: 136_775,
    members: 260_672,
    enum_values: 58_892,
    unions: 1_143,
    event_streams: 30,
};

/// What the 37 models of Smithy hold.
const SMITHY: Totals = Totals {
    models: 37,
    operations: 2_313,
    shapes: 15_563,
    members: 29_112,
    enum_values: 7_395,
    unions: 72,
    event_streams: 6,
};

/// What models hold.
#[derive(Debug, Default, PartialEq)]
struct Totals {
    models: usize,
    operations: usize,
    shapes: usize,
    /// Of structures and unions.
    members: usize,
    enum_values: usize,
    /// Without event streams.
    unions: usize,
    event_streams: usize,
}

impl Totals {
    fn add(&mut self, model: &Model) {
        self.models += 1;
        self.operations += model.operations.len();
        self.shapes += model.shapes().len();
        for (_, shape) in model.shapes() {
            match &shape.kind {
                ShapeKind::Structure(structure) => self.members += structure.members.len(),
                ShapeKind::Enum(values) => self.enum_values += values.len(),
                ShapeKind::Union(union) => {
                    self.members += union.members.len();
                    self.unions += usize::from(!shape.streaming);
                    self.event_streams += usize::from(shape.streaming);
                }
                _ => {}
            }
        }
    }
}

#[test]
fn every_model_of_botocore_reads() -> io::Result<()> {
    let Some(folder) = folder("GLUE_MODEL_CORPUS")? else { return Ok(()) };
    assert_eq!(totals(&botocore_files(&folder)?, |_, _| {})?, BOTOCORE);
    Ok(())
}

#[test]
fn every_model_of_smithy_reads() -> io::Result<()> {
    let Some(folder) = folder("GLUE_SMITHY_CORPUS")? else { return Ok(()) };
    let check_pointers = |model: &Model, text: &str| {
        for (id, shape) in model.shapes() {
            let pointer = model.pointer(id, None, Facet::Whole);
            let key = pointer.strip_prefix("/shapes/").map(|key| format!("\"{key}\": {{"));
            assert!(key.is_none_or(|key| text.contains(&key)), "{}: {pointer}", shape.name);
        }
    };
    assert_eq!(totals(&smithy_files(&folder)?, check_pointers)?, SMITHY);
    Ok(())
}

/// The folder that a variable of the environment names; otherwise tells that a test is skipped.
pub(crate) fn folder(variable: &str) -> io::Result<Option<PathBuf>> {
    let folder = std::env::var_os(variable).map(PathBuf::from);
    if folder.is_none() {
        // Straight to standard error, because the test harness swallows what `eprintln!` prints.
        writeln!(io::stderr(), "skipped: set {variable} to a folder of models to run this test")?;
    }
    Ok(folder)
}

/// Reads a file, which must have no problem.
pub(crate) fn model(path: &Path, bytes: &[u8]) -> io::Result<Model> {
    let file = path.display().to_string();
    read(&Source { file: &file, bytes })
        .map_err(|diagnostics| io::Error::other(diagnostics.to_string()))
}

/// Reads all files, checks each, and tells how long reading took.
fn totals(files: &[PathBuf], check: impl Fn(&Model, &str)) -> io::Result<Totals> {
    let mut totals = Totals::default();
    let mut bytes_read = 0;
    let mut spent = Duration::ZERO;
    for path in files {
        let bytes = std::fs::read(path)?;
        let start = Instant::now();
        let model = model(path, &bytes)?;
        spent += start.elapsed();
        bytes_read += bytes.len();
        totals.add(&model);
        check(&model, &String::from_utf8_lossy(&bytes));
    }
    writeln!(io::stderr(), "{totals:?}, {bytes_read} bytes in {spent:?}")?;
    Ok(totals)
}

/// All of botocore's models in the folder.
fn botocore_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for service in entries(folder)?.into_iter().filter(|path| path.is_dir()) {
        for version in entries(&service)? {
            files.push(version.join("service-2.json"));
        }
    }
    files.retain(|file| file.is_file());
    Ok(files)
}

/// All models of Smithy in the folder.
pub(crate) fn smithy_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = entries(folder)?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    Ok(files)
}

/// What is in a folder, in order.
pub(crate) fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}
