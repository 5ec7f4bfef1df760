//! Models that gained members between two versions of botocore.

use std::collections::{HashMap, HashSet};

use anyhow::Context;
use glue_codegen::Source;
use glue_model::{Model, ShapeKind};

use crate::corpus::{ModelFile, Sources};

/// The maximum number of models if none is named.
const MOST: usize = 20;

/// An old model and the new one.
pub(super) struct Pair {
    pub(super) old: ModelFile,
    pub(super) new: ModelFile,
}

/// The models with the given names; if none is given, the smallest ones that gained members.
pub(super) fn choose(old: &Sources, new: &Sources, names: &[&str]) -> anyhow::Result<Vec<Pair>> {
    let old = old.models(names)?.into_iter().map(|model| (model.to_string(), model));
    let mut old: HashMap<String, ModelFile> = old.collect();
    let new = new.models(names)?.into_iter();
    let pair = |new: ModelFile| Some(Pair { old: old.remove(&new.to_string())?, new });
    let mut pairs: Vec<Pair> = new.filter_map(pair).collect();
    if !names.is_empty() {
        return Ok(pairs);
    }
    pairs.sort_by_cached_key(|pair| (pair.new.size(), pair.new.to_string()));
    let mut grown = Vec::new();
    for pair in pairs {
        if grown.len() < MOST && has_grown(&pair)? {
            grown.push(pair);
        }
    }
    Ok(grown)
}

/// Whether a structure in both models has a member that only the new one has.
fn has_grown(pair: &Pair) -> anyhow::Result<bool> {
    let (old, new) = (pair.old.read()?, pair.new.read()?);
    if old == new {
        return Ok(false);
    }
    let (old, new) = (read(&pair.old, &old)?, read(&pair.new, &new)?);
    let old = members(&old);
    Ok(members(&new)
        .iter()
        .any(|(shape, members)| old.get(shape).is_some_and(|known| !members.is_subset(known))))
}

/// The members of each structure.
fn members(model: &Model) -> HashMap<&str, HashSet<&str>> {
    let structures =
        model.shapes().filter(|(_, shape)| matches!(shape.kind, ShapeKind::Structure(_)));
    let named = structures.map(|(_, shape)| {
        let members = shape.kind.members().map(|member| member.name.as_str());
        (shape.name.as_str(), members.collect())
    });
    named.collect()
}

/// Reads a model from its bytes.
pub(super) fn read(file: &ModelFile, bytes: &[u8]) -> anyhow::Result<Model> {
    glue_model::read(&Source { file: &file.file(), bytes })
        .map_err(|diagnostics| anyhow::anyhow!("{diagnostics}"))
        .with_context(|| format!("cannot read {file}"))
}
