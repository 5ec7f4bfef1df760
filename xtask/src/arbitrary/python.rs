//! botocore, which Python runs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command};

use anyhow::Context;

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
    /// Installs botocore, unless it is there; the script is written into a folder.
    pub(super) fn install(directory: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(directory)?;
        let script = directory.join("validate.py");
        fs::write(&script, SCRIPT)?;
        Ok(Self { packages: corpus::installed()?, script })
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
