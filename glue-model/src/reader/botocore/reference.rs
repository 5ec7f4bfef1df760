//! References from one part of a model to a shape.

use std::collections::HashMap;

use super::super::kind::{Category, Kind};
use super::super::node::{Fields, Node};
use super::super::report::{Problem, Report};
use super::super::role::Role;
use super::{Reader, kind};
use crate::diagnostic::Quoted;
use crate::model::ShapeId;

/// The shapes of a file, by name.
pub(super) struct Names<'a> {
    by_name: HashMap<&'a str, Declared>,
    in_order: Vec<&'a str>,
}

/// A shape whose definition is perhaps still to be read.
#[derive(Clone, Copy)]
pub(super) struct Declared {
    pub(super) id: ShapeId,
    /// What the shape is; unknown where its definition has a problem, which is reported there.
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

    /// The kind of a shape of the file.
    pub(super) fn kind(&self, name: &str) -> Option<Kind> {
        self.by_name.get(name)?.kind
    }
}

impl Reader<'_, '_, '_> {
    /// The shape that `fields` refer to.
    pub(super) fn reference(&mut self, fields: &Fields<'_>, role: Role<'_>) -> Option<Declared> {
        let node = fields.required("shape", self.report)?;
        let name = node.text(self.report)?;
        if let Some(declared) = self.names.by_name.get(name).copied() {
            self.check_role(&node, declared, role);
            return Some(declared);
        }
        let message =
            format_args!("{role} targets shape {}, which the model does not define", Quoted(name));
        let problem = Problem::new(&node, message);
        let candidates = self.names.in_order.iter().copied();
        self.report.push(match self.suggester.closest(name, candidates) {
            Some(close) => problem.help(format_args!("did you mean {}?", Quoted(close))),
            None => problem.help("define the shape under `/shapes`"),
        });
        None
    }

    /// Reports a target that cannot play its role.
    fn check_role(&mut self, node: &Node<'_>, declared: Declared, role: Role<'_>) {
        let Some(category) = declared.kind.map(Category::Data) else {
            return;
        };
        if let Some(demand) = role.demand(category) {
            let message = format_args!("{role} is {}, not {demand}", category.describe());
            self.report.push(Problem::new(node, message));
        }
    }
}
