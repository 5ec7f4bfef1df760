//! The workspace with a crate for each file of generated code.

use std::fs;
use std::path::{Path, PathBuf};

use crate::manifest::{self, Target};
use crate::repository::write_if_changed;

/// A crate to check.
#[derive(Debug)]
pub(crate) struct Crate {
    pub(crate) package: String,
    /// The file of generated code.
    pub(crate) code: PathBuf,
    /// The file of the stand-in for the SDK's crate, if there are conversions to it.
    pub(crate) stand_in: Option<PathBuf>,
}

impl Crate {
    /// The library's name in rustc.
    pub(super) fn name(&self) -> String {
        self.package.replace('-', "_")
    }
}

/// Writes the workspace of these crates.
pub(super) fn write(workspace: &Path, crates: &[Crate]) -> anyhow::Result<()> {
    for Crate { package, code, stand_in } in crates {
        let folder = workspace.join(package);
        fs::create_dir_all(&folder)?;
        let dependencies: &[&str] = match stand_in {
            None => &["glue-runtime.workspace = true", "serde.workspace = true"],
            Some(_) => &[
                "aws-smithy-types.workspace = true",
                "glue-runtime = { workspace = true, features = [\"aws-smithy-types\"] }",
                "serde.workspace = true",
            ],
        };
        let manifest = manifest::package(package, Target::Library, dependencies);
        write_if_changed(&folder.join("Cargo.toml"), &manifest)?;
        write_if_changed(&folder.join("lib.rs"), &library(code, stand_in.as_deref()))?;
    }
    let packages: Vec<&str> = crates.iter().map(|one| one.package.as_str()).collect();
    let sdk = "aws-smithy-types = { version = \"1\", default-features = false }\n";
    manifest::write_workspace(workspace, &packages, sdk)
}

/// A library with the generated code that forbids everything the code promises not to need.
fn library(code: &Path, stand_in: Option<&Path>) -> String {
    let stand_in = stand_in.map(|path| {
        format!(
            "\n/// A stand-in for the SDK.\n#[allow(warnings, missing_docs, unreachable_pub, unused_qualifications)]\n#[path = {path:?}]\npub mod sdk;\n"
        )
    });
    format!(
        "//! Generated types, under the lints of a strict crate.\n\
         #![deny(warnings, missing_docs, unreachable_pub, unused_qualifications)]\n\
         #![forbid(unsafe_code)]\n\
         \n\
         /// The generated types.\n\
         #[path = {code:?}]\n\
         pub mod types;\n\
         {}",
        stand_in.unwrap_or_default()
    )
}
