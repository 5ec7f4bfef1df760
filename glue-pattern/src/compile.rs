//! From a pattern to the most suitable program.

use crate::anchoring::Anchoring;
use crate::budget::Budget;
use crate::expression::{anchored, lower};
use crate::limits::Limits;
use crate::plan::plan;
use crate::program::{Program, Reason};
use crate::syntax::Syntax;

/// Compiles a pattern.
///
/// The result only depends on the arguments. Every pattern has a program; a pattern without one
/// within the limits becomes [`Program::Unchecked`].
pub fn compile(syntax: &Syntax, anchoring: Anchoring, limits: &Limits) -> Program {
    compile_counted(syntax, anchoring, limits).0
}

/// Compiles a pattern like [`compile`], and returns how many units of work it took, including
/// reading: at most [`Limits::work`].
pub fn compile_counted(syntax: &Syntax, anchoring: Anchoring, limits: &Limits) -> (Program, u64) {
    let mut budget = Budget::new(limits);
    let program = attempt(syntax, anchoring, limits, &mut budget);
    (program.unwrap_or_else(Program::Unchecked), budget.spent())
}

fn attempt(
    syntax: &Syntax,
    anchoring: Anchoring,
    limits: &Limits,
    budget: &mut Budget,
) -> Result<Program, Reason> {
    budget.charge(usize::try_from(syntax.work()).unwrap_or(usize::MAX))?;
    let expression = lower(syntax.root(), anchoring, budget)?;
    plan(&anchored(expression, anchoring, budget)?, limits, budget)
}
