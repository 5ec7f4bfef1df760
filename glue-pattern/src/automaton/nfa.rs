//! Nondeterministic automata, with conditions on the text before and after.

use super::alphabet::Alphabet;

/// The number of a state.
pub(super) type StateId = u32;

/// The number of the only [`State::Always`].
pub(super) const ALWAYS: StateId = 0;
/// The number of the only [`State::Accept`].
pub(super) const ACCEPT: StateId = 1;
/// The number of the only [`State::Here`].
pub(super) const HERE: StateId = 2;

/// A state.
#[derive(Clone, Debug)]
pub(super) enum State {
    /// Takes one character of a set and continues.
    Take { set: u32, next: StateId },
    /// Continues in several ways.
    Split(Vec<StateId>),
    /// Continues if the text after this place does, or does not, match from `body` on.
    Ahead { negative: bool, body: StateId, next: StateId },
    /// Continues if the text before this place does, or does not, end with a match of a
    /// look-behind.
    Behind { negative: bool, index: usize, next: StateId },
    /// Continues at the start of the text.
    Start { next: StateId },
    /// The end of a look-behind.
    Here,
    /// Accepts whatever follows.
    Always,
    /// Accepts at the end of the text.
    Accept,
}

/// A state of a repetition that occurs in every copy of the body.
///
/// Optional copies are numbered. Whatever is accepted from a state in one copy is accepted from the
/// same state in every earlier copy, which has more repetitions left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Copy {
    /// The same for all copies of a state.
    pub(super) family: u32,
    /// The number of the copy.
    pub(super) rank: u32,
}

/// An automaton.
#[derive(Clone, Debug)]
pub(super) struct Nfa {
    pub(super) alphabet: Alphabet,
    pub(super) states: Vec<State>,
    /// For each state, its place among copies, if it is a copy.
    pub(super) copies: Vec<Option<Copy>>,
    /// For each set of characters, whether each class of the alphabet belongs to it.
    pub(super) sets: Vec<Vec<bool>>,
    /// The first states of the look-behinds. A look-behind only refers to earlier ones.
    pub(super) behinds: Vec<StateId>,
    pub(super) start: StateId,
}
