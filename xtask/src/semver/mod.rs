//! Holds the verdicts of `diff` against the compiler: whenever it says that source does not break, a
//! crate that uses everything that the old version generates must compile with the new one.

mod downstream;
mod tokens;
mod workspace;

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use glue_codegen::inspect::Impact;
use glue_codegen::{Options, Source};

use crate::corpus::{ModelFile, Sources};
use crate::repository;
use workspace::Pair;

/// Which models of which versions to take.
#[derive(Debug, PartialEq)]
pub(crate) struct Request {
    /// Unpacked source distributions of botocore.
    pub(crate) old: PathBuf,
    pub(crate) new: PathBuf,
    /// Only these models, such as `glue` or `glue/2017-03-31`; all that changed where none is named.
    pub(crate) models: Vec<String>,
    /// How many of them, the smallest first.
    pub(crate) most: usize,
    /// How many crates to compile at a time.
    pub(crate) jobs: NonZeroUsize,
}

impl Default for Request {
    fn default() -> Self {
        let (old, new) = (PathBuf::new(), PathBuf::new());
        let jobs = repository::all_cores();
        Self { old, new, models: Vec::new(), most: usize::MAX, jobs }
    }
}

/// Does what the request says; the exit code tells whether all verdicts were right.
pub(crate) fn run(request: &Request) -> anyhow::Result<ExitCode> {
    let directory = repository::target_directory()?.join("semver");
    let changed = changed(request)?.into_iter().take(request.most);
    let pairs: Vec<Pair> = changed
        .map(|(old, new)| pair(&old, &new).with_context(|| format!("cannot compare {new}")))
        .collect::<anyhow::Result<_>>()?;
    if pairs.is_empty() {
        bail!("no model changed");
    }
    let uses: usize = pairs.iter().map(|pair| pair.uses).sum();
    println!("{} models changed; {uses} uses of their old types", pairs.len());
    let problems = workspace::check(&directory, &pairs, request.jobs)?;
    let wrong = report(&pairs, &problems);
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The models that are in both versions and not the same, the smallest first.
fn changed(request: &Request) -> anyhow::Result<Vec<(ModelFile, ModelFile)>> {
    let models =
        |folder: &PathBuf| Sources { botocore: Some(folder.clone()), smithy: None }.models(&[]);
    let mut old: HashMap<String, ModelFile> =
        models(&request.old)?.into_iter().map(|model| (model.to_string(), model)).collect();
    let names: Vec<&str> = request.models.iter().map(String::as_str).collect();
    let new = Sources { botocore: Some(request.new.clone()), smithy: None }.models(&names)?;
    let mut changed = Vec::new();
    for new in new {
        let Some(old) = old.remove(&new.to_string()) else { continue };
        if old.read()? != new.read()? {
            changed.push((old, new));
        }
    }
    changed.sort_by_key(|(_, new)| new.size());
    Ok(changed)
}

fn pair(old: &ModelFile, new: &ModelFile) -> anyhow::Result<Pair> {
    let (old_bytes, new_bytes) = (old.read()?, new.read()?);
    let (old_file, new_file) = (old.file(), new.file());
    let old_source = Source { file: &old_file, bytes: &old_bytes };
    let new_source = Source { file: &new_file, bytes: &new_bytes };
    let mut options = Options::default();
    options.without_docs = true;
    let fail = |diagnostics| anyhow::anyhow!("{diagnostics}");
    let difference =
        glue_codegen::inspect::diff(&old_source, &new_source, &options).map_err(fail)?;
    let old_code = glue_codegen::generate(&old_source, &options).map_err(fail)?.code;
    let new_code = glue_codegen::generate(&new_source, &options).map_err(fail)?.code;
    let package = new.package();
    let downstream = downstream::write(&old_code, &package.replace('-', "_"))?;
    Ok(Pair {
        name: new.to_string(),
        package,
        breaks: difference.impact() == Some(Impact::Breaking),
        old_code,
        new_code,
        downstream: downstream.text,
        uses: downstream.uses,
    })
}

/// Prints the verdicts that differ; returns how many times `diff` missed a break.
fn report(pairs: &[Pair], problems: &HashMap<String, Vec<String>>) -> usize {
    let (mut wrong, mut strict) = (0, 0);
    for pair in pairs {
        let problems = problems.get(&pair.package).map(Vec::as_slice).unwrap_or_default();
        if !pair.breaks && !problems.is_empty() {
            wrong += 1;
            println!("== {}: `diff` finds nothing that breaks source", pair.name);
            problems.iter().take(5).for_each(|text| println!("{text}"));
        }
        if pair.breaks && problems.is_empty() {
            strict += 1;
            println!(
                "== {}: `diff` finds what breaks source, and all old names compile",
                pair.name
            );
        }
    }
    let breaking = pairs.iter().filter(|pair| pair.breaks).count();
    let failing = problems.len();
    println!(
        "{} models: `diff` calls {breaking} breaking, {failing} do not compile with the old names; \
         {wrong} breaks missed, {strict} not seen by the compiler",
        pairs.len(),
    );
    wrong
}
