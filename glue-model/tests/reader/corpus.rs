//! Reads every model of a folder laid out as botocore's `data`: `<service>/<version>/service-2.json`.
//!
//! Set `GLUE_MODEL_CORPUS` to the folder to run it. The totals asserted are those of botocore
//! 1.44.5, counted over the JSON by other means.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use glue_model::{Model, ShapeKind, Source, read};

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

/// What models hold.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Totals {
    pub(crate) models: usize,
    pub(crate) operations: usize,
    pub(crate) shapes: usize,
    /// Of structures and unions.
    pub(crate) members: usize,
    pub(crate) enum_values: usize,
    /// Without event streams.
    pub(crate) unions: usize,
    pub(crate) event_streams: usize,
}

impl Totals {
    pub(crate) fn add(&mut self, model: &Model) {
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
    let Some(folder) = std::env::var_os("GLUE_MODEL_CORPUS") else {
        // Straight to standard error, for the test harness swallows what `eprintln!` prints.
        writeln!(
            io::stderr(),
            "skipped: set GLUE_MODEL_CORPUS to botocore's data folder to run this test"
        )?;
        return Ok(());
    };
    let mut totals = Totals::default();
    let mut bytes_read = 0;
    let mut spent = Duration::ZERO;
    for path in models(Path::new(&folder))? {
        let bytes = std::fs::read(&path)?;
        let file = path.display().to_string();
        let start = Instant::now();
        let model = read(&Source { file: &file, bytes: &bytes });
        spent += start.elapsed();
        bytes_read += bytes.len();
        totals.add(&model.map_err(|diagnostics| io::Error::other(diagnostics.to_string()))?);
    }
    writeln!(io::stderr(), "{totals:?}, {bytes_read} bytes in {spent:?}")?;
    assert_eq!(totals, BOTOCORE);
    Ok(())
}

/// All model files of the folder.
fn models(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for service in folders(folder)? {
        for version in folders(&service)? {
            files.push(version.join("service-2.json"));
        }
    }
    files.retain(|file| file.is_file());
    files.sort();
    Ok(files)
}

fn folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        folders.push(entry?.path());
    }
    folders.retain(|path| path.is_dir());
    Ok(folders)
}
