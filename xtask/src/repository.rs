//! The repository's location, and the tools that work in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;

/// The repository's `target` folder, in which all files are kept.
pub(crate) fn target_directory() -> anyhow::Result<PathBuf> {
    Ok(root()?.join("target"))
}

/// The repository's root.
pub(crate) fn root() -> anyhow::Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    root.canonicalize().context("the repository has moved since xtask was built")
}

/// The cargo command that this program was built with.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Leaves a file alone if it has the text already, because cargo compares modification times.
pub(crate) fn write_if_changed(path: &Path, text: &str) -> std::io::Result<()> {
    match fs::read(path) {
        Ok(current) if current == text.as_bytes() => Ok(()),
        _ => fs::write(path, text),
    }
}
