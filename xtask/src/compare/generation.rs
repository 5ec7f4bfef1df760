//! Measures how long glue-codegen takes to generate a model's types, and typify from a schema of
//! the same types.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use serde_json::Value;

use super::pair::{Pair, alternate, children_time_of};
use crate::corpus::Progress;
use crate::manifest::{self, Target};
use crate::repository::{self, cargo, write_if_changed};

const PROGRAM: &str = include_str!("program.rs");

/// The release of typify that is measured.
pub(super) const TYPIFY: &str = "0.8.0";

/// The program that generates, and its inputs.
pub(super) struct Generation {
    folder: PathBuf,
    program: PathBuf,
    /// How many of the model's patterns typify refuses, and how many it accepts.
    pub(super) patterns: [usize; 2],
}

impl Generation {
    /// Builds the program with optimization, and writes its files. typify is not a dependency of
    /// this workspace.
    pub(super) fn prepare(folder: &Path, model: &[u8], schema: &Value) -> anyhow::Result<Self> {
        fs::create_dir_all(folder)?;
        write_if_changed(&folder.join("Cargo.toml"), &manifest(&repository::root()?))?;
        fs::copy(repository::root()?.join("Cargo.lock"), folder.join("Cargo.lock"))
            .context("the repository has no Cargo.lock")?;
        write_if_changed(&folder.join("main.rs"), PROGRAM)?;
        fs::write(folder.join("model.json"), model)?;
        fs::write(folder.join("whole-schema.json"), schema.to_string())?;
        let target = folder.join("target");
        let mut build = cargo();
        build.args(["build", "--quiet", "--release"]).current_dir(folder);
        if !build.env("CARGO_TARGET_DIR", &target).status().context("cannot run cargo")?.success() {
            bail!("the program of {} does not compile", folder.display());
        }
        let program = target.join("release/generation");
        let mut generation = Self { folder: folder.to_owned(), program, patterns: [0, 0] };
        let counts = generation.run("prepare", "whole-schema.json", "schema.json")?;
        generation.patterns = two_numbers(&counts).context("the program printed no numbers")?;
        Ok(generation)
    }

    /// Generates with both in turns, each time in a new process.
    pub(super) fn measure(&self, runs: NonZeroUsize, progress: &Progress) -> anyhow::Result<Pair> {
        let time = |task, from, to| children_time_of(|| self.run(task, from, to).map(drop));
        alternate(
            runs,
            progress,
            || time("glue-codegen", "model.json", "glue-codegen.rs"),
            || time("typify", "schema.json", "typify.rs"),
        )
    }

    /// Runs the program, and returns its output.
    fn run(&self, task: &str, from: &str, to: &str) -> anyhow::Result<String> {
        let output = Command::new(&self.program)
            .args([task, from, to])
            .current_dir(&self.folder)
            .output()
            .with_context(|| format!("cannot run {}", self.program.display()))?;
        if !output.status.success() {
            bail!("{task} failed: {}", String::from_utf8_lossy(&output.stderr).trim_end());
        }
        Ok(String::from_utf8(output.stdout)?)
    }
}

fn two_numbers(text: &str) -> Option<[usize; 2]> {
    let (one, other) = text.trim_end().split_once(' ')?;
    Some([one.parse().ok()?, other.parse().ok()?])
}

fn manifest(repository: &Path) -> String {
    let codegen = repository.join("glue-codegen");
    let codegen = format!("glue-codegen = {{ path = {codegen:?} }}");
    let typify = format!("typify = {{ version = \"={TYPIFY}\", default-features = false }}");
    let dependencies = [
        &codegen,
        "prettyplease = \"0.3\"",
        "schemars = \"0.8\"",
        "serde_json = \"1\"",
        "syn = { version = \"3\", features = [\"full\"] }",
        &typify,
    ];
    manifest::package("generation", Target::Program, &dependencies) + "\n[workspace]\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_prints_two_numbers() {
        assert_eq!(two_numbers("3 103\n"), Some([3, 103]));
        assert_eq!(two_numbers("3\n"), None);
        assert_eq!(two_numbers("3 many\n"), None);
    }
}
