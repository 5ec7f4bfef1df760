//! Checks glue-types with each feature that chooses operations.

use std::collections::BTreeMap;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, bail};
use clap::Args;

use crate::repository;

/// The feature of all areas.
const FULL: &str = "full";

/// Which features to check.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// Only these, such as jobs or full [default: all that choose operations]
    #[arg(value_name = "FEATURE")]
    pub(crate) features: Vec<String>,
}

/// Checks one feature after the other in one target folder, so that what they share is built once.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let known = features()?;
    if let Some(name) = request.features.iter().find(|name| !known.contains(name)) {
        bail!("`{name}` chooses no operations: name {}", known.join(", "));
    }
    let chosen = if request.features.is_empty() { &known } else { &request.features };
    let mut failed = Vec::new();
    for name in chosen {
        let start = Instant::now();
        let is_clean = check(name)?;
        let verdict = if is_clean { "" } else { " FAILED" };
        println!("{name:24} {:5.1} s{verdict}", start.elapsed().as_secs_f64());
        if !is_clean {
            failed.push(name.as_str());
        }
    }
    match failed.as_slice() {
        [] => Ok(ExitCode::SUCCESS),
        failed => bail!("with warnings or errors: {}", failed.join(", ")),
    }
}

/// The areas and, as the last, all of them.
fn features() -> anyhow::Result<Vec<String>> {
    let mut command = repository::cargo();
    let output = command.args(["metadata", "--no-deps", "--format-version", "1", "--locked"]);
    let output = output.current_dir(repository::root()?).output().context("cannot run cargo")?;
    let metadata: Metadata = serde_json::from_slice(&output.stdout).context("cargo metadata")?;
    let mut packages = metadata.packages.into_iter();
    let package = packages.find(|package| package.name == "glue-types");
    let mut features = package.and_then(|mut package| package.features.remove(FULL));
    let features = features.as_mut().context("glue-types has no feature `full`")?;
    features.push(FULL.to_owned());
    Ok(std::mem::take(features))
}

#[derive(serde::Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(serde::Deserialize)]
struct Package {
    name: String,
    features: BTreeMap<String, Vec<String>>,
}

/// Whether the crate compiles with a feature and nothing is to be warned of.
fn check(feature: &str) -> anyhow::Result<bool> {
    let mut command: Command = repository::cargo();
    command.args(["check", "--quiet", "--locked", "--package", "glue-types", "--lib"]);
    command.args(["--features", feature]).current_dir(repository::root()?);
    command.env("CARGO_TARGET_DIR", repository::target_directory()?.join("features"));
    command.env("RUSTFLAGS", "-D warnings").env("CARGO_INCREMENTAL", "0");
    Ok(command.status().context("cannot run cargo")?.success())
}
