//! `apply` statements: traits for members of shapes that are defined elsewhere, such as in mixins.

use super::super::node::Node;
use super::super::report::Problem;
use super::Reader;
use super::definition::{Definition, MemberDefinition};
use super::directory::{Place, undefined};
use super::entry::Content;
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
    /// All statements. One for a shape as a whole is none: where the file defines the shape, the
    /// id would be given twice.
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
                _ => {
                    let problem = Problem::of_key(entry.node, undefined("`apply`", shape));
                    let problem = self.with_suggestion(problem, shape, &|_| true);
                    self.report.push(problem);
                }
            }
        }
        applied
    }

    /// Adds to a definition what the statements for it say.
    pub(super) fn apply(
        &mut self,
        place: Place,
        definition: &mut Definition<'a>,
        applied: &Applied<'a>,
    ) {
        for statement in applied.get(place.index()).into_iter().flatten() {
            let traits = Traits::of(statement.node);
            self.check_conflicts(place, statement, &traits);
            let mut members = definition.members.iter_mut();
            match members.find(|member| member.name() == statement.member) {
                Some(member) => member.traits.overlay(traits.iter()),
                None => self.report_absent(statement, definition),
            }
        }
    }

    fn report_absent(&mut self, statement: &Statement<'_>, definition: &Definition<'_>) {
        let message = format_args!(
            "`apply` targets member {}, which is not one",
            Quoted(statement.node.key())
        );
        let problem = Problem::of_key(statement.node, message);
        let names = definition.members.iter().map(MemberDefinition::name);
        self.report.push(match self.suggester.closest(statement.member, names) {
            Some(close) => problem.help(format_args!("did you mean {}?", Quoted(close))),
            None => problem,
        });
    }

    /// Reports traits that the shape itself gives the member with another value. Those of mixins may
    /// change, and lists add up.
    fn check_conflicts(&mut self, place: Place, statement: &Statement<'a>, traits: &Traits<'a>) {
        let entry = self.directory.entry(place);
        let Some(Content::Shape { members, .. }) = entry.map(|entry| &entry.content) else {
            return;
        };
        let Some(member) = members.iter().find(|member| member.key() == statement.member) else {
            return;
        };
        let own = Traits::of(member);
        for node in traits.iter() {
            let is_list = matches!(node.json(), Json::Array(_));
            if !is_list && own.get(node.key()).is_some_and(|own| own.json() != node.json()) {
                let message = format_args!(
                    "trait {} of member {} has two values",
                    Quoted(node.key()),
                    Quoted(statement.node.key())
                );
                self.report.push(Problem::new(node, message).help("keep only one"));
            }
        }
    }
}
