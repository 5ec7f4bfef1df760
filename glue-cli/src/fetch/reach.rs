//! `--operation`: the part of a model that some operations reach.

use std::collections::{BTreeSet, HashMap};

use glue_model::Suggester;

use super::tree::Tree;
use crate::failure::Failure;

const OPERATIONS: &str = "operations";
const SHAPES: &str = "shapes";

/// Leaves only these operations in a model of botocore's, and the shapes that their inputs, outputs
/// and errors lead to.
pub(super) fn keep(model: &mut Tree, name: &str, operations: &[String]) -> Result<(), Failure> {
    require(model, name, operations)?;
    if let Some(Tree::Object(members)) = model.get_mut(OPERATIONS) {
        members.retain(|(key, _)| operations.contains(key));
    }
    let reached: BTreeSet<String> = reached(model).into_iter().map(str::to_owned).collect();
    if let Some(Tree::Object(members)) = model.get_mut(SHAPES) {
        members.retain(|(key, _)| reached.contains(key));
    }
    Ok(())
}

/// Fails with all the operations that the model does not have.
fn require(model: &Tree, name: &str, operations: &[String]) -> Result<(), Failure> {
    let Some(known) = model.get(OPERATIONS) else {
        return Err(Failure::unusable(
            format!("the model of {name} has no list of operations to choose from"),
            "leave out `--operation`, and choose operations where types are generated",
        ));
    };
    let mut suggester = Suggester::new();
    let missing = operations.iter().filter(|operation| known.get(operation).is_none());
    Failure::all(missing.map(|operation| {
        let names = known.members().iter().map(|(key, _)| key.as_str());
        let help = match suggester.closest(operation, names) {
            Some(close) => format!("did you mean `{close}`?"),
            None => "leave out `--operation` to fetch all; `glue-codegen list` has their names"
                .to_owned(),
        };
        Failure::unusable(format!("{name} has no operation `{}`", operation.escape_debug()), help)
    }))
}

/// The names of the shapes that operations lead to, through members of any depth.
fn reached(model: &Tree) -> BTreeSet<&str> {
    let members = model.get(SHAPES).map(Tree::members).unwrap_or_default();
    let shapes: HashMap<&str, &Tree> =
        members.iter().map(|(key, shape)| (key.as_str(), shape)).collect();
    let mut reached = BTreeSet::new();
    let mut open: Vec<&Tree> = model.get(OPERATIONS).into_iter().collect();
    while let Some(tree) = open.pop() {
        match tree {
            Tree::Object(members) => {
                for (key, value) in members {
                    match value.as_str().filter(|_| key == "shape") {
                        Some(name) if reached.insert(name) => open.extend(shapes.get(name)),
                        _ => open.push(value),
                    }
                }
            }
            Tree::Array(values) => open.extend(values),
            Tree::String(_) | Tree::Word(_) => {}
        }
    }
    reached
}
