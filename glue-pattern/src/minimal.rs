//! The minimal automaton of a pattern, whatever its program is.

use crate::anchoring::Anchoring;
use crate::automaton::automaton;
use crate::automaton::graph::Graph;
use crate::budget::Budget;
use crate::expression::{anchored, lower};
use crate::program::Reason;
use crate::syntax::Syntax;

/// The minimal automaton of a pattern.
pub(crate) fn minimal(
    (syntax, anchoring): (&Syntax, Anchoring),
    budget: &mut Budget,
) -> Result<Graph, Reason> {
    let expression = lower(syntax.root(), anchoring, budget)?;
    automaton(&anchored(expression, anchoring, budget)?, budget)
}
