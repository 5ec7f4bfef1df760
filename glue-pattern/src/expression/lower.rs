//! From the syntax tree to the language it describes.

use super::Expression;
use super::back_reference::without_back_references;
use crate::anchoring::Anchoring;
use crate::budget::Budget;
use crate::program::Reason;
use crate::syntax::ast::{Node, Preference, Repeat};

/// The language of a syntax tree.
///
/// # Errors
/// A back-reference, or an atomic group that depends on the order of preference: these have no
/// automaton, or none that this crate can build. Or the work exceeds the budget.
pub(crate) fn lower(
    root: &Node,
    anchoring: Anchoring,
    budget: &mut Budget,
) -> Result<Expression, Reason> {
    let without = without_back_references(root, anchoring, budget)?;
    let mut lowering = Lowering { budget };
    match without {
        Some(root) => lowering.node(&root),
        None => lowering.node(root),
    }
}

/// The state of a lowering.
pub(super) struct Lowering<'a> {
    pub(super) budget: &'a mut Budget,
}

impl Lowering<'_> {
    /// The language of a node.
    pub(super) fn node(&mut self, node: &Node) -> Result<Expression, Reason> {
        self.budget.charge(1)?;
        let expression = match node {
            Node::Empty => Expression::Empty,
            Node::Class(set) => Expression::Class(set.clone()),
            Node::Concat(parts) => Expression::concat(self.nodes(parts)?),
            Node::Alternate(branches) => Expression::alternate(self.nodes(branches)?),
            Node::Repeat(repeat) => self.repeat(repeat)?,
            Node::Group(_, body) => self.node(body)?,
            Node::Atomic(body) => self.atomic(body)?,
            Node::Look(look) => {
                let body = self.node(&look.body)?;
                Expression::look(look.direction.into(), look.negative, body)
            }
            Node::Start => Expression::Start,
            Node::End => Expression::End,
            Node::BackReference(..) => return Err(Reason::BackReference),
        };
        // Each level visits everything below it to simplify it.
        self.budget.charge(expression.size())?;
        Ok(expression)
    }

    pub(super) fn nodes(&mut self, nodes: &[Node]) -> Result<Vec<Expression>, Reason> {
        nodes.iter().map(|node| self.node(node)).collect()
    }

    fn repeat(&mut self, repeat: &Repeat) -> Result<Expression, Reason> {
        if repeat.preference == Preference::Possessive {
            return self.possessive(repeat);
        }
        let body = self.node(&repeat.body)?;
        // A body that may match the empty string is written out in several forms.
        if body.may_be_empty() && !body.is_nullable() {
            self.budget.charge(body.taking_size().saturating_mul(3))?;
        }
        Ok(Expression::java_loop(body, repeat.min, repeat.max))
    }
}
