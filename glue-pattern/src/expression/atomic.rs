//! Atomic groups and possessive quantifiers, which only take the match that a backtracking matcher
//! would find first.
//!
//! If a part can match in only one way at any place, this changes nothing. Otherwise, look-ahead
//! can often express the preference: `a*+` is `a*(?!a)`, and the second branch of `(?>a|b)` only
//! counts where the first does not match.

use super::lower::Lowering;
use super::{Expression, LookDirection};
use crate::program::Reason;
use crate::syntax::ast::{Node, Preference, Repeat};

/// The maximum number of branches of different lengths in an atomic group: each is combined with
/// all branches before it.
const MOST_BRANCHES: usize = 32;

impl Lowering<'_> {
    /// The language of an atomic group around a node. It is an error if look-ahead cannot express
    /// the preferred match.
    pub(super) fn atomic(&mut self, node: &Node) -> Result<Expression, Reason> {
        let plain = self.node(node)?;
        self.budget.charge(plain.size())?;
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
                // A part with a choice may have to give characters back to the parts after it.
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
            let refused_before = refused.iter().map(Expression::size).sum();
            self.budget.charge(refused_before)?;
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
        // If every round can only match in one way, the number of rounds decides.
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

    /// A possessive repetition. In Java every single round is atomic, and a round that matches
    /// nothing is the last.
    pub(super) fn possessive(&mut self, repeat: &Repeat) -> Result<Expression, Reason> {
        let round = self.atomic(&repeat.body)?;
        let mandatory = Expression::repeat(round.clone(), repeat.min, Some(repeat.min));
        if repeat.max == Some(repeat.min) {
            return Ok(mandatory);
        }
        let body = self.node(&repeat.body)?;
        self.budget.charge(round.taking_size().saturating_mul(3))?;
        let taking = round.taking();
        let no_more = Expression::alternate([not_ahead(body), round.not_taking()]);
        let optional = match repeat.max {
            None => Expression::concat([Expression::repeat(taking, 0, None), no_more]),
            Some(max) => {
                let most = max.saturating_sub(repeat.min);
                let fewer = Expression::repeat(taking.clone(), 0, Some(most.saturating_sub(1)));
                Expression::alternate([
                    Expression::repeat(taking, most, Some(most)),
                    Expression::concat([fewer, no_more]),
                ])
            }
        };
        Ok(Expression::concat([mandatory, optional]))
    }
}

fn not_ahead(expression: Expression) -> Expression {
    Expression::look(LookDirection::Ahead, true, expression)
}
