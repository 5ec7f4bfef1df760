//! The samples of a model.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use glue_codegen::inspect::{ShapeForm, forms};
use glue_codegen::{Options, Source};
use serde_json::Value;

use super::counts::Counts;

/// The command line.
pub(super) struct Program {
    pub(super) path: PathBuf,
    /// The number of which all random choices follow.
    pub(super) seed: u64,
}

/// Samples, by their types.
pub(super) type Samples = BTreeMap<String, Vec<Value>>;

/// All samples of a model: lines with `value`, and for a broken one what it breaks.
#[derive(Default)]
pub(super) struct Made {
    pub(super) valid: Samples,
    pub(super) broken: Samples,
}

/// The ways to make valid values.
pub(super) const MANNERS: [&[&str]; 3] = [&["--minimal"], &["--full"], &["--count", "3"]];

impl Program {
    /// Prints samples of every structure of a model; returns the lines, and the notes.
    pub(super) fn sample(
        &self,
        model: &Path,
        arguments: &[&str],
    ) -> anyhow::Result<(Samples, BTreeSet<String>)> {
        let seed = self.seed.to_string();
        let output = Command::new(&self.path)
            .args(["sample", "--seed", &seed, "--model"])
            .arg(model)
            .args(arguments)
            .output()
            .with_context(|| format!("cannot run {}", self.path.display()))?;
        let notes = String::from_utf8_lossy(&output.stderr);
        // Values may be missing, for reasons that are noted.
        if !matches!(output.status.code(), Some(0 | 1)) {
            bail!("sample {arguments:?} ended with {}: {notes}", output.status);
        }
        let notes = notes.lines().filter_map(|line| line.strip_prefix("note: "));
        let notes = notes.map(str::to_owned);
        let mut samples = Samples::new();
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let line: Value = serde_json::from_str(line)?;
            let name = line["shape"].as_str().unwrap_or_default().to_owned();
            samples.entry(name).or_default().push(line);
        }
        Ok((samples, notes.collect()))
    }
}

/// Makes the samples of a model: each structure has values of each manner, or a reason why not.
pub(super) fn all(program: &Program, model: &Path, counts: &mut Counts) -> anyhow::Result<Made> {
    let names = names(model)?;
    let mut made = Made::default();
    counts.structures += names.len();
    for manner in MANNERS {
        let (samples, notes) = program.sample(model, manner)?;
        for name in &names {
            let reason = notes
                .iter()
                .find(|note| note.starts_with(&format!("cannot make a value of `{name}`")));
            match (samples.contains_key(name), reason) {
                (true, None) => {}
                (false, Some(reason)) => counts.reasons.extend([reason.clone()]),
                _ => counts.faults.push(format!("{name} {manner:?}: {reason:?}")),
            }
        }
        counts.valid += samples.values().map(Vec::len).sum::<usize>();
        for (name, lines) in samples {
            made.valid.entry(name).or_default().extend(lines);
        }
    }
    let (samples, notes) = program.sample(model, &["--break", "all", "--minimal"])?;
    counts.broken += samples.values().map(Vec::len).sum::<usize>();
    for note in notes {
        match note.contains("breaks other constraints as well") {
            true => counts.faults.push(note),
            false => counts.unbroken += 1,
        }
    }
    made.broken = samples;
    Ok(made)
}

/// The structures and unions of a model that operations reach.
fn names(model: &Path) -> anyhow::Result<BTreeSet<String>> {
    let bytes = std::fs::read(model)?;
    let source = Source { file: &model.display().to_string(), bytes: &bytes };
    let forms = forms(&source, &Options::default()).map_err(|all| anyhow::anyhow!("{all}"))?;
    let names = forms.shapes.into_iter().filter_map(|shape| match shape {
        ShapeForm::Structure(shape) | ShapeForm::Union(shape) => Some(shape.name),
        _ => None,
    });
    Ok(names.collect())
}
