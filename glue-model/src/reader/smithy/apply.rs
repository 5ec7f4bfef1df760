//! `apply` statements: traits for members of shapes that are defined elsewhere, such as in mixins.

use std::collections::HashMap;

use super::super::node::Node;
use super::definition::{Definition, MemberDefinition};
use super::directory::Place;
use super::entry::Content;
use super::reference::undefined;
use super::state::Reader;
use super::traits::Traits;
use crate::diagnostic::Quoted;
use crate::json::Json;

/// The statements of a file, by the place of the shape.
pub(super) type Applied<'a> = Vec<Vec<Statement<'a>>>;

/// One statement.
#[derive(Clone)]
pub(super) struct Statement<'a> {
    member: &'a str,
    node: &'a Node<'a>,
}

impl<'a> Reader<'a, '_, '_> {
    /// Returns all statements, and reports those for a shape as a whole: an ID occurs only once, so
    /// the file does not define that shape.
    pub(super) fn applied(&mut self) -> Applied<'a> {
        let mut applied = vec![Vec::new(); self.directory.len()];
        for (_, entry) in self.directory.places() {
            if !matches!(entry.content, Content::Apply) {
                continue;
            }
            let (shape, member) = match entry.id().split_once('$') {
                Some((shape, member)) => (shape, Some(member)),
                None => (entry.id(), None),
            };
            let place = self.directory.find(shape);
            match (place.and_then(|place| applied.get_mut(place.index())), member) {
                (Some(statements), Some(member)) => {
                    statements.push(Statement { member, node: entry.node });
                }
                (Some(_), None) => {
                    let message =
                        format_args!("`apply` targets {}, which Smithy defines", Quoted(shape));
                    let help = "define a shape of your own with the traits, and target that";
                    self.report.push(entry.node.key_problem(message).help(help));
                }
                (None, _) => {
                    let problem = entry.node.key_problem(undefined("`apply`", shape));
                    let problem = self.with_suggestion(problem, shape, &|_| true);
                    self.report.push(problem);
                }
            }
        }
        applied
    }

    /// Adds to a definition what its statements state.
    pub(super) fn apply(
        &mut self,
        place: Place,
        definition: &mut Definition<'a>,
        applied: &Applied<'a>,
    ) {
        let statements = applied.get(place.index()).map(Vec::as_slice).unwrap_or_default();
        if statements.is_empty() {
            return;
        }
        let own = self.own_members(place);
        let members = definition.members.iter().enumerate();
        let places: HashMap<&str, usize> =
            members.map(|(place, member)| (member.name(), place)).collect();
        for statement in statements {
            let traits = Traits::of(statement.node);
            if let Some(member) = own.get(statement.member) {
                self.check_conflicts(member, statement, &traits);
            }
            let place = places.get(statement.member);
            match place.and_then(|place| definition.members.get_mut(*place)) {
                Some(member) => member.traits.overlay(traits.iter()),
                None => self.report_absent(statement, definition),
            }
        }
    }

    /// The members that a shape defines itself, by name.
    fn own_members(&self, place: Place) -> HashMap<&'a str, &'a Node<'a>> {
        match self.directory.entry(place).map(|entry| &entry.content) {
            Some(Content::Shape { members, .. }) => {
                members.iter().map(|member| (member.key(), member)).collect()
            }
            _ => HashMap::new(),
        }
    }

    fn report_absent(&mut self, statement: &Statement<'_>, definition: &Definition<'_>) {
        let message = format_args!(
            "`apply` targets member {}, which is not one",
            Quoted(statement.node.key())
        );
        let problem = statement.node.key_problem(message);
        let names = definition.members.iter().map(MemberDefinition::name);
        self.report.push(match self.suggester.closest(statement.member, names) {
            Some(close) => problem.help(format_args!("did you mean {}?", Quoted(close))),
            None => problem,
        });
    }

    /// Reports traits that the shape itself gives `member` with another value. Traits of mixins can
    /// be changed, and lists add up.
    fn check_conflicts(
        &mut self,
        member: &'a Node<'a>,
        statement: &Statement<'a>,
        traits: &Traits<'a>,
    ) {
        let own = Traits::of(member);
        let own: HashMap<&str, &Json> = own.iter().map(|node| (node.key(), node.json())).collect();
        for node in traits.iter() {
            let is_list = matches!(node.json(), Json::Array(_));
            if !is_list && own.get(node.key()).is_some_and(|own| *own != node.json()) {
                let message = format_args!(
                    "trait {} of member {} has two values",
                    Quoted(node.key()),
                    Quoted(statement.node.key())
                );
                self.report.push(node.problem(message).help("keep only one"));
            }
        }
    }
}
