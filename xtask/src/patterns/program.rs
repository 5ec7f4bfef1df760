//! The program that gives generated code and the crate `regex` the same texts.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use glue_codegen::{Options, Source, generate};
use serde_json::{Map, Value, json};

use super::cases::Case;
use crate::manifest::{self, Target};
use crate::repository::{self, write_if_changed};

const MEASURE: &str = include_str!("measure.rs");

/// Writes the program's package.
pub(super) fn write(folder: &Path, cases: &[Case]) -> anyhow::Result<()> {
    fs::create_dir_all(folder)?;
    let runtime = repository::root()?.join("glue-runtime");
    let runtime = format!("glue-runtime = {{ path = {runtime:?} }}");
    let dependencies = [
        &runtime,
        "regex = \"1\"",
        "serde = { version = \"1\", features = [\"derive\"] }",
        "serde_json = \"1\"",
    ];
    let manifest =
        manifest::package("patterns", Target::Program, &dependencies) + "\n[workspace]\n";
    write_if_changed(&folder.join("Cargo.toml"), &manifest)?;
    manifest::copy_lock(folder)?;
    write_if_changed(&folder.join("main.rs"), MEASURE)?;
    write_if_changed(&folder.join("generated.rs"), &generated(cases)?)?;
    Ok(())
}

/// Builds the program with optimization, and returns its path.
pub(super) fn build(folder: &Path) -> anyhow::Result<PathBuf> {
    let target = folder.join("target");
    let status = repository::cargo()
        .args(["build", "--release"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", &target)
        .status()
        .context("cannot run cargo")?;
    if !status.success() {
        bail!("the program does not compile");
    }
    Ok(target.join("release/patterns"))
}

/// The module of patterns for a model with a string for each case, and a table of its functions.
fn generated(cases: &[Case]) -> anyhow::Result<String> {
    let model = model(cases).to_string();
    let source = Source { file: "patterns", bytes: model.as_bytes() };
    let code = generate(&source, &Options::default())
        .map_err(|diagnostics| anyhow::anyhow!("{diagnostics}"))?
        .code;
    let names: String =
        (0..cases.len()).map(|index| format!("        patterns::shape{index}_x,\n")).collect();
    Ok(format!(
        "{code}\n\
         /// The functions of the patterns, in the order of the cases.\n\
         pub(super) fn functions() -> Vec<fn(&str) -> bool> {{\n\
         \x20   vec![\n{names}    ]\n\
         }}\n"
    ))
}

fn model(cases: &[Case]) -> Value {
    let mut shapes = Map::new();
    let mut members = Map::new();
    for (index, case) in cases.iter().enumerate() {
        let name = format!("Shape{index}_X");
        members.insert(name.clone(), json!({"shape": name}));
        shapes.insert(name, json!({"type": "string", "pattern": case.pattern}));
    }
    shapes.insert("Texts".into(), json!({"type": "structure", "members": members}));
    json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2026-01-01",
            "endpointPrefix": "patterns",
            "protocol": "json",
            "jsonVersion": "1.1",
            "serviceFullName": "Patterns",
            "serviceId": "Patterns",
            "signatureVersion": "v4",
            "targetPrefix": "Patterns",
            "uid": "patterns-2026-01-01",
        },
        "operations": {"Match": {
            "name": "Match",
            "http": {"method": "POST", "requestUri": "/"},
            "input": {"shape": "Texts"},
        }},
        "shapes": shapes,
    })
}
