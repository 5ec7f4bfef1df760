//! Measures how long rustc takes to compile the generated types and their twins.

use std::fmt;
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, bail};

use super::pair::{Pair, alternate};
use crate::corpus::{Progress, rustc};
use crate::manifest::{self, Target};
use crate::repository::{cargo, write_if_changed};

/// The cargo command.
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

/// The code that rustc compiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Library {
    /// The generated file.
    Generated,
    /// The part of the generated file that the twin has too, and setters, which are in the same
    /// tables.
    Bare,
    /// The same types with `serde_derive`.
    Twin,
}

impl Library {
    const ALL: [Self; 3] = [Self::Generated, Self::Bare, Self::Twin];

    fn package(self) -> &'static str {
        match self {
            Self::Generated => "generated",
            Self::Bare => "bare",
            Self::Twin => "twin",
        }
    }
}

/// A workspace with a package for each library.
pub(super) struct Libraries {
    workspace: PathBuf,
}

impl Libraries {
    pub(super) fn write<'code>(
        workspace: &Path,
        code: impl Fn(Library) -> &'code str,
    ) -> anyhow::Result<Self> {
        manifest::write_workspace(workspace, &Library::ALL.map(Library::package), "")?;
        for library in Library::ALL {
            let (package, is_twin) = (library.package(), library == Library::Twin);
            let folder = workspace.join(package);
            fs::create_dir_all(&folder)?;
            let features = if is_twin { "\"derive\"" } else { "" };
            let serde = format!("serde = {{ workspace = true, features = [{features}] }}");
            let dependencies = ["glue-runtime.workspace = true", &serde];
            let manifest = manifest::package(package, Target::Library, &dependencies);
            write_if_changed(&folder.join("Cargo.toml"), &manifest)?;
            write_if_changed(&folder.join("lib.rs"), code(library))?;
        }
        Ok(Self { workspace: workspace.to_owned() })
    }

    /// Does the same for a library and its twin, in turns.
    pub(super) fn measure(
        &self,
        mode: Mode,
        ours: Library,
        runs: NonZeroUsize,
        progress: &Progress,
    ) -> anyhow::Result<Pair> {
        let [ours, theirs] = [ours, Library::Twin].map(Library::package);
        alternate(runs, progress, || self.time(mode, ours), || self.time(mode, theirs))
    }

    /// The CPU time of rustc for a library alone, without leftovers of an earlier run. The first
    /// run of cargo builds the dependencies, which does not count.
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
