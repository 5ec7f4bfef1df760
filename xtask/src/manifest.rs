//! Manifests of the packages and workspaces that tasks write below `target`.

use std::fs;
use std::path::Path;

use anyhow::Context;

use crate::repository::{self, write_if_changed};

/// What a package is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Target {
    /// A library in `lib.rs`.
    Library,
    /// A program in `main.rs`, called as the package.
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

/// Writes what a workspace has beside its packages, which get the runtime and serde from it; `more`
/// is what its manifest says behind that.
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

/// Copies the repository's lock file: the same releases of the dependencies as everywhere else;
/// cargo drops what is not needed.
pub(crate) fn copy_lock(folder: &Path) -> anyhow::Result<()> {
    fs::copy(repository::root()?.join("Cargo.lock"), folder.join("Cargo.lock"))
        .context("the repository has no Cargo.lock")?;
    Ok(())
}
