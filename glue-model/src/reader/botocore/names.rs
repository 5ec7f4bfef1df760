//! The shapes of a file, by name.

use std::collections::HashMap;

use super::super::kind::Kind;
use super::super::node::Node;
use super::super::report::Report;
use super::kind;
use crate::model::ShapeId;

/// The shapes of a file, by name.
pub(super) struct Names<'a> {
    by_name: HashMap<&'a str, Declared>,
    in_order: Vec<&'a str>,
}

/// A shape whose definition may not have been read yet.
#[derive(Clone, Copy)]
pub(super) struct Declared {
    pub(super) id: ShapeId,
    /// The kind of the shape; `None` if its definition has a problem, which is reported there.
    pub(super) kind: Option<Kind>,
}

impl<'a> Names<'a> {
    /// Declares all shapes, each by name and kind.
    pub(super) fn declare(shapes: &'a [Node<'a>], report: &mut Report<'_>) -> Self {
        let mut by_name = HashMap::with_capacity(shapes.len());
        let mut in_order = Vec::with_capacity(shapes.len());
        for (index, shape) in (0_u32..).zip(shapes) {
            let kind = shape.fields(report).and_then(|fields| kind::read(&fields, report));
            by_name.insert(shape.key(), Declared { id: ShapeId::new(index), kind });
            in_order.push(shape.key());
        }
        Self { by_name, in_order }
    }

    /// The shape with a name.
    pub(super) fn declared(&self, name: &str) -> Option<Declared> {
        self.by_name.get(name).copied()
    }

    /// All names, in the order of the file.
    pub(super) fn all(&self) -> impl Iterator<Item = &'a str> {
        self.in_order.iter().copied()
    }

    /// The kind of a shape of the file.
    pub(super) fn kind(&self, name: &str) -> Option<Kind> {
        self.declared(name)?.kind
    }
}
