//! Deterministic automata as tables.

use std::collections::BTreeSet;

/// A minimal deterministic automaton over classes of characters.
///
/// State 0 is dead: no text that leads there matches. To match a text, begin with
/// [`start`](Self::start), look up the class of each character and the next state in the table, and
/// check whether the last state is at least [`first_accepting`](Self::first_accepting).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dfa {
    pub(crate) ascii_classes: [u8; 128],
    pub(crate) other_classes: Vec<(char, u8)>,
    pub(crate) class_count: u16,
    pub(crate) state_count: u16,
    pub(crate) start: u16,
    pub(crate) first_accepting: u16,
    pub(crate) table: Table,
}

/// The transitions: the next state for each state and class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Table {
    /// The next state of state `s` on class `c` is at `s * class_count + c`.
    Dense(Vec<u16>),
    /// States that behave alike share a row, which contains the distances to the next states.
    ///
    /// The row of state `s` starts at `rows[s]` in `moves`, and the move on class `c` is `c` places
    /// after that. A move below `0x8000` is the next state. Otherwise its low 15 bits, as a two's
    /// complement number, are added to `s`.
    Shared {
        /// Where the row of each state starts.
        rows: Vec<u16>,
        /// The rows, one after the other.
        moves: Vec<u16>,
    },
}

impl Dfa {
    /// Returns the class of each ASCII character.
    pub fn ascii_classes(&self) -> &[u8; 128] {
        &self.ascii_classes
    }

    /// Returns the classes of the other characters: each entry gives the class of the characters
    /// from its own up to the next entry's. The first entry begins at U+0080.
    pub fn other_classes(&self) -> &[(char, u8)] {
        &self.other_classes
    }

    /// Returns the number of classes, at most 255.
    pub fn class_count(&self) -> u16 {
        self.class_count
    }

    /// Returns the number of states, including the dead one.
    pub fn state_count(&self) -> u16 {
        self.state_count
    }

    /// Returns the state before the first character.
    pub fn start(&self) -> u16 {
        self.start
    }

    /// Returns the first accepting state. All states after it accept too.
    pub fn first_accepting(&self) -> u16 {
        self.first_accepting
    }

    /// Returns the transitions.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Returns the class of a character.
    pub fn class_of(&self, c: char) -> u8 {
        if let Some(&class) = self.ascii_classes.get(c as usize) {
            return class;
        }
        let after = self.other_classes.partition_point(|&(start, _)| start <= c);
        after.checked_sub(1).map_or(0, |index| self.other_classes[index].1)
    }

    /// Returns the state after a character of a class.
    pub fn next_state(&self, state: u16, class: u8) -> u16 {
        let class_count = usize::from(self.class_count);
        let class = usize::from(class);
        match &self.table {
            Table::Dense(next) => next[usize::from(state) * class_count + class],
            Table::Shared { rows, moves } => {
                match moves[usize::from(rows[usize::from(state)]) + class] {
                    relative @ 0x8000.. => state.wrapping_add(sign_extend(relative)),
                    absolute => absolute,
                }
            }
        }
    }

    /// Returns whether a text matches.
    pub fn is_match(&self, text: &str) -> bool {
        let mut state = self.start;
        for c in text.chars() {
            state = self.next_state(state, self.class_of(c));
            if state == 0 {
                return false;
            }
        }
        state >= self.first_accepting
    }

    /// Returns whether a first part of a text matches such that the rest matches `tail`.
    ///
    /// All rests are matched in one pass, because there may be many.
    pub fn is_match_then(&self, text: &str, tail: &Self) -> bool {
        let mut state = self.start;
        let mut tails = BTreeSet::new();
        let mut rest = text.chars();
        loop {
            if state >= self.first_accepting {
                tails.insert(tail.start);
            }
            let Some(c) = rest.next() else {
                return tails.last().is_some_and(|&last| last >= tail.first_accepting);
            };
            state = self.next_state(state, self.class_of(c));
            let class = tail.class_of(c);
            tails = tails.into_iter().map(|state| tail.next_state(state, class)).collect();
            tails.remove(&0);
            if state == 0 && tails.is_empty() {
                return false;
            }
        }
    }

    /// Returns whether no matching text is the start of another one.
    pub fn is_prefix_free(&self) -> bool {
        let mut accepting = self.first_accepting..self.state_count;
        accepting.all(|state| {
            (0..self.class_count).all(|class| {
                u8::try_from(class).is_ok_and(|class| self.next_state(state, class) == 0)
            })
        })
    }

    /// Returns the rest of a text for each place where the automaton accepts the part before it.
    pub fn rests<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let mut state = Some(self.start);
        let mut rest = text.chars();
        std::iter::from_fn(move || {
            while let Some(current) = state {
                let here = rest.as_str();
                let next = rest.next().map(|c| self.next_state(current, self.class_of(c)));
                state = next.filter(|&next| next != 0);
                if current >= self.first_accepting {
                    return Some(here);
                }
            }
            None
        })
    }
}

/// The 15-bit two's complement number in a relative move.
fn sign_extend(relative: u16) -> u16 {
    relative << 1 >> 1 | (relative & 0x4000) << 1
}

/// The relative move that leads from one state to another, if it is not too far.
pub(crate) fn relative_move(from: usize, to: usize) -> Option<u16> {
    let distance = i16::try_from(isize::try_from(to).ok()? - isize::try_from(from).ok()?).ok()?;
    (-0x4000..0x4000).contains(&distance).then_some(0x8000 | (distance.cast_unsigned() & 0x7FFF))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_moves_lead_back() {
        for (from, to) in [(0, 1), (5, 5), (300, 2), (0, 0x3FFF), (0x4000, 0)] {
            let relative = relative_move(from, to).unwrap();
            assert!(relative >= 0x8000);
            let from = u16::try_from(from).unwrap();
            assert_eq!(usize::from(from.wrapping_add(sign_extend(relative))), to);
        }
        assert_eq!(relative_move(0, 0x4000), None);
        assert_eq!(relative_move(0x4001, 0), None);
    }
}
