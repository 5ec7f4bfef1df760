//! From the syntax tree to the language it describes.

use super::Expression;
use super::back_reference::without_back_references;
use crate::compile::Anchoring;
use crate::program::Reason;
use crate::syntax::ast::{Node, Preference, Repeat};

/// How many nodes may be visited: atomic groups within atomic groups are visited again and again.
const MOST_VISITS: usize = 200_000;

/// The language of a syntax tree.
///
/// # Errors
/// A back-reference, or an atomic group that depends on the order of preference: these have no
/// automaton, or none that this crate builds.
pub(crate) fn lower(root: &Node, anchoring: Anchoring) -> Result<Expression, Reason> {
    let mut lowering = Lowering { visits: MOST_VISITS };
    match without_back_references(root, anchoring)? {
        Some(root) => lowering.node(&root),
        None => lowering.node(root),
    }
}

/// The state of a lowering.
pub(super) struct Lowering {
    /// How many more nodes may be visited.
    visits: usize,
}

impl Lowering {
    /// The language of a node.
    pub(super) fn node(&mut self, node: &Node) -> Result<Expression, Reason> {
        self.visits = self.visits.checked_sub(1).ok_or(Reason::Work)?;
        Ok(match node {
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
        })
    }

    pub(super) fn nodes(&mut self, nodes: &[Node]) -> Result<Vec<Expression>, Reason> {
        nodes.iter().map(|node| self.node(node)).collect()
    }

    fn repeat(&mut self, repeat: &Repeat) -> Result<Expression, Reason> {
        if repeat.preference == Preference::Possessive {
            return self.possessive(repeat);
        }
        let body = self.node(&repeat.body)?;
        Ok(Expression::java_loop(body, repeat.min, repeat.max))
    }
}
