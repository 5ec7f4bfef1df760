//! States after which only a character outside of one set can cause a mismatch, such as the loop at
//! the end of `arn:.*`.
//!
//! Together with acceptance, such a state accepts every text of characters in the set, so it makes
//! all threads superfluous that only take characters of the set.

use super::nfa::{ACCEPT, Nfa, State, StateId};
use crate::budget::Budget;
use crate::program::Reason;

/// The facts about an automaton's states that concern such loops.
pub(super) struct FinalLoops {
    /// For each state, its set if it is such a loop.
    sets: Vec<Option<u32>>,
    /// For each state, the classes of characters that can follow, as bits.
    reachable: Vec<Vec<u64>>,
    /// For each set, its classes as bits.
    members: Vec<Vec<u64>>,
    any: bool,
}

impl FinalLoops {
    pub(super) fn new(nfa: &Nfa, budget: &mut Budget) -> Result<Self, Reason> {
        let sets: Vec<Option<u32>> = (0..)
            .zip(&nfa.states)
            .map(|(id, state)| match *state {
                State::Take { set, next } if loops_to(nfa, id, next) => Some(set),
                _ => None,
            })
            .collect();
        let any = sets.iter().any(Option::is_some);
        if !any {
            return Ok(Self { sets, reachable: Vec::new(), members: Vec::new(), any });
        }
        let members: Vec<Vec<u64>> =
            nfa.sets.iter().map(|set| set.chunks(64).map(bits).collect()).collect();
        Ok(Self { reachable: reachable(nfa, &members, budget)?, sets, members, any })
    }

    /// Whether there is any such state.
    pub(super) fn any(&self) -> bool {
        self.any
    }

    /// The set of a state, if it is such a loop.
    pub(super) fn set(&self, state: StateId) -> Option<u32> {
        self.sets[state as usize]
    }

    /// Whether only characters of a set can follow a state.
    pub(super) fn stays_within(&self, state: StateId, set: u32) -> bool {
        let words = self.reachable[state as usize].iter().zip(&self.members[set as usize]);
        words.into_iter().all(|(word, members)| word & !members == 0)
    }
}

/// Whether the only choices after a state are the state itself and acceptance.
fn loops_to(nfa: &Nfa, state: StateId, next: StateId) -> bool {
    let State::Split(branches) = &nfa.states[next as usize] else {
        return false;
    };
    matches!(branches[..], [again, ACCEPT] if again == state)
}

fn bits(members: &[bool]) -> u64 {
    let bit = |(index, &member)| u64::from(member) << index;
    members.iter().enumerate().map(bit).sum()
}

fn reachable(nfa: &Nfa, sets: &[Vec<u64>], budget: &mut Budget) -> Result<Vec<Vec<u64>>, Reason> {
    let words = nfa.alphabet.len.div_ceil(64);
    let mut reachable = vec![vec![0; words]; nfa.states.len()];
    let mut changed = true;
    // Except in loops, a state is made after the states it leads to, so a few rounds are enough.
    while changed {
        changed = false;
        budget.charge(nfa.states.len().saturating_mul(1 + words / 8))?;
        for (index, state) in nfa.states.iter().enumerate() {
            let mut union = reachable[index].clone();
            let mut add = |words: &[u64]| {
                for (word, other) in union.iter_mut().zip(words) {
                    *word |= other;
                }
            };
            match state {
                State::Take { set, next } => {
                    add(&sets[*set as usize]);
                    add(&reachable[*next as usize]);
                }
                State::Split(branches) => {
                    branches.iter().for_each(|&branch| add(&reachable[branch as usize]));
                }
                State::Ahead { next, .. } | State::Behind { next, .. } | State::Start { next } => {
                    add(&reachable[*next as usize])
                }
                State::Always => union.fill(u64::MAX),
                State::Here | State::Accept => {}
            }
            if union != reachable[index] {
                reachable[index] = union;
                changed = true;
            }
        }
    }
    Ok(reachable)
}
