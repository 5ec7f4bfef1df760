//! References from one part of a model to a shape.

use std::fmt::Display;

use super::super::kind::Category;
use super::super::node::Node;
use super::super::report::Problem;
use super::super::role::Role;
use super::directory::Place;
use super::entry::local_name;
use super::state::Reader;
use super::{framework, prelude};
use crate::diagnostic::Quoted;

impl<'a> Reader<'a, '_, '_> {
    /// The node of the entry at a place.
    pub(super) fn node(&self, place: Place) -> Option<Node<'a>> {
        self.directory.entry(place).map(|entry| *entry.node)
    }

    /// The shape that the object `reference` targets.
    pub(super) fn resolve(&mut self, reference: &Node<'_>, role: Role<'_>) -> Option<Place> {
        let fields = reference.fields(self.report)?;
        let node = fields.required("target", self.report)?;
        let id = node.text(self.report)?;
        let Some(place) = self.directory.find(id) else {
            if role.is_error() && framework::has(id) {
                return None;
            }
            let problem = node.problem(undefined(role, id));
            let problem =
                self.with_suggestion(problem, id, &|category| role.demand(category).is_none());
            self.report.push(problem);
            return None;
        };
        let category = self.directory.category(place)?;
        if let Some(demand) = role.demand(category) {
            let message = format_args!("{role} is {}, not {demand}", category.describe());
            self.report.push(node.problem(message));
            return None;
        }
        Some(place)
    }

    /// Suggests the ID that was probably meant, of a shape that `fits`.
    pub(super) fn with_suggestion(
        &mut self,
        problem: Problem,
        id: &str,
        fits: &dyn Fn(Category) -> bool,
    ) -> Problem {
        let directory = &self.directory;
        let candidates = || {
            let shapes = directory.places().map(|(_, entry)| (entry.id(), entry.category()));
            let prelude = prelude::SHAPES.iter();
            let prelude = prelude.map(|(id, kind)| (*id, Some(Category::Data(*kind))));
            let fitting = |(id, category): (_, Option<_>)| category.is_some_and(fits).then_some(id);
            shapes.chain(prelude).filter_map(fitting)
        };
        let close = self.suggester.closest(local_name(id), candidates().map(local_name));
        match close.and_then(|close| candidates().find(|id| local_name(id) == close)) {
            Some(close) => problem.help(format_args!("did you mean {}?", Quoted(close))),
            None => problem.help("define the shape under `/shapes`"),
        }
    }
}

/// The message for a reference to an undefined shape.
pub(super) fn undefined(role: impl Display, id: &str) -> String {
    format!("{role} targets shape {}, which the model does not define", Quoted(id))
}
