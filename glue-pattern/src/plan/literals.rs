//! Automata that only accept a few strings.

use crate::automaton::graph::{DEAD, Graph, StateId};
use crate::budget::Budget;
use crate::program::Reason;
use crate::sorted::sorted;

/// The maximum number of strings in a list, and of their bytes in total.
pub(super) const MOST_LITERALS: usize = 64;
pub(super) const MOST_BYTES: usize = 4096;

/// An automaton with more states accepts more or longer strings.
const MOST_STATES: usize = 2 + MOST_BYTES;

/// The strings that a minimal automaton accepts, sorted, if there are few.
pub(crate) fn literals(graph: &Graph, budget: &mut Budget) -> Result<Option<Vec<String>>, Reason> {
    if graph.len() > MOST_STATES {
        return Ok(None);
    }
    let characters: Vec<Option<char>> =
        graph.alphabet.sets().iter().map(|set| set.only()).collect();
    let mut found = Vec::new();
    let mut bytes = 0;
    // Every state except the dead one leads to acceptance, so each path ends in a string, unless
    // there is a loop. Then the paths exceed the limit.
    let mut pending: Vec<(StateId, String)> = vec![(graph.start, String::new())];
    while let Some((state, text)) = pending.pop() {
        // A text with more characters than there are states has been through a loop.
        let loops = text.len() > MOST_BYTES.min(4 * graph.len());
        if loops || pending.len() > MOST_LITERALS {
            return Ok(None);
        }
        budget.charge(1 + graph.alphabet.len / 2)?;
        for (&next, character) in graph.row(state).iter().zip(&characters) {
            if next != DEAD {
                let Some(character) = *character else { return Ok(None) };
                budget.charge(1 + text.len() / 64)?;
                let mut longer = text.clone();
                longer.push(character);
                pending.push((next, longer));
            }
        }
        if graph.accepting[state as usize] {
            bytes += text.len();
            found.push(text);
            if found.len() > MOST_LITERALS || bytes > MOST_BYTES {
                return Ok(None);
            }
        }
    }
    Ok(Some(sorted(found)))
}
