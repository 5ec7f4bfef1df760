//! cargo-semver-checks, which compares the documentation that rustdoc writes as JSON.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use super::versions::Pair;
use super::workspace::crate_name;
use crate::repository;

/// The names of the lints that demand a major version, by package.
pub(super) type Demands = HashMap<String, Vec<String>>;

/// The program.
#[derive(Debug)]
pub(super) struct Tool {
    /// Its path; by default cargo finds it.
    program: Option<PathBuf>,
}

/// The result of a comparison.
#[derive(Debug, PartialEq, Eq)]
enum Comparison {
    /// The lints that demand a major version.
    Done(Vec<String>),
    /// The program's message about the compiler's format, which it does not know.
    OtherFormat(String),
    Failed,
}

impl Tool {
    /// The given program, or the one that cargo finds; `None` if it finds none.
    pub(super) fn find(program: Option<&Path>) -> anyhow::Result<Option<Self>> {
        let tool = Self { program: program.map(Path::to_owned) };
        let output = tool.command().arg("--version").output();
        let is_tool = output.is_ok_and(|output| output.stdout.starts_with(b"cargo-semver-checks "));
        match program {
            _ if is_tool => Ok(Some(tool)),
            Some(program) => bail!("{} is not cargo-semver-checks", program.display()),
            None => {
                println!(
                    "SKIPPED: cargo-semver-checks is missing; to have its verdicts as well, run \
                     `cargo install cargo-semver-checks --locked`"
                );
                Ok(None)
            }
        }
    }

    fn command(&self) -> Command {
        let mut command = self.program.as_ref().map_or_else(repository::cargo, Command::new);
        command.arg("semver-checks").stdin(Stdio::null());
        command
    }

    /// Its demands for all pairs, whose crates have been written; `None` if it cannot read this
    /// compiler's output.
    pub(super) fn demands(
        &self,
        directory: &Path,
        pairs: &[Pair],
        jobs: NonZeroUsize,
    ) -> anyhow::Result<Option<Demands>> {
        let old = document(directory, "old", pairs, jobs)?;
        let new = document(directory, "new", pairs, jobs)?;
        let mut demands = Demands::new();
        for pair in pairs {
            let file = format!("{}.json", crate_name(&pair.package));
            let mut command = self.command();
            command
                .args(["--release-type", "minor", "--color", "never", "--baseline-rustdoc"])
                .arg(old.join(&file))
                .arg("--current-rustdoc")
                .arg(new.join(&file));
            let output = command.output().context("cannot run cargo-semver-checks")?;
            let said = String::from_utf8_lossy(&output.stdout);
            let log = String::from_utf8_lossy(&output.stderr);
            match comparison(output.status.success(), &said, &log) {
                Comparison::Done(lints) => demands.insert(pair.package.clone(), lints),
                Comparison::OtherFormat(problem) if self.program.is_none() => {
                    println!(
                        "SKIPPED: cargo-semver-checks does not know this compiler's format; install \
                         its current version: {problem}"
                    );
                    return Ok(None);
                }
                Comparison::OtherFormat(_) | Comparison::Failed => {
                    bail!("cargo-semver-checks cannot compare {}:\n{said}{log}", pair.name)
                }
            };
        }
        Ok(Some(demands))
    }
}

/// Reads the program's output.
fn comparison(success: bool, said: &str, log: &str) -> Comparison {
    if success {
        Comparison::Done(Vec::new())
    } else if log.contains("semver requires new major version") {
        let lints = said.lines().filter_map(|line| line.strip_prefix("--- failure "));
        let names = lints.filter_map(|line| line.split_once(':'));
        Comparison::Done(names.map(|(name, _)| name.to_owned()).collect())
    } else {
        match log.lines().find(|line| line.contains("unsupported rustdoc format")) {
            Some(line) => Comparison::OtherFormat(line.trim().to_owned()),
            None => Comparison::Failed,
        }
    }
}

/// Documents the crates of a version as JSON, and returns the folder of the files.
fn document(
    directory: &Path,
    version: &str,
    pairs: &[Pair],
    jobs: NonZeroUsize,
) -> anyhow::Result<PathBuf> {
    let target = directory.join(format!("{version}-documentation"));
    let packages = pairs.iter().flat_map(|pair| ["--package", &pair.package]);
    let status = repository::cargo()
        .args(["doc", "--quiet", "--no-deps", "--jobs", &jobs.to_string()])
        .args(packages)
        .current_dir(directory.join(version))
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_INCREMENTAL", "0")
        .env_remove("RUSTFLAGS")
        // The format is unstable, and the tool supports the formats of stable compilers.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTDOCFLAGS", "-Zunstable-options --output-format=json --cap-lints=allow")
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("what the {version} models generate cannot be documented");
    }
    Ok(target.join("doc"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lints_that_fail_are_named() {
        let said = "\n--- failure enum_missing: pub enum removed or renamed ---\n\nFailed in:\n  \
                    enum a::types::B\n\n--- failure struct_missing: pub struct removed ---\n";
        let log =
            "     Summary semver requires new major version: 2 major and 0 minor checks failed";
        let lints = ["enum_missing".to_owned(), "struct_missing".to_owned()];
        assert_eq!(comparison(false, said, log), Comparison::Done(lints.to_vec()));
        let log = "     Summary no semver update required";
        assert_eq!(comparison(true, "", log), Comparison::Done(Vec::new()));
    }

    #[test]
    fn a_comparison_that_was_not_made_is_no_verdict() {
        let log = "error: failed to load rustdoc\n\nCaused by:\n    unsupported rustdoc format v99 \
                   for file: a.json\n    (supported formats are v57)";
        let line = "unsupported rustdoc format v99 for file: a.json".to_owned();
        assert_eq!(comparison(false, "", log), Comparison::OtherFormat(line));
        assert_eq!(comparison(false, "", "error: no such file"), Comparison::Failed);
    }

    #[test]
    fn a_program_that_is_named_must_be_the_tool() {
        // The program of these tests is a different program.
        let other = std::env::current_exe().unwrap();
        for program in [Path::new("/nowhere/cargo-semver-checks"), &other] {
            let error = Tool::find(Some(program)).unwrap_err();
            let expected = format!("{} is not cargo-semver-checks", program.display());
            assert_eq!(error.to_string(), expected);
        }
    }
}
