//! Which features of the crate an item needs, for its documentation.

use std::collections::BTreeMap;

use glue_model::{Model, Operation, ShapeId};

use super::closure::shapes_of;
use super::elsewhere::Elsewhere;
use super::graph;
use super::problems::Problems;
use crate::options::{Feature, Options};
use crate::plan::{self, TypeItem};

/// Reports names that cargo does not take, which would be text in attributes.
pub(super) fn check(features: &[Feature], problems: &mut Problems<'_>) {
    for Feature { name, .. } in features.iter().filter(|feature| !is_name(&feature.name)) {
        problems.option(
            format!("`{}` is not the name of a feature", name.escape_debug()),
            "use ASCII letters, digits, `-`, `_`, `+` and `.`, and start with a letter, a digit or `_`"
                .to_owned(),
        );
    }
}

fn is_name(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_+.".contains(&byte);
    name.bytes().all(is_plain)
        && name.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_')
}

/// Marks the items that only features bring; `shapes` are those of `types`.
pub(super) fn mark(
    model: &Model,
    options: &Options,
    elsewhere: &Elsewhere,
    (shapes, types): (&[ShapeId], &mut [TypeItem]),
    operations: &mut [plan::Operation],
) {
    if options.features.is_empty() {
        return;
    }
    let named = options.operations.named().unwrap_or_default();
    let free = reached(model, elsewhere, &named.iter().collect::<Vec<_>>());
    let features = by_name(&options.features);
    let reached: Vec<(&str, Vec<bool>)> = features
        .iter()
        .map(|(name, operations)| (*name, reached(model, elsewhere, operations)))
        .collect();
    for (id, item) in shapes.iter().zip(types) {
        let is_in = |reached: &[bool]| reached.get(id.index()) == Some(&true);
        if !is_in(&free) {
            let needed = reached.iter().filter(|(_, reached)| is_in(reached));
            item.attributes_mut().feature = predicate(needed.map(|(name, _)| *name));
        }
    }
    for operation in operations.iter_mut().filter(|one| !named.contains(&one.model_name)) {
        let needed = features.iter().filter(|(_, names)| names.contains(&&operation.model_name));
        operation.attributes.feature = predicate(needed.map(|(name, _)| *name));
    }
}

/// The operations of each feature, which may be named more than once.
fn by_name(features: &[Feature]) -> BTreeMap<&str, Vec<&String>> {
    let mut by_name: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for Feature { name, operations } in features {
        by_name.entry(name).or_default().extend(operations);
    }
    by_name
}

/// Every shape that operations reach.
fn reached(model: &Model, elsewhere: &Elsewhere, names: &[&String]) -> Vec<bool> {
    let is_named = |operation: &&Operation| names.contains(&&operation.name);
    let starts = model.operations.iter().filter(is_named).flat_map(shapes_of);
    let targets = |id| elsewhere.targets(model, id);
    graph::reached(model.shapes().len(), starts, ShapeId::index, targets)
}

/// The predicate that one of the features is on.
fn predicate<'a>(names: impl Iterator<Item = &'a str>) -> Option<String> {
    let features: Vec<String> = names.map(|name| format!("feature = \"{name}\"")).collect();
    match features.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        several => Some(format!("any({})", several.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_cargo_takes() {
        for name in ["jobs", "job-runs", "_x", "3d", "a.b+c"] {
            assert!(is_name(name), "{name}");
        }
        for name in ["", "-x", "+x", ".x", "a b", "a\"b", "a/b", "\u{e4}"] {
            assert!(!is_name(name), "{name}");
        }
    }

    #[test]
    fn several_features_are_any_of_them() {
        assert_eq!(predicate([].into_iter()), None);
        assert_eq!(predicate(["a"].into_iter()).as_deref(), Some("feature = \"a\""));
        let several = predicate(["a", "b"].into_iter());
        assert_eq!(several.as_deref(), Some("any(feature = \"a\", feature = \"b\")"));
    }
}
