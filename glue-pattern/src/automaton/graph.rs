//! Deterministic automata under construction.

use super::alphabet::Alphabet;

/// The number of a state. State 0 is dead.
pub(crate) type StateId = u32;

/// The dead state, which does not accept: every character leads back to it.
pub(crate) const DEAD: StateId = 0;

/// A complete deterministic automaton.
#[derive(Clone, Debug)]
pub(crate) struct Graph {
    pub(crate) alphabet: Alphabet,
    pub(crate) start: StateId,
    /// For each state, whether it accepts.
    pub(crate) accepting: Vec<bool>,
    /// The state that each class leads to from each state, state by state.
    pub(crate) next: Vec<StateId>,
}

impl Graph {
    /// The number of states, including the dead one.
    pub(crate) fn len(&self) -> usize {
        self.accepting.len()
    }

    /// The states that the classes lead to from a state.
    pub(crate) fn row(&self, state: StateId) -> &[StateId] {
        let width = self.alphabet.len;
        let start = state as usize * width;
        &self.next[start..start + width]
    }

    /// Whether no accepted string is a prefix of another one.
    pub(crate) fn is_prefix_free(&self) -> bool {
        let accepting = (0..).zip(&self.accepting).filter(|(_, accepts)| **accepts);
        accepting.flat_map(|(state, _)| self.row(state)).all(|&next| next == DEAD)
    }
}
