//! A part of a pattern's texts, for patterns that repeat something too often.

use crate::anchoring::Anchoring;
use crate::automaton::automaton;
use crate::automaton::graph::Graph;
use crate::budget::Budget;
use crate::expression::{Expression, Look, anchored, lower};
use crate::program::Reason;
use crate::syntax::Syntax;

/// The minimal automaton of those texts of a pattern that repeat nothing much more often than they
/// have to.
pub(crate) fn narrowed(
    (syntax, anchoring): (&Syntax, Anchoring),
    more: u32,
    budget: &mut Budget,
) -> Result<Graph, Reason> {
    let mut expression = lower(syntax.root(), anchoring, budget)?;
    narrow(&mut expression, more);
    automaton(&anchored(expression, anchoring, budget)?, budget)
}

/// Lowers the maxima of repetitions. What must not match stays as it is, so that no text is added.
fn narrow(expression: &mut Expression, more: u32) {
    match expression {
        Expression::Concat(parts) | Expression::Alternate(parts) => {
            parts.iter_mut().for_each(|part| narrow(part, more));
        }
        Expression::Repeat(body, min, max) => {
            let most = min.saturating_add(more);
            *max = max.map(|max| max.min(most));
            narrow(body, more);
        }
        Expression::Look(Look { negative: false, body, .. }) => narrow(body, more),
        Expression::Look(Look { negative: true, .. })
        | Expression::Empty
        | Expression::Class(_)
        | Expression::Start
        | Expression::End => {}
    }
}
