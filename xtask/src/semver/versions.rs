//! The models that changed between two versions, and the code of each version.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use anyhow::{Context, bail};
use glue_codegen::inspect::Impact;
use glue_codegen::{Options, Source};

use super::downstream;
use super::request::Request;
use crate::corpus::{self, ModelFile, Sources};

/// The old release, if no folder is named.
const OLD: &str = "1.43.0";

/// The models that represent all others when there is no time for all.
const SAMPLE: [&str; 5] = [
    // Nothing breaks: members and values are added, and values of enums change places.
    "bedrock-data-automation/2023-07-26",
    "glue/2017-03-31",
    "lambda/2015-03-31",
    // Lists become sparse: the same names with other types.
    "rds-data/2018-08-01",
    // A structure is gone.
    "rtbfabric/2023-05-15",
];

/// A model in two versions.
#[derive(Debug)]
pub(super) struct Pair {
    /// The model's name for people.
    pub(super) name: String,
    pub(super) package: String,
    /// The number of changes that break source according to `diff`.
    pub(super) breaking: usize,
    pub(super) old_code: String,
    pub(super) new_code: String,
    /// The crate that uses everything of the old code.
    pub(super) downstream: String,
    /// The number of fields, setters, variants and traits that it uses.
    pub(super) uses: usize,
}

/// The chosen models that are in both versions and differ, the smallest first.
pub(super) fn pairs(request: &Request) -> anyhow::Result<Vec<Pair>> {
    let changed = changed(request)?;
    if changed.is_empty() {
        bail!("no model changed");
    }
    let pair = |(old, new): &(ModelFile, ModelFile)| {
        pair(old, new).with_context(|| format!("cannot compare {new}"))
    };
    changed.iter().map(pair).collect()
}

fn changed(request: &Request) -> anyhow::Result<Vec<(ModelFile, ModelFile)>> {
    let old = sources(request.old.as_deref(), OLD)?.models(&[])?;
    let new = sources(request.new.as_deref(), corpus::VERSION)?;
    let sample = SAMPLE.iter().filter(|_| request.sample).copied();
    let named: Vec<&str> = request.models.iter().map(String::as_str).chain(sample).collect();
    let named: BTreeSet<ModelFile> = match named.as_slice() {
        [] => BTreeSet::new(),
        names => new.models(names)?.into_iter().collect(),
    };
    let mut old: HashMap<String, ModelFile> =
        old.into_iter().map(|model| (model.to_string(), model)).collect();
    let mut changed = Vec::new();
    for new in new.models(&[])? {
        let Some(old) = old.remove(&new.to_string()) else { continue };
        if old.read()? != new.read()? {
            changed.push((old, new));
        }
    }
    changed.sort_by_key(|(_, new)| new.size());
    let most = request.most.unwrap_or(if named.is_empty() { usize::MAX } else { 0 });
    let chosen = changed.into_iter().enumerate();
    let chosen = chosen.filter(|(place, (_, new))| *place < most || named.contains(new));
    Ok(chosen.map(|(_, pair)| pair).collect())
}

/// The models in a folder, or of a release that is downloaded.
fn sources(folder: Option<&Path>, version: &str) -> anyhow::Result<Sources> {
    let folder = match folder {
        Some(folder) => folder.to_owned(),
        None => corpus::release(version)?,
    };
    Ok(Sources { botocore: Some(folder), smithy: None })
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
        breaking: difference.count(Impact::Breaking),
        old_code,
        new_code,
        downstream: downstream.text,
        uses: downstream.uses,
    })
}
