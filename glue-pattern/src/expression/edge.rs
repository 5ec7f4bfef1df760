//! What an expression looks like from its ends.

use super::{Expression, LookDirection};
use crate::ClassSet;

/// An end of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    First,
    Last,
}

impl Expression {
    /// The characters that a match which is not empty can have at an end; perhaps more.
    pub(crate) fn edge(&self, edge: Edge) -> ClassSet {
        match self {
            Self::Empty | Self::Look(_) | Self::Start | Self::End => ClassSet::empty(),
            Self::Class(set) => set.clone(),
            Self::Concat(parts) => edge_of_sequence(parts, edge),
            Self::Alternate(branches) => ClassSet::from_ranges(
                branches
                    .iter()
                    .flat_map(|branch| branch.edge(edge).ranges().to_vec()),
            ),
            Self::Repeat(body, ..) => body.edge(edge),
        }
    }

    /// Whether the expression can match the empty string somewhere; perhaps true if it cannot.
    fn may_be_empty(&self) -> bool {
        match self {
            Self::Empty | Self::Look(_) | Self::Start | Self::End => true,
            Self::Class(_) => false,
            Self::Concat(parts) => parts.iter().all(Self::may_be_empty),
            Self::Alternate(branches) => branches.iter().any(Self::may_be_empty),
            Self::Repeat(body, min, _) => *min == 0 || body.may_be_empty(),
        }
    }

    /// Whether the outcome depends on text outside of the match, beyond one of its ends.
    pub(crate) fn looks_past(&self, edge: Edge) -> bool {
        match self {
            Self::Empty | Self::Class(_) => false,
            Self::Start => edge == Edge::First,
            Self::End => edge == Edge::Last,
            Self::Concat(parts) | Self::Alternate(parts) => {
                parts.iter().any(|part| part.looks_past(edge))
            }
            Self::Repeat(body, ..) => body.looks_past(edge),
            // An inner look-around may look the other way.
            Self::Look(look) => {
                let past = match look.direction {
                    LookDirection::Ahead => Edge::Last,
                    LookDirection::Behind => Edge::First,
                };
                past == edge || look.body.looks_past(edge)
            }
        }
    }
}

/// The characters that a sequence of expressions can have at an end; perhaps more.
pub(crate) fn edge_of_sequence(parts: &[Expression], edge: Edge) -> ClassSet {
    let mut set = ClassSet::empty();
    let mut parts = parts.iter();
    while let Some(part) = match edge {
        Edge::First => parts.next(),
        Edge::Last => parts.next_back(),
    } {
        set = set.union(&part.edge(edge));
        if !part.may_be_empty() {
            break;
        }
    }
    set
}
