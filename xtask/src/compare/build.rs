//! How long rustc takes over the generated types, and over their twins.

use std::fmt;
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, bail};

use super::pair::{Pair, alternate};
use crate::corpus::{Progress, cargo, rustc, write_if_changed};
use crate::manifest::{self, Target};

/// What cargo does.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mode {
    /// Compiles, in the profile `dev`.
    Build,
    /// Type-checks.
    Check,
}

impl Mode {
    pub(super) const ALL: [Self; 2] = [Self::Build, Self::Check];
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Build => "build",
            Self::Check => "check",
        })
    }
}

/// A workspace of two libraries: the generated file, and its twin.
pub(super) struct Libraries {
    workspace: PathBuf,
}

const OURS: &str = "generated";
const THEIRS: &str = "twin";

impl Libraries {
    pub(super) fn write(workspace: &Path, generated: &str, twin: &str) -> anyhow::Result<Self> {
        manifest::write_workspace(workspace, &[OURS, THEIRS], "")?;
        for (package, features, code) in [(OURS, "", generated), (THEIRS, "\"derive\"", twin)] {
            let folder = workspace.join(package);
            fs::create_dir_all(&folder)?;
            let serde = format!("serde = {{ workspace = true, features = [{features}] }}");
            let dependencies = ["glue-runtime.workspace = true", &serde];
            let manifest = manifest::package(package, Target::Library, &dependencies);
            write_if_changed(&folder.join("Cargo.toml"), &manifest)?;
            write_if_changed(&folder.join("lib.rs"), code)?;
        }
        Ok(Self { workspace: workspace.to_owned() })
    }

    /// Does the same to both libraries, in turns.
    pub(super) fn measure(
        &self,
        mode: Mode,
        runs: NonZeroUsize,
        progress: &Progress,
    ) -> anyhow::Result<Pair> {
        alternate(runs, progress, || self.time(mode, OURS), || self.time(mode, THEIRS))
    }

    /// The CPU time of rustc over a library alone, with nothing left of it from an earlier run; the
    /// first has cargo build the dependencies, which does not count.
    fn time(&self, mode: Mode, package: &str) -> anyhow::Result<Duration> {
        self.succeed(self.cargo("clean").args(["--quiet", "--package", package]))?;
        let times = self.workspace.join("times");
        fs::create_dir_all(&times)?;
        if rustc::time_of(&times, package).is_some() {
            fs::remove_file(times.join(package))?;
        }
        let mut command = self.cargo(&mode.to_string());
        command.args(["--quiet", "--package", package]).env(rustc::TIMES, &times);
        command.env("RUSTC_WORKSPACE_WRAPPER", std::env::current_exe()?);
        self.succeed(&mut command)?;
        let time = rustc::time_of(&times, package).and_then(|time| time.cpu);
        time.context("the system does not tell the CPU time of rustc")
    }

    fn cargo(&self, task: &str) -> Command {
        let mut command = cargo();
        command
            .arg(task)
            .current_dir(&self.workspace)
            .env("CARGO_TARGET_DIR", self.workspace.join("target"))
            .env_remove("RUSTFLAGS");
        command
    }

    fn succeed(&self, command: &mut Command) -> anyhow::Result<()> {
        if !command.status().context("cannot run cargo")?.success() {
            bail!("cargo failed in {}", self.workspace.display());
        }
        Ok(())
    }
}
