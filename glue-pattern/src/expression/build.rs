//! Builds expressions and simplifies them along the way.

use super::{Expression, Look, LookDirection};
use crate::class_set::ClassSet;

impl Expression {
    /// One part after the other.
    pub(crate) fn concat(parts: impl IntoIterator<Item = Self>) -> Self {
        // The work is not generic, so that it is compiled once.
        Self::concat_all(&mut parts.into_iter())
    }

    fn concat_all(parts: &mut dyn Iterator<Item = Self>) -> Self {
        let mut flat: Vec<Self> = Vec::new();
        let mut nothing = false;
        for part in parts {
            match part {
                Self::Empty => {}
                Self::Concat(inner) => inner.into_iter().for_each(|part| append(&mut flat, part)),
                part => {
                    nothing |= part.is_nothing();
                    append(&mut flat, part);
                }
            }
        }
        if nothing {
            return Self::nothing();
        }
        match flat.len() {
            0 => Self::Empty,
            1 => flat.remove(0),
            _ => Self::Concat(flat),
        }
    }

    /// Any of the branches.
    pub(crate) fn alternate(branches: impl IntoIterator<Item = Self>) -> Self {
        Self::alternate_all(&mut branches.into_iter())
    }

    fn alternate_all(branches: &mut dyn Iterator<Item = Self>) -> Self {
        let mut flat: Vec<Self> = Vec::new();
        let mut class: Vec<(char, char)> = Vec::new();
        let mut empty = false;
        let mut add = |branch: Self| match branch {
            Self::Class(set) => class.extend_from_slice(set.ranges()),
            Self::Empty => empty = true,
            // A linear search: alternatives are few, and their order should be kept.
            branch if flat.len() < 64 && flat.contains(&branch) => {}
            branch => flat.push(branch),
        };
        for branch in branches {
            match branch {
                Self::Alternate(inner) => inner.into_iter().for_each(&mut add),
                branch => add(branch),
            }
        }
        if !class.is_empty() || flat.is_empty() && !empty {
            flat.push(Self::Class(ClassSet::from_ranges(class)));
        }
        let union = match flat.len() {
            0 => return Self::Empty,
            1 => flat.remove(0),
            _ => Self::Alternate(flat),
        };
        if empty && !union.is_nullable() { Self::repeat(union, 0, Some(1)) } else { union }
    }

    /// The body, `min` to `max` times.
    pub(crate) fn repeat(body: Self, min: u32, max: Option<u32>) -> Self {
        if max == Some(0) || body == Self::Empty {
            return Self::Empty;
        }
        if body.is_nothing() || body.is_zero_width() {
            // One round is as good as many, and no round as good as one.
            return if min == 0 { Self::Empty } else { body };
        }
        if min == 1 && max == Some(1) {
            return body;
        }
        let min = if body.is_nullable() { 0 } else { min };
        if let Self::Repeat(inner, inner_min, inner_max) = &body
            && let Some((min, max)) = nested_counts((*inner_min, *inner_max), (min, max))
        {
            return Self::repeat((**inner).clone(), min, max);
        }
        Self::Repeat(Box::new(body), min, max)
    }

    /// A condition on the text around a place.
    pub(crate) fn look(direction: LookDirection, negative: bool, body: Self) -> Self {
        let holds = if body.is_nothing() {
            Some(negative)
        } else if body.is_nullable() {
            Some(!negative)
        } else {
            None
        };
        match holds {
            Some(true) => Self::Empty,
            Some(false) => Self::nothing(),
            None => Self::Look(Look { direction, negative, body: Box::new(body) }),
        }
    }
}

/// Adds a part to a concatenation, and merges `x{1,3}x` to `x{2,4}` where `x` is a class.
fn append(parts: &mut Vec<Expression>, part: Expression) {
    if let Some(last) = parts.last_mut()
        && let (Some((set, min, max)), Some((other, other_min, other_max))) =
            (class_run(last), class_run(&part))
        && set == other
        && let Some(min) = min.checked_add(other_min)
    {
        // Counts beyond the maximum are as good as unbounded because no text is that long.
        let max = max.zip(other_max).and_then(|(a, b)| a.checked_add(b));
        *last = Expression::repeat(Expression::Class(set.clone()), min, max);
    } else {
        parts.push(part);
    }
}

/// A class, or a repetition of one.
fn class_run(expression: &Expression) -> Option<(&ClassSet, u32, Option<u32>)> {
    match expression {
        Expression::Class(set) => Some((set, 1, Some(1))),
        Expression::Repeat(body, min, max) => match &**body {
            Expression::Class(set) => Some((set, *min, *max)),
            _ => None,
        },
        _ => None,
    }
}

/// The counts that `(x{inner}){outer}` allows, if the possible totals leave no gap.
fn nested_counts(
    (inner_min, inner_max): (u32, Option<u32>),
    (outer_min, outer_max): (u32, Option<u32>),
) -> Option<(u32, Option<u32>)> {
    // There is a gap between `k` and `k + 1` rounds unless
    // `(k + 1) * inner_min <= k * inner_max + 1`, which is hardest for the least `k`.
    let contiguous = outer_max == Some(outer_min)
        || inner_max.is_none_or(|inner_max| {
            let rounds = u64::from(outer_min);
            (rounds + 1) * u64::from(inner_min) <= rounds * u64::from(inner_max) + 1
        });
    // Without an upper bound, one round has no gap, but zero rounds have length zero.
    let joined = outer_min > 0 || inner_min <= 1;
    if !(contiguous && joined) {
        return None;
    }
    let min = inner_min.checked_mul(outer_min)?;
    let max = match (inner_max, outer_max) {
        (Some(inner_max), Some(outer_max)) => Some(inner_max.checked_mul(outer_max)?),
        _ => None,
    };
    Some((min, max))
}
