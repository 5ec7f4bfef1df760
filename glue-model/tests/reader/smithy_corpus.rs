//! Reads every model of a folder of Smithy's JSON AST.
//!
//! Set `GLUE_SMITHY_CORPUS` to the folder to run it. The totals asserted are those of 37 of AWS's
//! models of April 2025, counted over the JSON by other means.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use glue_model::{Facet, Source, read};

use crate::corpus::Totals;

/// What the 37 models hold.
const SMITHY: Totals = Totals {
    models: 37,
    operations: 2_313,
    shapes: 15_563,
    members: 29_112,
    enum_values: 7_395,
    unions: 72,
    event_streams: 6,
};

#[test]
fn every_model_of_smithy_reads() -> io::Result<()> {
    let Some(folder) = std::env::var_os("GLUE_SMITHY_CORPUS") else {
        let skipped = "skipped: set GLUE_SMITHY_CORPUS to a folder of models to run this test";
        return writeln!(io::stderr(), "{skipped}");
    };
    let mut totals = Totals::default();
    let mut bytes_read = 0;
    let mut spent = Duration::ZERO;
    for path in files(Path::new(&folder))? {
        let bytes = std::fs::read(&path)?;
        let file = path.display().to_string();
        let start = Instant::now();
        let model = read(&Source { file: &file, bytes: &bytes });
        spent += start.elapsed();
        bytes_read += bytes.len();
        let model = model.map_err(|diagnostics| io::Error::other(diagnostics.to_string()))?;
        totals.add(&model);
        let text = String::from_utf8_lossy(&bytes);
        for (id, shape) in model.shapes() {
            let pointer = model.pointer(id, None, Facet::Whole);
            let key = pointer.strip_prefix("/shapes/").map(|key| format!("\"{key}\": {{"));
            assert!(key.is_none_or(|key| text.contains(&key)), "{}: {pointer}", shape.name);
        }
    }
    writeln!(io::stderr(), "{totals:?}, {bytes_read} bytes in {spent:?}")?;
    assert_eq!(totals, SMITHY);
    Ok(())
}

/// All models of the folder.
pub(crate) fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    Ok(files)
}
