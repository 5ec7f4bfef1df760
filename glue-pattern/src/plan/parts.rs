//! Ways to split an expression.

use super::runs::looks_past;
use crate::budget::Budget;
use crate::class_set::ClassSet;
use crate::expression::{Edge, Expression, LookDirection, anything_after, anything_before};
use crate::program::Reason;

/// An expression that a whole text must, or must not, match.
pub(super) struct Condition {
    pub(super) negative: bool,
    pub(super) expression: Expression,
}

impl Condition {
    fn holds(expression: Expression) -> Self {
        Self { negative: false, expression }
    }
}

/// The look-aheads at the start of an expression and the look-behinds at its end, each as a
/// condition on the whole text, and the expression without them; `None` if there are none.
pub(super) fn conditions(expression: &Expression) -> Option<Vec<Condition>> {
    let parts = match expression {
        Expression::Concat(parts) => &parts[..],
        other => std::slice::from_ref(other),
    };
    let mut rest = parts;
    let mut conditions = Vec::new();
    while let Some((Expression::Look(look), others)) = rest.split_first()
        && look.direction == LookDirection::Ahead
    {
        conditions.push(Condition {
            negative: look.negative,
            expression: anything_after((*look.body).clone()),
        });
        rest = others;
    }
    while let Some((Expression::Look(look), others)) = rest.split_last()
        && look.direction == LookDirection::Behind
    {
        conditions.push(Condition {
            negative: look.negative,
            expression: anything_before((*look.body).clone()),
        });
        rest = others;
    }
    if conditions.is_empty() {
        return None;
    }
    let rest = Expression::concat(rest.iter().cloned());
    conditions.push(Condition::holds(rest));
    Some(conditions)
}

/// A bound on the length of the text, and the expression without the counts that amount to the
/// bound.
///
/// If every part except one has a fixed length, the length of the text determines how often that
/// part is repeated.
pub(super) fn without_length(expression: &Expression) -> Option<[Condition; 2]> {
    let Expression::Concat(parts) = expression else {
        return None;
    };
    let mut fixed = 0_u64;
    let mut variable = None;
    for (index, part) in parts.iter().enumerate() {
        match part.fixed_length() {
            Some(length) => fixed = fixed.checked_add(length)?,
            None if variable.is_none() => variable = Some(index),
            None => return None,
        }
    }
    let index = variable?;
    let Expression::Repeat(body, min, max) = &parts[index] else {
        return None;
    };
    if (*min, *max) == (0, None) {
        return None;
    }
    let unit = body.fixed_length()?;
    let length = |count: u32| {
        let length = unit.checked_mul(u64::from(count))?.checked_add(fixed)?;
        u32::try_from(length).ok()
    };
    let any = Expression::Class(ClassSet::any());
    let bound = match max {
        Some(max) => Expression::repeat(any, length(*min)?, Some(length(*max)?)),
        None => Expression::repeat(any, length(*min)?, None),
    };
    let mut relaxed = parts.clone();
    relaxed[index] = Expression::repeat((**body).clone(), 0, None);
    Some([Condition::holds(bound), Condition::holds(Expression::concat(relaxed))])
}

/// The number of [`branches`].
pub(super) fn branch_count(expression: &Expression) -> Option<usize> {
    match expression {
        Expression::Alternate(branches) => Some(branches.len()),
        Expression::Repeat(_, 0, Some(1)) => Some(2),
        Expression::Concat(parts) => parts.iter().find_map(branch_count),
        _ => None,
    }
}

/// The branches of an expression, or of its first part that has branches, each with the other parts
/// around it.
pub(super) fn branches(expression: &Expression) -> Option<Vec<Expression>> {
    match expression {
        Expression::Alternate(branches) => Some(branches.clone()),
        Expression::Repeat(body, 0, Some(1)) => Some(vec![Expression::Empty, (**body).clone()]),
        Expression::Concat(parts) => {
            let find = |(index, part)| Some((index, branches(part)?));
            let (index, inner) = parts.iter().enumerate().find_map(find)?;
            let around = |branch: Expression| {
                let before = parts[..index].iter().cloned();
                let after = parts[index + 1..].iter().cloned();
                Expression::concat(before.chain([branch]).chain(after))
            };
            Some(inner.into_iter().map(around).collect())
        }
        _ => None,
    }
}

/// The ways to split an expression before or after a repetition that needs many states, the last
/// one first. Neither part looks at the other.
pub(super) fn heads_and_tails(
    expression: &Expression,
    most: usize,
    budget: &mut Budget,
) -> Result<Vec<(Expression, Expression)>, Reason> {
    let Expression::Concat(parts) = expression else {
        return Ok(Vec::new());
    };
    let looking = expression.looks_around();
    let concat = |parts: &[Expression]| Expression::concat(parts.iter().cloned());
    let mut found = Vec::new();
    for index in (1..parts.len()).rev() {
        if !repeats_often(&parts[index]) && !repeats_often(&parts[index - 1]) {
            continue;
        }
        let looks = parts[..index].iter().rev();
        let looks = looks.take_while(|part| part.is_zero_width()).count();
        let (head, tail) = parts.split_at(index - looks);
        let is_apart = !looking
            || !looks_past(head, Edge::Last, budget)? && !looks_past(tail, Edge::First, budget)?;
        if !head.is_empty() && is_apart {
            budget.charge(expression.size())?;
            found.push((concat(head), concat(tail)));
            if found.len() >= most {
                break;
            }
        }
    }
    Ok(found)
}

/// Whether an automaton needs to count far.
fn repeats_often(expression: &Expression) -> bool {
    match expression {
        Expression::Concat(parts) | Expression::Alternate(parts) => parts.iter().any(repeats_often),
        Expression::Repeat(body, min, max) => {
            max.unwrap_or(*min).max(*min) > 16 || repeats_often(body)
        }
        Expression::Empty
        | Expression::Class(_)
        | Expression::Look(_)
        | Expression::Start
        | Expression::End => false,
    }
}

/// The body of a repetition and its counts, if it needs many states and does not look around.
pub(super) fn rounds(expression: &Expression) -> Option<(&Expression, u32, Option<u32>)> {
    let Expression::Repeat(body, min, max) = expression else {
        return None;
    };
    let independent = !body.looks_past(Edge::First) && !body.looks_past(Edge::Last);
    (independent && !body.is_nullable() && repeats_often(expression)).then_some((body, *min, *max))
}
