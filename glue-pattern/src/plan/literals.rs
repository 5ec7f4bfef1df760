//! Automata that accept a few strings only.

use crate::automaton::graph::{DEAD, Graph, StateId};

/// How many strings, and how many bytes in all, a list may have.
const MOST_LITERALS: usize = 64;
pub(super) const MOST_BYTES: usize = 4096;

/// The strings a minimal automaton accepts, sorted, if they are few.
pub(crate) fn literals(graph: &Graph) -> Option<Vec<String>> {
    let characters: Vec<Option<char>> =
        graph.alphabet.sets().iter().map(|set| set.only()).collect();
    let mut found = Vec::new();
    let mut bytes = 0;
    // Every state but the dead one leads to acceptance, so each path that is followed ends in a
    // string, unless there is a loop, and then the paths exceed the limit.
    let mut pending: Vec<(StateId, String)> = vec![(graph.start, String::new())];
    while let Some((state, text)) = pending.pop() {
        if text.len() > MOST_BYTES || pending.len() > MOST_LITERALS {
            return None;
        }
        for (&next, character) in graph.row(state).iter().zip(&characters) {
            if next != DEAD {
                let mut longer = text.clone();
                longer.push((*character)?);
                pending.push((next, longer));
            }
        }
        if graph.accepting[state as usize] {
            bytes += text.len();
            found.push(text);
            if found.len() > MOST_LITERALS || bytes > MOST_BYTES {
                return None;
            }
        }
    }
    found.sort_unstable();
    Some(found)
}
