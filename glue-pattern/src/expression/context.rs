//! Look-around for one character, where what stands beside it decides the outcome: in `2[0-3]\b-`
//! the boundary is certain.

use super::edge::{Edge, edge_of_sequence};
use super::{Expression, Look, LookDirection};
use crate::ClassSet;

/// What can stand beside an expression.
#[derive(Clone, Debug)]
struct Neighbour {
    /// The characters that can.
    characters: ClassSet,
    /// Whether the text can begin or end there.
    text_ends: bool,
}

impl Neighbour {
    fn end_of_text() -> Self {
        Self { characters: ClassSet::empty(), text_ends: true }
    }

    /// What stands beside a sequence of parts, or beyond it.
    fn of(parts: &[Expression], edge: Edge, beyond: &Self) -> Self {
        let characters = edge_of_sequence(parts, edge);
        if parts.iter().all(Expression::may_be_empty) {
            return Self {
                characters: characters.union(&beyond.characters),
                text_ends: beyond.text_ends,
            };
        }
        Self { characters, text_ends: false }
    }

    /// Whether the neighbour is a member of a set, if that is certain.
    fn is_in(&self, set: &ClassSet) -> Option<bool> {
        if self.characters.is_disjoint(set) {
            return Some(false);
        }
        let always = !self.text_ends && self.characters.difference(set).is_empty();
        always.then_some(true)
    }
}

impl Expression {
    /// The same expression of whole texts, without look-around whose outcome is certain.
    pub(super) fn resolved(self) -> Self {
        if !self.looks_around() {
            return self;
        }
        self.resolve(&Neighbour::end_of_text(), &Neighbour::end_of_text())
    }

    fn looks_around(&self) -> bool {
        match self {
            Self::Look(_) => true,
            Self::Concat(parts) | Self::Alternate(parts) => parts.iter().any(Self::looks_around),
            Self::Repeat(body, ..) => body.looks_around(),
            Self::Empty | Self::Class(_) | Self::Start | Self::End => false,
        }
    }

    fn resolve(self, before: &Neighbour, after: &Neighbour) -> Self {
        match self {
            Self::Concat(mut parts) => {
                for index in 0..parts.len() {
                    let before = Neighbour::of(&parts[..index], Edge::Last, before);
                    let after = Neighbour::of(&parts[index + 1..], Edge::First, after);
                    let part = std::mem::replace(&mut parts[index], Self::Empty);
                    parts[index] = part.resolve(&before, &after);
                }
                Self::concat(parts)
            }
            Self::Alternate(branches) => {
                Self::alternate(branches.into_iter().map(|branch| branch.resolve(before, after)))
            }
            Self::Repeat(body, min, max) => {
                let own = std::slice::from_ref(&*body);
                let around = |edge, beyond: &Neighbour| {
                    let own = Neighbour::of(own, edge, beyond);
                    Neighbour {
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

fn resolve_look(look: Look, before: &Neighbour, after: &Neighbour) -> Expression {
    let neighbour = match look.direction {
        LookDirection::Ahead => after,
        LookDirection::Behind => before,
    };
    if let Expression::Class(set) = &*look.body
        && let Some(is_in) = neighbour.is_in(set)
    {
        return if is_in == look.negative { Expression::nothing() } else { Expression::Empty };
    }
    Expression::Look(look)
}
