//! The workspaces with both versions' crates. The new version's also has the crates that use the
//! old names.

use std::collections::HashMap;
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;

use anyhow::bail;

use super::versions::Pair;
use crate::corpus::{self, Message};
use crate::manifest::{self, Target};
use crate::repository::{self, write_if_changed};

const DEPENDENCIES: [&str; 2] = ["glue-runtime.workspace = true", "serde.workspace = true"];

/// Compiles the crates that use the old names with the new types, once all are written. Returns
/// rustc's errors by package.
pub(super) fn check(
    directory: &Path,
    pairs: &[Pair],
    jobs: NonZeroUsize,
) -> anyhow::Result<HashMap<String, Vec<String>>> {
    let mut command = repository::cargo();
    command
        .args([
            "check",
            "--quiet",
            "--workspace",
            "--keep-going",
            "--message-format=json",
            "--jobs",
        ])
        .arg(jobs.to_string())
        .current_dir(directory.join("new"))
        .env("CARGO_TARGET_DIR", directory.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .env_remove("RUSTFLAGS");
    let crates: HashMap<String, &Pair> =
        pairs.iter().map(|pair| (crate_name(&downstream(pair)), pair)).collect();
    let mut problems: HashMap<String, Vec<String>> = HashMap::new();
    let (mut finished, mut others) = (0, Vec::new());
    let said = corpus::messages(&mut command, |message| {
        match (crates.get(message.crate_name()), message) {
            (Some(_), Message::Finished { .. }) => finished += 1,
            (Some(pair), Message::Problem { text, .. }) => {
                problems.entry(pair.package.clone()).or_default().push(text);
            }
            (None, Message::Problem { text, .. }) => others.push(text),
            (None, Message::Finished { .. }) => {}
        }
    })?;
    // A crate that was neither compiled nor refused would count as one that compiles.
    if finished + problems.len() != pairs.len() {
        bail!("cargo did not come to check all:\n{}{}", others.concat(), said.unwrap_or_default());
    }
    Ok(problems)
}

/// Writes a crate for each version of each model, and a crate that uses everything of the old
/// version.
pub(super) fn write(directory: &Path, pairs: &[Pair]) -> anyhow::Result<()> {
    let packages: Vec<&str> = pairs.iter().map(|pair| pair.package.as_str()).collect();
    let downstream_packages: Vec<String> = pairs.iter().map(downstream).collect();
    let all: Vec<&str> =
        packages.iter().copied().chain(downstream_packages.iter().map(String::as_str)).collect();
    let (old, new) = (directory.join("old"), directory.join("new"));
    manifest::write_workspace(&old, &packages, "")?;
    manifest::write_workspace(&new, &all, "")?;
    for pair in pairs {
        library(&old, &pair.package, &pair.old_code)?;
        library(&new, &pair.package, &pair.new_code)?;
        let dependency = format!("{0} = {{ path = \"../{0}\" }}", pair.package);
        let dependencies = [DEPENDENCIES.as_slice(), &[dependency.as_str()]].concat();
        package(&new, &downstream(pair), &dependencies, &pair.downstream)?;
    }
    Ok(())
}

fn library(workspace: &Path, name: &str, code: &str) -> anyhow::Result<()> {
    package(
        workspace,
        name,
        &DEPENDENCIES,
        "//! Generated types.\n#![allow(warnings)]\npub mod types;\n",
    )?;
    Ok(write_if_changed(&workspace.join(name).join("types.rs"), code)?)
}

fn package(workspace: &Path, name: &str, dependencies: &[&str], text: &str) -> anyhow::Result<()> {
    let folder = workspace.join(name);
    fs::create_dir_all(&folder)?;
    let manifest = manifest::package(name, Target::Library, dependencies);
    write_if_changed(&folder.join("Cargo.toml"), &manifest)?;
    Ok(write_if_changed(&folder.join("lib.rs"), text)?)
}

fn downstream(pair: &Pair) -> String {
    format!("{}-downstream", pair.package)
}

/// The name of a package's library in rustc.
pub(super) fn crate_name(package: &str) -> String {
    package.replace('-', "_")
}
