//! The table of a sampler, for code generators.

use std::collections::VecDeque;

use super::characters::Characters;
use super::moves::{Move, Moves};
use super::sampler::Sampler;
use crate::class_set::ClassSet;

/// How many characters more than the shortest text a text has that is drawn with a table.
const MORE: usize = 16;

/// The maximum number of states and of moves.
const MOST: usize = 4096;

/// The maximum number of ranges in [`CharacterRanges::others`].
const MOST_RANGES: usize = 24;

/// An automaton by which texts can be drawn without the pattern. It accepts some of the texts that
/// match, which are a little longer than the shortest one at most.
///
/// All lengths that its texts have together with the bounds of the lengths are known only to the
/// sampler. If a walk leads nowhere within the bounds, the shortest text is the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamplerTable {
    /// For each state, the place of its first move, and the fewest characters to a state that
    /// accepts: 0 if it accepts itself. Its moves end where those of the next state begin. The first
    /// state is the start.
    pub states: Vec<(u16, u16)>,
    /// The moves in the order of the states: the next state, and the place of the characters.
    pub moves: Vec<(u16, u16)>,
    /// The characters of moves.
    pub characters: Vec<CharacterRanges>,
}

/// Characters as ranges, each with its first and its last character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharacterRanges {
    /// Letters and digits of ASCII.
    pub words: Vec<(char, char)>,
    /// Other printable characters of ASCII.
    pub marks: Vec<(char, char)>,
    /// Other characters. If there are many ranges, only some of them.
    pub others: Vec<(char, char)>,
}

impl Sampler {
    /// Returns the table for code generators; `None` if it would be too large.
    pub fn table(&self) -> Option<SamplerTable> {
        let moves = &self.moves;
        let (after, before) = distances(moves);
        let shortest = self.usual.first().copied().unwrap_or_default();
        let longest = (shortest + MORE).min(self.most);
        // A state that is further off is not passed.
        let is_near = |state: u32| match (after[state as usize], before[state as usize]) {
            (Some(after), Some(before)) => after + before <= longest,
            _ => false,
        };
        let mut table = SamplerTable { states: vec![], moves: vec![], characters: vec![] };
        let mut numbers = vec![None; moves.out.len()];
        let mut used = vec![None; moves.characters.len()];
        let mut order = vec![moves.start];
        numbers[moves.start as usize] = Some(0);
        let mut place = 0;
        while let Some(&state) = order.get(place) {
            let least = before[state as usize]?;
            table.states.push((u16::try_from(table.moves.len()).ok()?, u16::try_from(least).ok()?));
            for next in moves.out[state as usize].iter().filter(|next| is_near(next.state)) {
                let number = *numbers[next.state as usize].get_or_insert_with(|| {
                    order.push(next.state);
                    order.len() - 1
                });
                let characters = *used[next.characters].get_or_insert_with(|| {
                    table.characters.push(ranges_of(&moves.characters[next.characters]));
                    table.characters.len() - 1
                });
                table.moves.push((u16::try_from(number).ok()?, u16::try_from(characters).ok()?));
            }
            if table.moves.len() > MOST || order.len() > MOST {
                return None;
            }
            place += 1;
        }
        Some(table)
    }
}

/// For each state, the fewest characters from the start to it, and from it to acceptance.
fn distances(moves: &Moves) -> (Vec<Option<usize>>, Vec<Option<usize>>) {
    let accepting = (0..).zip(&moves.accepting).filter(|(_, accepts)| **accepts);
    let ends = accepting.map(|(state, _)| state).collect();
    (nearest(VecDeque::from([moves.start]), &moves.out), nearest(ends, &moves.into))
}

fn nearest(mut open: VecDeque<u32>, moves: &[Vec<Move>]) -> Vec<Option<usize>> {
    let mut distances = vec![None; moves.len()];
    for &state in &open {
        distances[state as usize] = Some(0);
    }
    while let Some(state) = open.pop_front() {
        let next = distances[state as usize].map(|distance: usize| distance + 1);
        for step in &moves[state as usize] {
            if distances[step.state as usize].is_none() {
                distances[step.state as usize] = next;
                open.push_back(step.state);
            }
        }
    }
    distances
}

fn ranges_of(characters: &Characters) -> CharacterRanges {
    let set = ClassSet::from_ranges(characters.ranges().iter().copied());
    let words = ClassSet::from_ranges([('0', '9'), ('A', 'Z'), ('a', 'z')]);
    let printable = ClassSet::range(' ', '~');
    let marks = printable.difference(&words);
    let others = set.difference(&printable);
    // The first ones, the last ones, and no range in which there are surrogates.
    let parts = [('\0', '\u{D7FF}'), ('\u{E000}', char::MAX)];
    let parts = parts.map(|(first, last)| others.intersection(&ClassSet::range(first, last)));
    let mut others: Vec<_> = parts.iter().flat_map(|part| part.ranges().iter().copied()).collect();
    if others.len() > MOST_RANGES {
        others.drain(MOST_RANGES / 2..others.len() - MOST_RANGES / 2);
    }
    CharacterRanges {
        words: set.intersection(&words).ranges().to_vec(),
        marks: set.intersection(&marks).ranges().to_vec(),
        others,
    }
}
