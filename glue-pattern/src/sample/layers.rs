//! The states of an automaton after each number of characters.

use super::moves::Moves;
use crate::automaton::graph::StateId;
use crate::budget::Budget;
use crate::map::Map;
use crate::program::Reason;
use crate::sorted::sorted;

/// How many characters more than the shortest text are looked at, at least.
pub(crate) const MORE: usize = 32;

/// How many characters more than the shortest text are looked at, if the longest text has no more.
const MOST: usize = 8192;

/// The states that can be reached with exactly 0, 1, 2, ... characters.
#[derive(Clone, Debug)]
pub(crate) struct Layers {
    /// The sorted states after each number of characters.
    rows: Vec<Vec<StateId>>,
    /// The row that follows the last one: from there on everything repeats.
    again: Option<usize>,
}

impl Layers {
    /// Follows all texts until the shortest one of the given lengths is found, and a few more.
    ///
    /// # Errors
    /// No text was found within the budget.
    pub(crate) fn new(
        moves: &Moves,
        (least, most): (usize, Option<usize>),
        budget: &mut Budget,
    ) -> Result<Self, Reason> {
        let mut layers = Self { rows: vec![vec![moves.start]], again: None };
        let mut seen: Map<Vec<StateId>, usize> = Map::default();
        let mut shortest = None;
        for length in 0.. {
            if shortest.is_none() && length >= least && layers.accept(moves, length) {
                shortest = Some(length);
            }
            let end = shortest.map(|shortest| {
                let more = most.filter(|most| most - shortest <= MOST);
                more.unwrap_or(shortest + MORE)
            });
            if most == Some(length) || end.is_some_and(|end| end <= length) {
                break;
            }
            let row = &layers.rows[length];
            seen.insert(row.clone(), length);
            let next = match after(row, moves, budget) {
                Ok(next) => next,
                Err(_) if shortest.is_some() => break,
                Err(reason) => return Err(reason),
            };
            layers.again = seen.get(&next).copied();
            if layers.again.is_some() {
                break;
            }
            layers.rows.push(next);
        }
        Ok(layers)
    }

    /// The states after a number of characters, if they are known.
    pub(crate) fn at(&self, length: usize) -> &[StateId] {
        let place = match self.again {
            Some(again) if length >= self.rows.len() => {
                again + (length - again) % (self.rows.len() - again)
            }
            _ => length,
        };
        self.rows.get(place).map_or(&[], Vec::as_slice)
    }

    /// Whether a text of the length is accepted.
    pub(crate) fn accept(&self, moves: &Moves, length: usize) -> bool {
        self.at(length).iter().any(|&state| moves.accepting[state as usize])
    }

    /// The least length from a length on that a text can have.
    pub(crate) fn shortest(&self, moves: &Moves, least: usize, most: usize) -> Option<usize> {
        let end = least.max(self.rows.len()).saturating_add(self.rows.len()).min(most);
        (least..=end).find(|&length| self.accept(moves, length))
    }

    /// The greatest length within a bound that a text can have; `None` if there is none, or it is not
    /// known.
    pub(crate) fn longest(&self, moves: &Moves, most: Option<usize>) -> Option<usize> {
        let known = self.rows.len();
        let mut repeating = self.again.into_iter().flat_map(|again| again..known);
        let is_endless = repeating.any(|length| self.accept(moves, length));
        let end = if is_endless || self.again.is_none() {
            most.filter(|&most| most < known || self.again.is_some())?
        } else {
            most.unwrap_or(known).min(known)
        };
        (end.saturating_sub(known)..=end).rev().find(|&length| self.accept(moves, length))
    }
}

/// The states after one more character.
fn after(row: &[StateId], moves: &Moves, budget: &mut Budget) -> Result<Vec<StateId>, Reason> {
    let next = row.iter().flat_map(|&state| &moves.out[state as usize]);
    let next: Vec<StateId> = next.map(|next| next.state).collect();
    budget.charge(1 + next.len())?;
    let mut next = sorted(next);
    next.dedup();
    Ok(next)
}
