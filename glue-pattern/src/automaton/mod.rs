//! From expressions to minimal deterministic automata.
//!
//! Expression to [`nfa::Nfa`] (over an [`alphabet::Alphabet`] of character classes), to a
//! deterministic [`graph::Graph`] by subset construction with conditions, to its minimal form, to
//! the tables of a [`Dfa`](crate::Dfa).

pub(crate) mod alphabet;
mod builder;
mod determinize;
mod encode;
mod final_loop;
pub(crate) mod graph;
mod minimize;
mod nfa;
mod threads;

pub(crate) use encode::encode;

use crate::expression::Expression;
use crate::program::Reason;
use graph::Graph;

/// What an automaton may cost, and what is left of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budget {
    /// The most states, before it is made deterministic and after.
    states: usize,
    /// The steps of work that were given.
    given: u64,
    /// The steps of work that are left.
    left: u64,
}

impl Budget {
    pub(crate) fn new(states: usize, work: u64) -> Self {
        Self {
            states,
            given: work,
            left: work,
        }
    }

    /// The steps of work that were done.
    pub(crate) fn spent(&self) -> u64 {
        self.given - self.left
    }

    fn charge(&mut self, work: usize) -> Result<(), Reason> {
        self.left = self.left.saturating_sub(work as u64);
        if self.left == 0 {
            return Err(Reason::Work);
        }
        Ok(())
    }
}

/// The minimal automaton of the texts that match an expression from end to end.
pub(crate) fn automaton(expression: &Expression, budget: &mut Budget) -> Result<Graph, Reason> {
    let nfa = builder::build(expression, budget.states)?;
    let graph = determinize::determinize(&nfa, budget)?;
    Ok(minimize::minimize(&graph))
}
