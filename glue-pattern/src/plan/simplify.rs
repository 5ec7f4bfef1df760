//! Programs composed of others, in their simplest form.

use super::runs::{Framed, run_of};
use crate::expression::Expression;
use crate::program::{Program, Run};

/// The program of an expression that consists of runs, of which at most one is not forced.
pub(super) fn direct(framed: &Framed) -> Option<Program> {
    let inner = match &framed.inner {
        Expression::Empty => None,
        inner => Some(run_of(inner)?),
    };
    let mut before = framed.before.clone();
    let mut after = framed.after.clone();
    if after.is_empty() {
        before.extend(inner);
        return Some(of_runs(before));
    }
    let inner = inner.unwrap_or_else(|| after.remove(0));
    Some(Program::Between { before, inner: Box::new(of_runs(vec![inner])), after })
}

/// The program of runs that match greedily.
fn of_runs(runs: Vec<Run>) -> Program {
    if runs.iter().any(|run| run.class.is_empty() && run.min > 0) {
        return Program::Nothing;
    }
    if let [run] = &runs[..]
        && run.class.is_any()
        && (run.min, run.max) == (0, None)
    {
        return Program::Everything;
    }
    let literal = runs.iter().try_fold(String::new(), |mut text, run| {
        let count = run.fixed().filter(|&count| count <= 256)?;
        text.extend(std::iter::repeat_n(run.class.only()?, count as usize));
        Some(text)
    });
    literal.map_or(Program::Runs(runs), |literal| Program::Literals(vec![literal]))
}

/// Runs at both ends, and a program for the text between them.
pub(super) fn between(framed: Framed, inner: Program) -> Program {
    match inner {
        Program::Nothing => Program::Nothing,
        inner => {
            Program::Between { before: framed.before, inner: Box::new(inner), after: framed.after }
        }
    }
}

/// Matches what all programs match.
pub(super) fn all(mut programs: Vec<Program>) -> Program {
    if programs.contains(&Program::Nothing) {
        return Program::Nothing;
    }
    programs.retain(|program| *program != Program::Everything);
    match programs.len() {
        0 => Program::Everything,
        1 => programs.remove(0),
        _ => Program::All(programs),
    }
}

/// Matches what any program matches.
pub(super) fn any(mut programs: Vec<Program>) -> Program {
    if programs.contains(&Program::Everything) {
        return Program::Everything;
    }
    programs.retain(|program| *program != Program::Nothing);
    match programs.len() {
        0 => Program::Nothing,
        1 => programs.remove(0),
        _ => Program::Any(programs),
    }
}

/// Matches what a program does not.
pub(super) fn not(program: Program) -> Program {
    match program {
        Program::Everything => Program::Nothing,
        Program::Nothing => Program::Everything,
        Program::Not(program) => *program,
        program => Program::Not(Box::new(program)),
    }
}
