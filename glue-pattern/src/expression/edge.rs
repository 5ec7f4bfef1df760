//! The ends of expressions.

use super::{Expression, Look, LookDirection};
use crate::class_set::ClassSet;

/// How many characters that certainly follow are examined to find out how far a look-around
/// reaches.
pub(crate) const MOST_FENCES: usize = 32;

/// An end of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    First,
    Last,
}

impl Expression {
    /// The characters that a nonempty match can have at an end; an overestimate.
    pub(crate) fn edge(&self, edge: Edge) -> ClassSet {
        match self {
            Self::Empty | Self::Look(_) | Self::Start | Self::End => ClassSet::empty(),
            Self::Class(set) => set.clone(),
            Self::Concat(parts) => edge_of_sequence(parts, edge),
            Self::Alternate(branches) => ClassSet::from_ranges(
                branches.iter().flat_map(|branch| branch.edge(edge).ranges().to_vec()),
            ),
            Self::Repeat(body, ..) => body.edge(edge),
        }
    }

    /// Whether the expression can match the empty string somewhere; may be true if it cannot.
    pub(crate) fn may_be_empty(&self) -> bool {
        match self {
            Self::Empty | Self::Look(_) | Self::Start | Self::End => true,
            Self::Class(_) => false,
            Self::Concat(parts) => parts.iter().all(Self::may_be_empty),
            Self::Alternate(branches) => branches.iter().any(Self::may_be_empty),
            Self::Repeat(body, min, _) => *min == 0 || body.may_be_empty(),
        }
    }

    /// Whether the outcome depends on text beyond an end of the match; may be true if it does not.
    pub(crate) fn looks_past(&self, edge: Edge) -> bool {
        self.reach(edge, &[]) > 0
    }

    /// How many characters beyond an end of the match the outcome may depend on, if the next
    /// characters there are in the `fences`, one each.
    fn reach(&self, edge: Edge, fences: &[&ClassSet]) -> u64 {
        match self {
            Self::Empty | Self::Class(_) => 0,
            Self::Start => u64::from(edge == Edge::First),
            Self::End => u64::from(edge == Edge::Last),
            Self::Concat(parts) => reach_of_sequence(parts, edge, fences),
            Self::Alternate(branches) => {
                let reaches = branches.iter().map(|branch| branch.reach(edge, fences));
                reaches.max().unwrap_or(0)
            }
            Self::Repeat(body, ..) => body.reach(edge, fences),
            Self::Look(look) => look.reach(edge, fences),
        }
    }

    /// The classes of an expression, including those in its look-around.
    fn classes(&self) -> Vec<&ClassSet> {
        match self {
            Self::Empty | Self::Start | Self::End => Vec::new(),
            Self::Class(set) => vec![set],
            Self::Concat(parts) | Self::Alternate(parts) => {
                parts.iter().flat_map(Self::classes).collect()
            }
            Self::Repeat(body, ..) => body.classes(),
            Self::Look(look) => look.body.classes(),
        }
    }

    /// A lower bound of the shortest match's length in characters.
    pub(crate) fn least_length(&self) -> u64 {
        match self {
            Self::Empty | Self::Look(_) | Self::Start | Self::End => 0,
            Self::Class(_) => 1,
            Self::Concat(parts) => {
                let lengths = parts.iter().map(Self::least_length);
                lengths.fold(0, u64::saturating_add)
            }
            Self::Alternate(branches) => {
                let lengths = branches.iter().map(Self::least_length);
                lengths.min().unwrap_or(0)
            }
            Self::Repeat(body, min, _) => body.least_length().saturating_mul(u64::from(*min)),
        }
    }

    /// An upper bound of the longest match's length in characters; `None` if there may be none.
    pub(crate) fn most_length(&self) -> Option<u64> {
        match self {
            Self::Empty | Self::Look(_) | Self::Start | Self::End => Some(0),
            Self::Class(_) => Some(1),
            Self::Concat(parts) => {
                let mut lengths = parts.iter().map(Self::most_length);
                lengths.try_fold(0_u64, |sum, length| sum.checked_add(length?))
            }
            Self::Alternate(branches) => {
                let mut lengths = branches.iter().map(Self::most_length);
                lengths.try_fold(0, |most, length| Some(length?.max(most)))
            }
            Self::Repeat(body, _, max) => body.most_length()?.checked_mul(u64::from((*max)?)),
        }
    }
}

impl Look {
    fn reach(&self, edge: Edge, fences: &[&ClassSet]) -> u64 {
        let past = match self.direction {
            LookDirection::Ahead => Edge::Last,
            LookDirection::Behind => Edge::First,
        };
        // An inner look-around may look further, or in the other direction.
        let inner = self.body.reach(edge, &[]);
        if past != edge {
            return inner;
        }
        let classes = self.body.classes();
        let stops_at = |fence: &&ClassSet| classes.iter().all(|class| class.is_disjoint(fence));
        if fences.iter().any(stops_at) {
            return 0;
        }
        let reach = self.body.most_length().and_then(|length| length.checked_add(inner));
        reach.unwrap_or(u64::MAX)
    }
}

/// Whether the outcome of a sequence depends on text beyond an end; may be true if it does not.
pub(crate) fn sequence_looks_past(parts: &[Expression], edge: Edge) -> bool {
    reach_of_sequence(parts, edge, &[]) > 0
}

fn reach_of_sequence(parts: &[Expression], edge: Edge, fences: &[&ClassSet]) -> u64 {
    let mut fences = fences.to_vec();
    let mut between = 0_u64;
    let mut furthest = 0;
    let mut parts = parts.iter();
    while let Some(part) = match edge {
        Edge::First => parts.next(),
        Edge::Last => parts.next_back(),
    } {
        furthest = furthest.max(match part.reach(edge, &fences) {
            u64::MAX => u64::MAX,
            reach => reach.saturating_sub(between),
        });
        between = between.saturating_add(part.least_length());
        let repeated = match part {
            Expression::Repeat(body, 1.., _) => body,
            other => other,
        };
        if let Expression::Class(set) = repeated
            && fences.len() < MOST_FENCES
            && !fences.contains(&set)
        {
            fences.push(set);
        }
    }
    furthest
}

/// The characters that a sequence of expressions can have at an end; an overestimate.
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
