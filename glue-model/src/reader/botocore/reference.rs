//! References from one part of a model to a shape.

use super::super::kind::Category;
use super::super::node::{Fields, Node};
use super::super::role::Role;
use super::names::Declared;
use super::state::Reader;
use crate::diagnostic::Quoted;

impl Reader<'_, '_, '_> {
    /// The shape that `fields` refer to.
    pub(super) fn reference(&mut self, fields: &Fields<'_>, role: Role<'_>) -> Option<Declared> {
        let node = fields.required("shape", self.report)?;
        let name = node.text(self.report)?;
        if let Some(declared) = self.names.declared(name) {
            self.check_role(&node, declared, role);
            return Some(declared);
        }
        let message =
            format_args!("{role} targets shape {}, which the model does not define", Quoted(name));
        let problem = node.problem(message);
        let candidates = self.names.all();
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
            self.report.push(node.problem(message));
        }
    }
}
