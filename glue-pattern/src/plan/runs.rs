//! Patterns that are sequences of repeated classes, at least at their ends.

use crate::budget::Budget;
use crate::class_set::ClassSet;
use crate::expression::{Edge, Expression, MOST_FENCES, edge_of_sequence, sequence_looks_past};
use crate::program::{Reason, Run};

/// The maximum number of runs in a sequence.
const MOST_RUNS: usize = 256;

/// An expression between runs that match without a choice.
pub(super) struct Framed {
    /// The runs at the front, from the front on. Each takes as much as it can.
    pub(super) before: Vec<Run>,
    /// The expression between them.
    pub(super) inner: Expression,
    /// The runs at the back, from the back on. Each takes as much as it can.
    pub(super) after: Vec<Run>,
}

/// Takes as many runs as possible off the ends of an expression.
///
/// # Errors
/// The work exceeds the budget.
pub(super) fn framed(expression: &Expression, budget: &mut Budget) -> Result<Framed, Reason> {
    budget.charge(expression.size())?;
    let mut items = Vec::new();
    flatten(expression, &mut items);
    budget.charge(items.iter().map(Expression::size).sum())?;
    let looking: Vec<bool> = items.iter().map(Expression::looks_around).collect();
    let last_looking = looking.iter().rposition(|looks| *looks);
    let first_looking = looking.iter().position(|looks| *looks);
    let mut before = Vec::new();
    let mut start = 0;
    while let Some((item, rest)) = items[start..].split_first()
        && (last_looking.is_none_or(|last| last <= start)
            || !looks_past(rest, Edge::First, budget)?)
        && let Some(run) = forced(item, || edge_of_sequence(rest, Edge::First))
        && push(&mut before, run)
    {
        start += 1;
    }
    let mut after = Vec::new();
    let mut end = items.len();
    while let Some((item, rest)) = items[start..end].split_last()
        && (first_looking.is_none_or(|first| first + 1 >= end)
            || !looks_past(rest, Edge::Last, budget)?)
        && let Some(run) = forced(item, || edge_of_sequence(rest, Edge::Last))
        && push(&mut after, run)
    {
        end -= 1;
    }
    after.reverse();
    Ok(Framed { before, inner: Expression::concat(items.drain(start..end)), after })
}

/// Whether the outcome of a sequence depends on text beyond an end; may be true if it does not.
pub(super) fn looks_past(
    parts: &[Expression],
    edge: Edge,
    budget: &mut Budget,
) -> Result<bool, Reason> {
    budget.charge(parts.iter().map(Expression::size).sum())?;
    // Look-around is compared with the characters that are certainly there.
    let looking = parts.iter().filter(|part| part.looks_around());
    let ranges: usize = looking.map(|part| part.size() + part.ranges()).sum();
    budget.charge_ranges(ranges.saturating_mul(MOST_FENCES))?;
    Ok(sequence_looks_past(parts, edge))
}

/// The parts of a sequence, with fixed repetitions of sequences written out.
fn flatten(expression: &Expression, items: &mut Vec<Expression>) {
    match expression {
        Expression::Concat(parts) => parts.iter().for_each(|part| flatten(part, items)),
        Expression::Repeat(body, min, max)
            if *max == Some(*min)
                && (*min as usize) < MOST_RUNS
                && items.len() < MOST_RUNS
                && matches!(**body, Expression::Concat(_) | Expression::Repeat(..)) =>
        {
            (0..*min).for_each(|_| flatten(body, items));
        }
        part => items.push(part.clone()),
    }
}

/// An item as a run, if taking fewer characters than possible never helps: the rest cannot have the
/// next character of the item at that end.
fn forced(item: &Expression, edge_of_rest: impl FnOnce() -> ClassSet) -> Option<Run> {
    run_of(item).filter(|run| run.fixed().is_some() || run.class.is_disjoint(&edge_of_rest()))
}

/// A class, or a repetition of one.
pub(super) fn run_of(expression: &Expression) -> Option<Run> {
    let (class, min, max) = match expression {
        Expression::Class(class) => (class, 1, Some(1)),
        Expression::Repeat(body, min, max) => match &**body {
            Expression::Class(class) => (class, *min, *max),
            _ => return None,
        },
        _ => return None,
    };
    Some(Run { class: class.clone(), min, max })
}

/// Adds a run, merged with the last one if both have a fixed length and the same class.
fn push(runs: &mut Vec<Run>, run: Run) -> bool {
    if let Some(last) = runs.last_mut()
        && last.class == run.class
        && let (Some(a), Some(b)) = (last.fixed(), run.fixed())
        && let Some(sum) = a.checked_add(b)
    {
        last.min = sum;
        last.max = Some(sum);
        return true;
    }
    if runs.len() < MOST_RUNS {
        runs.push(run);
        return true;
    }
    false
}
