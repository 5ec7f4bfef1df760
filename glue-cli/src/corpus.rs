//! Published models to test with.

use std::fs;
use std::path::{Path, PathBuf};

/// The files of the models, if there are any to test with: `GLUE_MODEL_CORPUS` names the folder.
pub(crate) fn models() -> Option<Vec<PathBuf>> {
    let Some(corpus) = std::env::var_os("GLUE_MODEL_CORPUS") else {
        eprintln!("skipped: GLUE_MODEL_CORPUS is not set");
        return None;
    };
    let folders = |path: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(path).into_iter().flatten();
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect()
    };
    let versions = folders(Path::new(&corpus)).into_iter().flat_map(|path| folders(&path));
    let mut models: Vec<PathBuf> = versions.map(|path| path.join("service-2.json")).collect();
    models.retain(|path| path.is_file());
    models.sort();
    Some(models)
}
