//! Finds lists and maps that hold themselves without a structure in between, which would be
//! infinite Rust types.

use super::node::Node;
use super::report::{Problem, Report};
use crate::diagnostic::Quoted;
use crate::model::{Model, Shape, ShapeKind};

/// A circle of lists and maps.
pub(super) struct Circle<'a> {
    /// The shapes, from the first one in the file and back to it.
    pub(super) shapes: Vec<usize>,
    names: Vec<&'a str>,
}

impl Circle<'_> {
    /// The circle as a problem, whose place is still to be set.
    pub(super) fn problem(&self) -> Problem {
        let message = format_args!(
            "shape {} contains itself through lists and maps alone",
            Quoted(self.names.first().copied().unwrap_or_default())
        );
        Problem::of_file(message)
            .help(format_args!("put a structure between: {}", describe(&self.names)))
    }
}

/// Reports lists and maps that would be infinite as Rust types. Each of `nodes` defines the shape
/// at its place; further shapes are defined elsewhere, and are not lists or maps.
pub(super) fn reject(nodes: &[Node<'_>], shapes: &[Option<Shape>], report: &mut Report<'_>) {
    let kind = |index: usize| shapes.get(index)?.as_ref().map(|shape| &shape.kind);
    for shapes in find(shapes.len(), kind) {
        let names = shapes.iter().filter_map(|&index| nodes.get(index)).map(Node::key).collect();
        let Some(node) = shapes.first().and_then(|&first| nodes.get(first)) else {
            continue;
        };
        let circle = Circle { names, shapes };
        report.push(node.relocated(circle.problem()));
    }
}

/// The circles of a model.
pub(super) fn find_in(model: &Model) -> Vec<Circle<'_>> {
    let shapes: Vec<&Shape> = model.shapes().map(|(_, shape)| shape).collect();
    let circles = find(shapes.len(), |index| shapes.get(index).map(|shape| &shape.kind));
    let circle = |circle: Vec<usize>| Circle {
        names: circle
            .iter()
            .filter_map(|&index| shapes.get(index))
            .map(|shape| shape.name.as_str())
            .collect(),
        shapes: circle,
    };
    circles.into_iter().map(circle).collect()
}

/// One chain of shapes for each cycle of lists and maps, starting and ending at its first shape in
/// the file. `kind` returns the kind of a shape; unknown shapes lead nowhere.
fn find<'s>(count: usize, kind: impl Fn(usize) -> Option<&'s ShapeKind>) -> Vec<Vec<usize>> {
    // Lists and maps lead to one shape each (keys of maps are strings), so there is one path from
    // each start: mark the shapes on it with the start, until a shape is already marked.
    let next = |index| match kind(index)? {
        ShapeKind::List(list) => Some(list.member.target.index()),
        ShapeKind::Map(map) => Some(map.value.target.index()),
        _ => None,
    };
    let mut marks: Vec<Option<usize>> = vec![None; count];
    let mut cycles = Vec::new();
    for start in 0..count {
        let mut at = Some(start);
        while let Some(index) = at.filter(|&index| marks.get(index) == Some(&None)) {
            marks[index] = Some(start);
            at = next(index);
        }
        if let Some(first) = at.filter(|&index| marks.get(index) == Some(&Some(start))) {
            cycles.push(chain(first, next));
        }
    }
    cycles
}

/// The shapes of the cycle that `first` is on.
fn chain(first: usize, next: impl Fn(usize) -> Option<usize>) -> Vec<usize> {
    let rest = std::iter::successors(next(first), |&index| next(index))
        .take_while(|&index| index != first);
    std::iter::once(first).chain(rest).chain(std::iter::once(first)).collect()
}

/// How many shapes of a cycle a message names.
const NAMED: usize = 6;

/// A cycle in words: `A` holds `B` holds `A`.
fn describe(names: &[&str]) -> String {
    let mut words: Vec<String> = names.iter().map(|name| Quoted(name).to_string()).collect();
    if words.len() > NAMED {
        words.splice(NAMED / 2..words.len() - NAMED / 2, ["…".to_owned()]);
    }
    words.join(" holds ")
}
