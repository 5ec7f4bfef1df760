//! botocore as a package of Python, for what only its own code can tell.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

/// Lets pip install a release of botocore in a folder, unless it is there, and returns the folder of
/// packages.
pub(super) fn installed(directory: &Path, version: &str) -> anyhow::Result<PathBuf> {
    let packages = directory.join(format!("installed-{version}"));
    if packages.is_dir() {
        return Ok(packages);
    }
    fs::create_dir_all(directory)?;
    // Moved once it is complete.
    let partial = tempfile::tempdir_in(directory)?;
    let output = Command::new("python3")
        .args(["-m", "pip", "install", "--quiet", "--target"])
        .arg(partial.path())
        .arg(format!("botocore=={version}"))
        .output()
        .context("cannot run python3, which runs botocore's validator: install it with pip")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`python3 -m pip install` failed: {}", said.trim_end());
    }
    fs::rename(partial.path(), &packages)?;
    Ok(packages)
}
