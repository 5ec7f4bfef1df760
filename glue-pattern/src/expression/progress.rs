//! Repetitions of bodies that only match the empty string at some places, such as `(^|a)`.
//!
//! Java ends a loop with the first round that matches nothing, whether or not there were enough
//! rounds. So a loop is a number of rounds that take characters, and perhaps a last one that does
//! not.

use super::Expression;

impl Expression {
    /// `(body){min,max}` as Java matches it.
    pub(super) fn java_loop(body: Self, min: u32, max: Option<u32>) -> Self {
        if max == Some(0) || body.is_zero_width() || !body.may_be_empty() || body.is_nullable() {
            return Self::repeat(body, min, max);
        }
        let taking = body.taking();
        let fewer = Self::repeat(taking.clone(), 0, max.map(|max| max.saturating_sub(1)));
        Self::alternate([Self::repeat(taking, min, max), Self::concat([fewer, body.not_taking()])])
    }

    /// A bound on the size of [`taking`](Self::taking) and [`not_taking`](Self::not_taking): each
    /// part of a sequence may be followed by all the others.
    pub(super) fn taking_size(&self) -> usize {
        match self {
            Self::Empty | Self::Class(_) | Self::Look(_) | Self::Start | Self::End => self.size(),
            Self::Alternate(branches) => {
                branches.iter().map(Self::taking_size).fold(1, usize::saturating_add)
            }
            Self::Concat(parts) => {
                let first_taken = parts.iter().take_while(|part| part.may_be_empty()).count();
                let taken = parts.iter().take(first_taken + 1).map(Self::taking_size);
                let others = self.size().saturating_mul(first_taken + 1);
                taken.fold(others, usize::saturating_add)
            }
            Self::Repeat(body, ..) => body.taking_size().saturating_add(self.size()),
        }
    }

    /// The matches of at least one character.
    pub(super) fn taking(&self) -> Self {
        match self {
            Self::Empty | Self::Look(_) | Self::Start | Self::End => Self::nothing(),
            Self::Class(_) => self.clone(),
            Self::Alternate(branches) => Self::alternate(branches.iter().map(Self::taking)),
            // The first part that takes a character can be any part before which all parts can be
            // empty.
            Self::Concat(parts) => {
                let mut skipped = Vec::new();
                let mut branches = Vec::new();
                for (index, part) in parts.iter().enumerate() {
                    let rest = parts[index + 1..].iter().cloned();
                    let before = skipped.iter().cloned();
                    branches.push(Self::concat(before.chain([part.taking()]).chain(rest)));
                    skipped.push(part.not_taking());
                    if !part.may_be_empty() {
                        break;
                    }
                }
                Self::alternate(branches)
            }
            Self::Repeat(body, min, max) if body.may_be_empty() => {
                let fewer = |count: u32| count.saturating_sub(1);
                let rest = Self::repeat((**body).clone(), fewer(*min), max.map(fewer));
                Self::concat([body.taking(), rest])
            }
            Self::Repeat(body, min, max) => Self::repeat((**body).clone(), (*min).max(1), *max),
        }
    }

    /// The matches of the empty string, with their conditions.
    pub(super) fn not_taking(&self) -> Self {
        match self {
            Self::Empty | Self::Look(_) | Self::Start | Self::End => self.clone(),
            Self::Class(_) => Self::nothing(),
            Self::Alternate(branches) => Self::alternate(branches.iter().map(Self::not_taking)),
            Self::Concat(parts) => Self::concat(parts.iter().map(Self::not_taking)),
            Self::Repeat(_, 0, _) => Self::Empty,
            Self::Repeat(body, ..) => body.not_taking(),
        }
    }
}
