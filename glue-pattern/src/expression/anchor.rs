//! Makes the place where an expression has to match a part of the expression.

use super::{Expression, LookDirection};
use crate::anchoring::Anchoring;
use crate::budget::Budget;
use crate::program::Reason;

/// The expression of the whole texts that match `expression` under an anchoring, without the
/// assertions that then always hold.
///
/// # Errors
/// The work exceeds the budget.
pub(crate) fn anchored(
    expression: Expression,
    anchoring: Anchoring,
    budget: &mut Budget,
) -> Result<Expression, Reason> {
    budget.charge(2 * expression.size())?;
    let whole = match anchoring {
        Anchoring::Whole => without_end(without_start(expression)),
        Anchoring::Search => {
            let before = skipped(starts_text(&expression));
            let after = skipped(ends_text(&expression));
            without_end(without_start(Expression::concat([before, expression, after])))
        }
    };
    whole.resolved(budget)
}

/// The expression of the texts that begin with a match.
pub(crate) fn anything_after(expression: Expression) -> Expression {
    let after = skipped(ends_text(&expression));
    without_end(without_start(Expression::concat([expression, after])))
}

/// The expression of the texts that end with a match.
pub(crate) fn anything_before(expression: Expression) -> Expression {
    let before = skipped(starts_text(&expression));
    without_end(without_start(Expression::concat([before, expression])))
}

fn skipped(anchored: bool) -> Expression {
    if anchored { Expression::Empty } else { Expression::everything() }
}

/// Whether every match begins at the start of the text.
fn starts_text(expression: &Expression) -> bool {
    match expression {
        Expression::Start => true,
        Expression::Concat(parts) => {
            let zero_width = parts.iter().take_while(|part| part.is_zero_width()).count();
            parts.iter().take(zero_width + 1).any(starts_text)
        }
        Expression::Alternate(branches) => branches.iter().all(starts_text),
        Expression::Repeat(body, min, _) => *min > 0 && starts_text(body),
        _ => false,
    }
}

/// Whether every match ends at the end of the text.
fn ends_text(expression: &Expression) -> bool {
    match expression {
        Expression::End => true,
        Expression::Concat(parts) => {
            let last = parts.iter().rev();
            let zero_width = last.clone().take_while(|part| part.is_zero_width()).count();
            last.take(zero_width + 1).any(ends_text)
        }
        Expression::Alternate(branches) => branches.iter().all(ends_text),
        Expression::Repeat(body, min, _) => *min > 0 && ends_text(body),
        _ => false,
    }
}

/// Drops assertions of the text's start from an expression at the start.
fn without_start(expression: Expression) -> Expression {
    match expression {
        Expression::Start => Expression::Empty,
        Expression::Concat(parts) => {
            let mut at_start = true;
            Expression::concat(parts.into_iter().map(|part| {
                let here = at_start;
                at_start &= part.is_zero_width();
                if here { without_start(part) } else { part }
            }))
        }
        Expression::Alternate(branches) => {
            Expression::alternate(branches.into_iter().map(without_start))
        }
        Expression::Look(look) if look.direction == LookDirection::Ahead => {
            Expression::look(look.direction, look.negative, without_start(*look.body))
        }
        other => other,
    }
}

/// Drops assertions of the text's end from an expression at the end.
fn without_end(expression: Expression) -> Expression {
    match expression {
        Expression::End => Expression::Empty,
        Expression::Concat(mut parts) => {
            for index in (0..parts.len()).rev() {
                let part = std::mem::replace(&mut parts[index], Expression::Empty);
                let zero_width = part.is_zero_width();
                parts[index] = without_end(part);
                if !zero_width {
                    break;
                }
            }
            Expression::concat(parts)
        }
        Expression::Alternate(branches) => {
            Expression::alternate(branches.into_iter().map(without_end))
        }
        Expression::Look(look) if look.direction == LookDirection::Behind => {
            Expression::look(look.direction, look.negative, without_end(*look.body))
        }
        other => other,
    }
}
