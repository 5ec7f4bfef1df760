//! The language of a pattern, without what only a backtracking matcher can see: groups, preferences
//! and spellings are gone, and what is left is in a simple form.

mod anchor;
mod atomic;
mod back_reference;
mod build;
mod context;
mod edge;
mod lower;
mod progress;

pub(crate) use anchor::{anchored, anything_after, anything_before};
pub(crate) use edge::{Edge, edge_of_sequence, sequence_looks_past};
pub(crate) use lower::lower;

use crate::ClassSet;
use crate::syntax::ast::Direction;

/// A set of strings, each at a place in a text that look-around may look at.
///
/// Made by the functions of this module only, which keep it simple: a concatenation holds no
/// concatenation and at least two parts, and so on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Expression {
    /// The empty string.
    Empty,
    /// One character. Of no set, it matches nothing.
    Class(ClassSet),
    /// One part after the other.
    Concat(Vec<Expression>),
    /// Any of the branches.
    Alternate(Vec<Expression>),
    /// The body, `min` to `max` times.
    Repeat(Box<Expression>, u32, Option<u32>),
    /// The empty string, where the body does or does not match before or after.
    Look(Look),
    /// The empty string at the start of the text.
    Start,
    /// The empty string at the end of the text.
    End,
}

/// A condition on the text around a place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Look {
    pub(crate) direction: LookDirection,
    pub(crate) negative: bool,
    pub(crate) body: Box<Expression>,
}

/// Which way a [`Look`] looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum LookDirection {
    Ahead,
    Behind,
}

impl From<Direction> for LookDirection {
    fn from(direction: Direction) -> Self {
        match direction {
            Direction::Ahead => Self::Ahead,
            Direction::Behind => Self::Behind,
        }
    }
}

impl Expression {
    /// Matches no text.
    pub(crate) const fn nothing() -> Self {
        Self::Class(ClassSet::empty())
    }

    /// Matches every text.
    pub(crate) fn everything() -> Self {
        Self::Repeat(Box::new(Self::Class(ClassSet::any())), 0, None)
    }

    pub(crate) fn is_nothing(&self) -> bool {
        matches!(self, Self::Class(set) if set.is_empty())
    }

    /// Whether the expression can only match the empty string.
    pub(crate) fn is_zero_width(&self) -> bool {
        match self {
            Self::Empty | Self::Look(_) | Self::Start | Self::End => true,
            Self::Class(_) => false,
            Self::Concat(parts) | Self::Alternate(parts) => parts.iter().all(Self::is_zero_width),
            Self::Repeat(body, ..) => body.is_zero_width(),
        }
    }

    /// Whether the expression matches the empty string wherever it stands.
    pub(crate) fn is_nullable(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Class(_) | Self::Look(_) | Self::Start | Self::End => false,
            Self::Concat(parts) => parts.iter().all(Self::is_nullable),
            Self::Alternate(branches) => branches.iter().any(Self::is_nullable),
            Self::Repeat(body, min, _) => *min == 0 || body.is_nullable(),
        }
    }

    /// The length in characters of all strings it matches, if they share one.
    pub(crate) fn fixed_length(&self) -> Option<u64> {
        match self {
            Self::Empty | Self::Look(_) | Self::Start | Self::End => Some(0),
            Self::Class(_) => Some(1),
            Self::Concat(parts) => parts
                .iter()
                .try_fold(0_u64, |sum, part| sum.checked_add(part.fixed_length()?)),
            Self::Alternate(branches) => {
                let mut lengths = branches.iter().map(Self::fixed_length);
                let first = lengths.next()??;
                lengths.all(|length| length == Some(first)).then_some(first)
            }
            Self::Repeat(body, min, max) => match body.fixed_length()? {
                0 => Some(0),
                length if *max == Some(*min) => length.checked_mul(u64::from(*min)),
                _ => None,
            },
        }
    }
}
