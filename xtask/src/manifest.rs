//! Manifests of the packages and workspaces that tasks write below `target`.

use std::fs;
use std::path::Path;

use anyhow::Context;

use crate::repository::{self, write_if_changed};

/// The kind of a package.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Target {
    /// A library in `lib.rs`.
    Library,
    /// A program in `main.rs`, named like the package.
    Program,
}

/// The manifest of a package; `dependencies` are lines of TOML.
pub(crate) fn package(name: &str, target: Target, dependencies: &[&str]) -> String {
    let target = match target {
        Target::Library => "[lib]\npath = \"lib.rs\"\ntest = false\ndoctest = false\n".to_owned(),
        Target::Program => {
            format!("[[bin]]\nname = {name:?}\npath = \"main.rs\"\ntest = false\n")
        }
    };
    let dependencies = dependencies.join("\n");
    format!(
        "[package]\n\
         name = {name:?}\n\
         version = \"0.0.0\"\n\
         edition = \"2024\"\n\
         \n\
         {target}\n\
         [dependencies]\n\
         {dependencies}\n"
    )
}

/// Writes the files of a workspace apart from its packages, which get the runtime and serde from
/// it. `more` is appended to its manifest.
pub(crate) fn write_workspace(folder: &Path, members: &[&str], more: &str) -> anyhow::Result<()> {
    let runtime = repository::root()?.join("glue-runtime");
    let manifest = format!(
        "[workspace]\n\
         resolver = \"3\"\n\
         members = {members:?}\n\
         \n\
         [workspace.dependencies]\n\
         glue-runtime = {{ path = {runtime:?} }}\n\
         serde = {{ version = \"1\", default-features = false, features = [\"std\"] }}\n\
         {more}"
    );
    fs::create_dir_all(folder)?;
    write_if_changed(&folder.join("Cargo.toml"), &manifest)?;
    copy_lock(folder)
}

/// Copies the repository's lock file, so that dependencies have the same releases as everywhere
/// else. cargo drops the ones that are not needed.
pub(crate) fn copy_lock(folder: &Path) -> anyhow::Result<()> {
    fs::copy(repository::root()?.join("Cargo.lock"), folder.join("Cargo.lock"))
        .context("the repository has no Cargo.lock")?;
    Ok(())
}
