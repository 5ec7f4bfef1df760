//! Atomic groups and possessive quantifiers, which take the match a backtracking matcher would find
//! first and no other.
//!
//! Where a part can match in one way only at any place, "no other" changes nothing. Where it can in
//! several, what is preferred can often be said with look-ahead: `a*+` is `a*(?!a)`, and of
//! `(?>a|b)` the second branch only counts where the first does not match.

use super::lower::Lowering;
use super::{Expression, LookDirection};
use crate::program::Reason;
use crate::syntax::ast::{Node, Preference, Repeat};

/// How many branches an atomic group may have that are not all of one length: each is put together
/// with all before it.
const MOST_BRANCHES: usize = 32;

impl Lowering {
    /// The language of an atomic group around a node. It is an error if the preferred match cannot
    /// be said with look-ahead.
    pub(super) fn atomic(&mut self, node: &Node) -> Result<Expression, Reason> {
        let plain = self.node(node)?;
        if plain.fixed_length().is_some() {
            return Ok(plain);
        }
        match node {
            Node::Group(_, body) | Node::Atomic(body) => self.atomic(body),
            Node::Alternate(branches) => self.first_branch(branches),
            Node::Concat(parts) => {
                let Some((last, others)) = parts.split_last() else {
                    return Ok(plain);
                };
                let others = self.nodes(others)?;
                // A part that has a choice may have to give back for the ones after it.
                if others.iter().any(|part| part.fixed_length().is_none()) {
                    return Err(Reason::AtomicGroup);
                }
                let last = self.atomic(last)?;
                Ok(Expression::concat(others.into_iter().chain([last])))
            }
            Node::Repeat(repeat) => self.atomic_repeat(repeat),
            _ => Ok(plain),
        }
    }

    /// The first branch that matches.
    fn first_branch(&mut self, branches: &[Node]) -> Result<Expression, Reason> {
        if branches.len() > MOST_BRANCHES {
            return Err(Reason::AtomicGroup);
        }
        let mut refused = Vec::new();
        let mut preferred = Vec::new();
        for branch in branches {
            let conditions: Vec<_> = refused.iter().cloned().map(not_ahead).collect();
            let matched = self.atomic(branch)?;
            preferred.push(Expression::concat(conditions.into_iter().chain([matched])));
            refused.push(self.node(branch)?);
        }
        Ok(Expression::alternate(preferred))
    }

    /// A repetition in an atomic group.
    fn atomic_repeat(&mut self, repeat: &Repeat) -> Result<Expression, Reason> {
        let body = self.node(&repeat.body)?;
        // If no round can be matched in two ways, what counts is the number of rounds.
        let in_one_way = body.fixed_length().is_some() || repeat.max == Some(1);
        match repeat.preference {
            Preference::Possessive => self.possessive(repeat),
            Preference::Greedy if in_one_way => self.possessive(repeat),
            Preference::Lazy if in_one_way => {
                let round = self.atomic(&repeat.body)?;
                Ok(Expression::repeat(round, repeat.min, Some(repeat.min)))
            }
            Preference::Greedy | Preference::Lazy => Err(Reason::AtomicGroup),
        }
    }

    /// A possessive repetition. In Java every single round is atomic.
    pub(super) fn possessive(&mut self, repeat: &Repeat) -> Result<Expression, Reason> {
        let (min, max) = (repeat.min, repeat.max);
        let round = self.atomic(&repeat.body)?;
        if max == Some(min) {
            return Ok(Expression::repeat(round, min, max));
        }
        let body = self.node(&repeat.body)?;
        if body.is_nullable() || body.is_zero_width() {
            return Err(Reason::AtomicGroup);
        }
        let no_more = not_ahead(body);
        let Some(max) = max else {
            let rounds = Expression::repeat(round, min, None);
            return Ok(Expression::concat([rounds, no_more]));
        };
        let all = Expression::repeat(round.clone(), max, Some(max));
        let fewer = Expression::repeat(round, min, Some(max.saturating_sub(1)));
        Ok(Expression::alternate([
            all,
            Expression::concat([fewer, no_more]),
        ]))
    }
}

fn not_ahead(expression: Expression) -> Expression {
    Expression::look(LookDirection::Ahead, true, expression)
}
