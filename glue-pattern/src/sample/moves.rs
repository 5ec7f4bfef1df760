//! The moves of an automaton that can still lead to acceptance.

use super::characters::Characters;
use crate::automaton::graph::{DEAD, Graph, StateId};
use crate::class_set::{ClassSet, predecessor};
use crate::map::Map;
use crate::sorted::sorted;

/// A move from one state to another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Move {
    /// The state at its other end.
    pub(crate) state: StateId,
    /// The place of its characters.
    pub(crate) characters: usize,
}

/// An automaton without the states from which no text is accepted.
#[derive(Clone, Debug)]
pub(crate) struct Moves {
    pub(crate) start: StateId,
    /// For each state, whether it accepts.
    pub(crate) accepting: Vec<bool>,
    /// For each state, the states before it.
    pub(crate) into: Vec<Vec<Move>>,
    /// For each state, the states after it.
    pub(crate) out: Vec<Vec<Move>>,
    /// The characters of moves.
    pub(crate) characters: Vec<Characters>,
}

impl Moves {
    /// One state that accepts every text.
    pub(crate) fn of_any_text() -> Self {
        let again = vec![vec![Move { state: 0, characters: 0 }]];
        let characters = vec![Characters::new(&ClassSet::any())];
        Self { start: 0, accepting: vec![true], into: again.clone(), out: again, characters }
    }

    /// The moves of an automaton; `None` if it accepts nothing.
    pub(crate) fn of(graph: &Graph) -> Option<Self> {
        let alive = alive(graph);
        if !alive[graph.start as usize] {
            return None;
        }
        let mut moves = Self {
            start: graph.start,
            accepting: graph.accepting.clone(),
            into: vec![Vec::new(); graph.len()],
            out: vec![Vec::new(); graph.len()],
            characters: Vec::new(),
        };
        let mut sets: Map<Vec<u16>, usize> = Map::default();
        for state in (0..).take(graph.len()).filter(|&state: &StateId| alive[state as usize]) {
            for (target, classes) in by_target(graph.row(state), &alive) {
                let characters = *sets.entry(classes).or_insert_with_key(|classes| {
                    moves.characters.push(Characters::new(&characters_of(graph, classes)));
                    moves.characters.len() - 1
                });
                moves.out[state as usize].push(Move { state: target, characters });
                moves.into[target as usize].push(Move { state, characters });
            }
        }
        Some(moves)
    }
}

/// The classes that lead to each state from which a text is accepted.
fn by_target(row: &[StateId], alive: &[bool]) -> Vec<(StateId, Vec<u16>)> {
    let pairs = row.iter().zip(0_u16..).filter(|&(&state, _)| alive[state as usize]);
    let mut targets: Vec<(StateId, Vec<u16>)> = Vec::new();
    for (state, class) in sorted(pairs.map(|(&state, class)| (state, class)).collect()) {
        match targets.last_mut() {
            Some((last, classes)) if *last == state => classes.push(class),
            _ => targets.push((state, vec![class])),
        }
    }
    targets
}

/// For each state, whether a text is accepted from it.
fn alive(graph: &Graph) -> Vec<bool> {
    let mut before: Vec<Vec<StateId>> = vec![Vec::new(); graph.len()];
    for state in (0..).take(graph.len()) {
        let mut last = DEAD;
        for &target in graph.row(state) {
            if target != last && target != DEAD {
                before[target as usize].push(state);
            }
            last = target;
        }
    }
    let mut alive = graph.accepting.clone();
    let accepting = (0..).zip(&graph.accepting).filter(|(_, accepts)| **accepts);
    let mut open: Vec<StateId> = accepting.map(|(state, _)| state).collect();
    while let Some(state) = open.pop() {
        for &state in &before[state as usize] {
            if !std::mem::replace(&mut alive[state as usize], true) {
                open.push(state);
            }
        }
    }
    alive
}

/// The characters of a few classes.
fn characters_of(graph: &Graph, classes: &[u16]) -> ClassSet {
    let ranges = &graph.alphabet.ranges;
    let ends = ranges.iter().skip(1).filter_map(|&(start, _)| predecessor(start));
    let ends = ends.chain([char::MAX]);
    let ranges = ranges.iter().zip(ends).filter(|((_, class), _)| classes.contains(class));
    ClassSet::from_ranges(ranges.map(|(&(first, _), last)| (first, last)))
}
