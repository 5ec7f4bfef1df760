//! botocore, which Python runs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command};

use anyhow::{Context, bail};

use crate::corpus;

/// What validates values, given a model and lines of them.
const SCRIPT: &str = include_str!("validate.py");

/// Python with botocore.
pub(super) struct Python {
    /// The folder of packages.
    packages: PathBuf,
    script: PathBuf,
}

impl Python {
    /// Installs botocore in a folder, unless it is there.
    pub(super) fn install(directory: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(directory)?;
        let script = directory.join("validate.py");
        fs::write(&script, SCRIPT)?;
        let packages = directory.join(format!("botocore-{}", corpus::VERSION));
        let python = Self { packages, script };
        if !python.packages.is_dir() {
            python.download(directory)?;
        }
        Ok(python)
    }

    fn download(&self, directory: &Path) -> anyhow::Result<()> {
        // Moved once it is complete.
        let partial = tempfile::tempdir_in(directory)?;
        let output = Command::new("python3")
            .args(["-m", "pip", "install", "--quiet", "--target"])
            .arg(partial.path())
            .arg(format!("botocore=={}", corpus::VERSION))
            .output()
            .context("cannot run python3, which runs botocore's validator: install it with pip")?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!("`python3 -m pip install` failed: {}", said.trim_end());
        }
        fs::rename(partial.path(), &self.packages)?;
        Ok(())
    }

    /// Validates lines of values of a model, and returns whether all are valid.
    pub(super) fn validate(&self, model: &str, values: ChildStdout) -> anyhow::Result<bool> {
        let status = Command::new("python3")
            .arg(&self.script)
            .arg(model)
            .env("PYTHONPATH", &self.packages)
            .stdin(values)
            .status()
            .context("cannot run python3")?;
        Ok(status.success())
    }
}
