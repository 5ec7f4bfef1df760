//! The workspace that holds a crate for each file of generated code.

use std::fs;
use std::path::{Path, PathBuf};

use super::generate::write_if_changed;

/// A crate to check.
#[derive(Debug)]
pub(crate) struct Crate {
    pub(crate) package: String,
    /// The file of generated code.
    pub(crate) code: PathBuf,
}

impl Crate {
    /// What rustc calls the library.
    pub(super) fn name(&self) -> String {
        self.package.replace('-', "_")
    }
}

/// Writes the workspace of these crates.
pub(super) fn write(workspace: &Path, crates: &[Crate]) -> anyhow::Result<()> {
    for Crate { package, code } in crates {
        let folder = workspace.join(package);
        fs::create_dir_all(&folder)?;
        write_if_changed(&folder.join("Cargo.toml"), &package_manifest(package))?;
        write_if_changed(&folder.join("lib.rs"), &library(code))?;
    }
    fs::create_dir_all(workspace)?;
    let root = super::repository()?;
    write_if_changed(&workspace.join("Cargo.toml"), &workspace_manifest(crates, &root))?;
    // The same releases of the dependencies as everywhere else; cargo drops what is not needed.
    fs::copy(root.join("Cargo.lock"), workspace.join("Cargo.lock"))?;
    Ok(())
}

fn workspace_manifest(crates: &[Crate], root: &Path) -> String {
    let packages: Vec<&str> = crates.iter().map(|one| one.package.as_str()).collect();
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
