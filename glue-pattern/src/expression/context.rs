//! Look-around for one character whose outcome the neighboring characters decide: in `2[0-3]\b-`,
//! the boundary is certain.

use super::edge::Edge;
use super::{Expression, Look, LookDirection};
use crate::budget::Budget;
use crate::class_set::ClassSet;
use crate::program::Reason;

/// The possible neighbors of an expression.
#[derive(Clone, Debug)]
struct Neighbor {
    /// The possible characters.
    characters: ClassSet,
    /// Whether the text can begin or end here.
    text_ends: bool,
}

impl Neighbor {
    fn end_of_text() -> Self {
        Self { characters: ClassSet::empty(), text_ends: true }
    }

    /// The neighbors of a part, or those beyond it.
    fn of(part: &Expression, edge: Edge, beyond: &Self) -> Self {
        let characters = part.edge(edge);
        if part.may_be_empty() {
            return Self {
                characters: characters.union(&beyond.characters),
                text_ends: beyond.text_ends,
            };
        }
        Self { characters, text_ends: false }
    }

    /// Whether the neighbor is a member of a set, if that is certain.
    fn is_in(&self, set: &ClassSet) -> Option<bool> {
        if self.characters.is_disjoint(set) {
            return Some(false);
        }
        let always = !self.text_ends && self.characters.difference(set).is_empty();
        always.then_some(true)
    }
}

impl Expression {
    /// The same expression for whole texts, without look-around whose outcome is certain.
    pub(super) fn resolved(self, budget: &mut Budget) -> Result<Self, Reason> {
        if !self.looks_around() {
            return Ok(self);
        }
        // At each level, the neighbors of each part are collected from everything within it.
        budget.charge(self.size().saturating_mul(self.depth()))?;
        budget.charge_ranges(self.ranges().saturating_mul(self.depth()))?;
        Ok(self.resolve(&Neighbor::end_of_text(), &Neighbor::end_of_text()))
    }

    fn resolve(self, before: &Neighbor, after: &Neighbor) -> Self {
        match self {
            Self::Concat(parts) => Self::concat(resolve_sequence(parts, before, after)),
            Self::Alternate(branches) => {
                Self::alternate(branches.into_iter().map(|branch| branch.resolve(before, after)))
            }
            Self::Repeat(body, min, max) => {
                let around = |edge, beyond: &Neighbor| {
                    let own = Neighbor::of(&body, edge, beyond);
                    Neighbor {
                        characters: own.characters.union(&beyond.characters),
                        text_ends: beyond.text_ends,
                    }
                };
                let (before, after) = (around(Edge::Last, before), around(Edge::First, after));
                Self::repeat(body.resolve(&before, &after), min, max)
            }
            Self::Look(look) => resolve_look(look, before, after),
            Self::Empty | Self::Class(_) | Self::Start | Self::End => self,
        }
    }
}

/// Resolves each part between the parts before it, which are already resolved, and those after it.
fn resolve_sequence(
    parts: Vec<Expression>,
    before: &Neighbor,
    after: &Neighbor,
) -> Vec<Expression> {
    // Only parts with look-around need to know what comes after them.
    let mut afters = Vec::new();
    let mut after = after.clone();
    for part in parts.iter().rev() {
        let next = Neighbor::of(part, Edge::First, &after);
        let after = std::mem::replace(&mut after, next);
        afters.push(part.looks_around().then_some(after));
    }
    let mut before = before.clone();
    let resolve = |part: Expression| {
        let part = match afters.pop().flatten() {
            Some(after) => part.resolve(&before, &after),
            None => part,
        };
        before = Neighbor::of(&part, Edge::Last, &before);
        part
    };
    parts.into_iter().map(resolve).collect()
}

fn resolve_look(look: Look, before: &Neighbor, after: &Neighbor) -> Expression {
    let neighbor = match look.direction {
        LookDirection::Ahead => after,
        LookDirection::Behind => before,
    };
    if let Expression::Class(set) = &*look.body
        && let Some(is_in) = neighbor.is_in(set)
    {
        return if is_in == look.negative { Expression::nothing() } else { Expression::Empty };
    }
    Expression::Look(look)
}
