//! The workspace that holds a crate for each generated model.

use std::fs;
use std::path::Path;

use anyhow::Context;

use super::generate::{Generation, write_if_changed};

/// Writes the workspace and gives its packages: a crate for each model that was generated.
pub(super) fn write(workspace: &Path, generations: &[Generation]) -> anyhow::Result<Vec<String>> {
    let mut packages = Vec::new();
    for generation in generations {
        let Ok(code) = &generation.result else { continue };
        let package = generation.model.package();
        let folder = workspace.join(&package);
        fs::create_dir_all(&folder)?;
        write_if_changed(&folder.join("Cargo.toml"), &package_manifest(&package))?;
        write_if_changed(&folder.join("lib.rs"), &library(&code.path))?;
        packages.push(package);
    }
    fs::create_dir_all(workspace)?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = root.canonicalize().context("the repository has moved since xtask was built")?;
    write_if_changed(&workspace.join("Cargo.toml"), &workspace_manifest(&packages, &root))?;
    // The same releases of the dependencies as everywhere else; cargo drops what is not needed.
    fs::copy(root.join("Cargo.lock"), workspace.join("Cargo.lock"))?;
    Ok(packages)
}

/// What rustc calls a package's library.
pub(super) fn crate_name(package: &str) -> String {
    package.replace('-', "_")
}

fn workspace_manifest(packages: &[String], root: &Path) -> String {
    let runtime = root.join("glue-runtime");
    format!(
        "[workspace]\n\
         resolver = \"3\"\n\
         members = {packages:?}\n\
         \n\
         [workspace.dependencies]\n\
         glue-runtime = {{ path = {runtime:?} }}\n\
         serde = {{ version = \"1\", default-features = false, features = [\"std\"] }}\n"
    )
}

fn package_manifest(package: &str) -> String {
    format!(
        "[package]\n\
         name = {package:?}\n\
         version = \"0.0.0\"\n\
         edition = \"2024\"\n\
         \n\
         [lib]\n\
         path = \"lib.rs\"\n\
         test = false\n\
         doctest = false\n\
         \n\
         [dependencies]\n\
         glue-runtime.workspace = true\n\
         serde.workspace = true\n"
    )
}

/// A library that is the generated code and forbids whatever it promises not to need.
fn library(code: &Path) -> String {
    format!(
        "//! Generated types, under the lints of a strict crate.\n\
         #![deny(warnings, missing_docs, unreachable_pub, unused_qualifications)]\n\
         #![forbid(unsafe_code)]\n\
         \n\
         /// The generated types.\n\
         #[path = {code:?}]\n\
         pub mod types;\n"
    )
}
