//! Expressions that can be read from front to back without ever going back: at each place, the next
//! character alone decides how to continue.

use super::runs::run_of;
use crate::budget::Budget;
use crate::class_set::ClassSet;
use crate::expression::{Edge, Expression, edge_of_sequence};
use crate::program::{Reason, Step};

/// The maximum number of steps in total.
const MOST_STEPS: usize = 256;

/// The steps of an expression; `None` if the next character does not always decide how to continue.
///
/// # Errors
/// The work exceeds the budget.
pub(super) fn steps(
    expression: &Expression,
    budget: &mut Budget,
) -> Result<Option<Vec<Step>>, Reason> {
    let mut steps = Vec::new();
    let mut planner = Planner { left: MOST_STEPS, budget };
    let added = planner.add(expression, &ClassSet::empty(), &mut steps);
    // If the work has run out, stop here.
    planner.budget.charge(1)?;
    Ok(added.map(|()| steps))
}

/// A run that can be this long is worth a step of its own.
const LONG: u32 = 8;

/// Whether steps advance by many characters at a time, except for loops around a few.
pub(super) fn take_long_runs(steps: &[Step]) -> bool {
    let is_loop = |step: &Step| matches!(step, Step::Repeat { max, .. } if *max != Some(1));
    !any_step(steps, &is_loop)
        && any_step(steps, &|step| match step {
            Step::Run(run) => run.max.is_none_or(|max| max >= LONG),
            Step::Repeat { .. } | Step::Choice { .. } => false,
        })
}

/// Whether something holds for any step, including steps within others.
fn any_step(steps: &[Step], holds: &dyn Fn(&Step) -> bool) -> bool {
    steps.iter().any(|step| {
        holds(step)
            || match step {
                Step::Run(_) => false,
                Step::Repeat { body, .. } => any_step(body, holds),
                Step::Choice { branches, .. } => {
                    branches.iter().any(|branch| any_step(branch, holds))
                }
            }
    })
}

struct Planner<'a> {
    /// The number of steps left.
    left: usize,
    budget: &'a mut Budget,
}

impl Planner<'_> {
    /// Adds the steps of an expression that is followed by a character of `follow` or the end.
    fn add(
        &mut self,
        expression: &Expression,
        follow: &ClassSet,
        steps: &mut Vec<Step>,
    ) -> Option<()> {
        if let Some(run) = run_of(expression) {
            let is_forced = run.fixed().is_some() || run.class.is_disjoint(follow);
            return is_forced.then(|| steps.push(Step::Run(run))).and_then(|()| self.count());
        }
        match expression {
            Expression::Empty => Some(()),
            Expression::Concat(parts) => self.add_sequence(parts, follow, steps),
            Expression::Alternate(branches) => {
                self.budget.charge(expression.size()).ok()?;
                let branches = branches.iter().map(sequence).collect();
                self.add_choice(branches, follow, steps)
            }
            Expression::Repeat(body, min, max) => {
                self.charge_edge(std::slice::from_ref(body))?;
                let first = body.edge(Edge::First);
                let is_forced = *max == Some(*min) || first.is_disjoint(follow);
                if body.may_be_empty() || !is_forced {
                    return None;
                }
                let again = if *max == Some(1) { follow.clone() } else { first.union(follow) };
                let mut repeated = Vec::new();
                self.add(body, &again, &mut repeated)?;
                steps.push(Step::Repeat { body: repeated, min: *min, max: *max });
                self.count()
            }
            Expression::Class(_) | Expression::Look(_) | Expression::Start | Expression::End => {
                None
            }
        }
    }

    fn add_sequence(
        &mut self,
        parts: &[Expression],
        follow: &ClassSet,
        steps: &mut Vec<Step>,
    ) -> Option<()> {
        parts.iter().enumerate().try_for_each(|(index, part)| {
            let rest = parts.get(index + 1..).unwrap_or_default();
            self.charge_edge(rest)?;
            let mut next = edge_of_sequence(rest, Edge::First);
            if may_be_empty(rest) {
                next = next.union(follow);
            }
            self.add(part, &next, steps)
        })
    }

    /// Adds a choice between sequences. Their common beginnings are read before the choice.
    fn add_choice(
        &mut self,
        mut sequences: Vec<Vec<Expression>>,
        follow: &ClassSet,
        steps: &mut Vec<Step>,
    ) -> Option<()> {
        self.count()?;
        let mut optional = false;
        let mut begun = ClassSet::empty();
        let mut branches = Vec::new();
        while let Some((head, tails)) = take_alike(&mut sequences) {
            let parts: usize = tails.iter().map(Vec::len).sum();
            self.budget.charge(1 + 2 * parts + sequences.len() / 2).ok()?;
            let Some(head) = head else {
                optional = true;
                continue;
            };
            let (first, branch) = self.branch(&head, &tails, follow)?;
            optional |= head.may_be_empty() && tails.iter().all(|tail| may_be_empty(tail));
            if !first.is_disjoint(&begun) {
                return None;
            }
            begun = begun.union(&first);
            branches.push(branch);
        }
        if optional && !begun.is_disjoint(follow) {
            return None;
        }
        match (branches.pop(), branches.is_empty(), optional) {
            (Some(only), true, false) => steps.extend(only),
            (Some(body), true, true) => {
                steps.push(Step::Repeat { body, min: 0, max: Some(1) });
            }
            (last, _, _) => {
                branches.extend(last);
                steps.push(Step::Choice { branches, optional });
            }
        }
        Some(())
    }

    /// The steps of sequences with the same beginning, and the characters they can begin with.
    fn branch(
        &mut self,
        head: &Expression,
        tails: &[Vec<Expression>],
        follow: &ClassSet,
    ) -> Option<(ClassSet, Vec<Step>)> {
        let mut steps = Vec::new();
        if let [tail] = tails {
            let parts: Vec<Expression> = std::iter::once(head).chain(tail).cloned().collect();
            self.add_sequence(&parts, follow, &mut steps)?;
            return Some((edge_of_sequence(&parts, Edge::First), steps));
        }
        if head.may_be_empty() {
            return None;
        }
        let tail = Expression::alternate(tails.iter().cloned().map(Expression::concat));
        let mut next = tail.edge(Edge::First);
        if tail.may_be_empty() {
            next = next.union(follow);
        }
        self.add(head, &next, &mut steps)?;
        self.add_choice(tails.to_vec(), follow, &mut steps)?;
        Some((head.edge(Edge::First), steps))
    }

    /// Takes the work of finding the characters that a sequence can begin with.
    fn charge_edge(&mut self, parts: &[Expression]) -> Option<()> {
        for part in parts {
            self.budget.charge(part.size()).ok()?;
            self.budget.charge_ranges(part.ranges()).ok()?;
            if !part.may_be_empty() {
                break;
            }
        }
        Some(())
    }

    fn count(&mut self) -> Option<()> {
        self.left = self.left.checked_sub(1)?;
        Some(())
    }
}

/// The parts of an expression, with fixed repetitions of a character written out, so that the
/// beginnings of two sequences can be compared.
fn sequence(expression: &Expression) -> Vec<Expression> {
    match expression {
        Expression::Empty => Vec::new(),
        Expression::Concat(parts) => parts.iter().flat_map(sequence).collect(),
        Expression::Repeat(body, min, Some(max))
            if min == max && *min <= 4 && matches!(**body, Expression::Class(_)) =>
        {
            (0..*min).map(|_| (**body).clone()).collect()
        }
        part => vec![part.clone()],
    }
}

/// Removes the first sequence and all that begin with the same part, and returns that part, if
/// there is one, and the rest of each sequence.
fn take_alike(
    sequences: &mut Vec<Vec<Expression>>,
) -> Option<(Option<Expression>, Vec<Vec<Expression>>)> {
    let head = sequences.first()?.first().cloned();
    let (alike, others): (Vec<_>, Vec<_>) =
        std::mem::take(sequences).into_iter().partition(|parts| parts.first() == head.as_ref());
    *sequences = others;
    let tails = alike.into_iter().map(|parts| parts.into_iter().skip(1).collect());
    Some((head, tails.collect()))
}

fn may_be_empty(parts: &[Expression]) -> bool {
    parts.iter().all(Expression::may_be_empty)
}
