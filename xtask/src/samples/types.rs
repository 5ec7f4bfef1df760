//! Samples that generated types read and validate.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

use super::counts::Counts;
use super::made::{self, Program};
use super::request::Request;
use crate::corpus::{self, CodeKind};
use crate::programs::{self, Common, Profile};

const READ: Common = Common {
    text: include_str!("program/run.rs"),
    function: "faults",
    error_function: None,
    runtime_features: &[],
    dependencies: &["serde_json = { workspace = true, features = [\"float_roundtrip\"] }"],
};

/// Lets the types of the chosen models read their samples, valid ones and broken ones.
pub(super) fn read(
    request: &Request,
    directory: &Path,
    program: &Program,
    counts: &mut Counts,
) -> anyhow::Result<()> {
    let names: Vec<&str> = request.types.iter().map(String::as_str).collect();
    if names.is_empty() {
        return Ok(());
    }
    let models = request.sources.models(&names)?;
    let generated = directory.join("generated");
    let generations =
        corpus::generate(models, &generated, CodeKind::default(), request.jobs.count)?;
    let mut programs = Vec::new();
    for generation in &generations.list {
        let (one, names) = programs::of(generation)?;
        let file = generated.join(format!("{}.json", one.package));
        fs::write(&file, generation.model.read()?)?;
        let made = made::all(program, &file, &mut Counts::default())?;
        let mut lines = String::new();
        for line in made.valid.values().chain(made.broken.values()).flatten() {
            writeln!(lines, "{line}")?;
        }
        fs::write(file.with_extension("jsonl"), lines)?;
        programs.push((one, names));
    }
    let workspace = directory.join("programs");
    programs::write(&workspace, &programs, &READ)?;
    programs::build(&workspace, request.jobs.count, Profile::FastDependencies)?;
    for (one, _) in &programs {
        let program = programs::path(&workspace, &one.package, Profile::FastDependencies);
        let output = Command::new(&program)
            .arg(generated.join(format!("{}.jsonl", one.package)))
            .output()
            .with_context(|| format!("cannot run {}", program.display()))?;
        let text = String::from_utf8_lossy(&output.stdout);
        let Some((count, faults)) = text.split_once('\n').filter(|_| output.status.success())
        else {
            bail!("{}: {}", output.status, String::from_utf8_lossy(&output.stderr));
        };
        counts.read += count.parse::<usize>()?;
        counts.faults.extend(faults.lines().map(|fault| format!("{}: {fault}", one.package)));
    }
    Ok(())
}
