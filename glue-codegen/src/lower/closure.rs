//! Which operations are generated, and every shape they reach.

use std::collections::HashSet;

use glue_model::{Model, Operation, ShapeId, Suggester};

use super::graph;
use super::problems::Problems;
use crate::options::Options;

/// The chosen operations, as indices in the model's order, and the shapes they reach.
pub(super) struct Closure {
    operations: Vec<usize>,
    reached: Vec<bool>,
}

impl Closure {
    /// Everything that the selected operations reach, wherever its types are.
    pub(super) fn whole(model: &Model, options: &Options) -> Self {
        let operations = chosen(model, options);
        let starts = operations.iter().filter_map(|index| model.operations.get(*index));
        let reached = shapes_from(model, starts.flat_map(shapes_of));
        Self { operations, reached }
    }

    /// Shapes that no chosen operation needs to reach.
    pub(super) fn of_shapes(reached: Vec<bool>) -> Self {
        Self { operations: Vec::new(), reached }
    }

    pub(super) fn contains(&self, shape: ShapeId) -> bool {
        self.reached.get(shape.index()).copied().unwrap_or(false)
    }

    pub(super) fn operations<'a>(&self, model: &'a Model) -> impl Iterator<Item = &'a Operation> {
        self.operations.iter().filter_map(|index| model.operations.get(*index))
    }
}

/// Follows the selected operations. Names that are not in the model are problems.
pub(super) fn reach(
    model: &Model,
    options: &Options,
    targets: impl Fn(ShapeId) -> Vec<ShapeId>,
    problems: &mut Problems<'_>,
) -> Closure {
    report_unknown(model, options.selected().into_iter().flatten(), problems);
    let operations = chosen(model, options);
    let starts = operations.iter().filter_map(|index| model.operations.get(*index));
    let starts = starts.flat_map(shapes_of);
    let reached = graph::reached(model.shapes().len(), starts, ShapeId::index, targets);
    Closure { operations, reached }
}

/// The selected operations, as indices in the model's order.
fn chosen(model: &Model, options: &Options) -> Vec<usize> {
    let selected: Option<HashSet<&String>> = options.selected().map(Iterator::collect);
    let is_chosen = |operation: &Operation| {
        selected.as_ref().is_none_or(|names| names.contains(&operation.name))
    };
    let numbered = model.operations.iter().enumerate();
    numbered.filter(|(_, operation)| is_chosen(operation)).map(|(index, _)| index).collect()
}

/// Marks every shape in `starts`, and every shape reached from one.
pub(crate) fn shapes_from(model: &Model, starts: impl Iterator<Item = ShapeId>) -> Vec<bool> {
    let targets = |id: ShapeId| model.shape(id).kind.members().map(|member| member.target);
    graph::reached(model.shapes().len(), starts, ShapeId::index, targets)
}

/// The shapes that an operation itself names: its input, its output and its errors.
pub(crate) fn shapes_of(operation: &Operation) -> impl Iterator<Item = ShapeId> {
    operation.input.into_iter().chain(operation.output).chain(operation.errors.iter().copied())
}

fn report_unknown<'a>(
    model: &Model,
    names: impl Iterator<Item = &'a String>,
    problems: &mut Problems<'_>,
) {
    let mut suggester = Suggester::new();
    for name in names.filter(|name| model.operation(name).is_none()) {
        let known = || model.operations.iter().map(|operation| operation.name.as_str());
        let help = match suggester.closest(name, known()) {
            Some(known) => format!("did you mean `{known}`?"),
            None => format!("it has {}", list_some(known())),
        };
        problems.option(format!("the model has no operation `{name}`"), help);
    }
}

/// A few of the names, so that the message stays readable for a service with hundreds.
fn list_some<'a>(names: impl Iterator<Item = &'a str>) -> String {
    const SHOWN: usize = 10;
    let names: Vec<&str> = names.collect();
    let shown = names.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    match names.len().checked_sub(SHOWN) {
        Some(more @ 1..) => format!("{shown} and {more} more"),
        _ if names.is_empty() => "none".to_owned(),
        _ => shown,
    }
}
