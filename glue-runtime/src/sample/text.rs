//! Texts of a pattern and of bounds on their length.

use super::chars::{ANY, Chars};
use super::source::Source;

/// How many characters more than necessary a text has, unless there is no shorter way to its end.
const MORE: u64 = 16;

/// The texts that match a pattern and have a length within bounds: an automaton of some of them.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    min: u64,
    max: Option<u64>,
    shortest: &'static str,
    states: &'static [u8],
    moves: &'static [u8],
    chars: &'static [Chars],
    /// Whether a number of the tables has two bytes.
    is_wide: bool,
}

impl Texts {
    /// The bounds, a shortest text, and the automaton: for each state the place of its first move
    /// and the fewest characters to acceptance, and for each move the next state and the place of
    /// its characters, as numbers of one byte.
    #[must_use]
    pub const fn new(
        (min, max): (u64, Option<u64>),
        shortest: &'static str,
        states: &'static [u8],
        moves: &'static [u8],
        chars: &'static [Chars],
    ) -> Self {
        Self { min, max, shortest, states, moves, chars, is_wide: false }
    }

    /// The same with numbers of two bytes.
    #[must_use]
    pub const fn wide(
        bounds: (u64, Option<u64>),
        shortest: &'static str,
        states: &'static [u8],
        moves: &'static [u8],
        chars: &'static [Chars],
    ) -> Self {
        let texts = Self::new(bounds, shortest, states, moves, chars);
        Self { is_wide: true, ..texts }
    }

    /// The bytes of two numbers.
    fn width(&self) -> usize {
        if self.is_wide { 4 } else { 2 }
    }

    /// Two numbers of a table.
    fn pair(&self, table: &[u8], index: usize) -> Option<(u16, u16)> {
        match *table.chunks_exact(self.width()).nth(index)? {
            [first, second] => Some((first.into(), second.into())),
            [first, first_high, second, second_high] => {
                let second = u16::from_le_bytes([second, second_high]);
                Some((u16::from_le_bytes([first, first_high]), second))
            }
            _ => None,
        }
    }

    /// The place of the first move of a state, and the fewest characters to acceptance.
    fn state(&self, state: u16) -> Option<(usize, u64)> {
        self.pair(self.states, usize::from(state))
            .map(|(place, least)| (place.into(), least.into()))
    }

    /// The moves of a state: the next state, the fewest characters from there, and the characters
    /// to move by.
    fn moves(&self, state: u16) -> impl Iterator<Item = (u16, u64, &'static Chars)> {
        let start = self.state(state).map_or(0, |(place, _)| place);
        let next = state.checked_add(1).and_then(|next| self.state(next));
        let end = next.map_or(self.moves.len() / self.width(), |(place, _)| place);
        (start..end).filter_map(|place| {
            let (state, chars) = self.pair(self.moves, place)?;
            Some((state, self.state(state)?.1, self.chars.get(usize::from(chars))?))
        })
    }
}

impl Source<'_, '_> {
    /// A text of a pattern.
    pub fn text(&mut self, texts: &'static Texts) -> Option<String> {
        let walk = if self.is_minimal() { None } else { self.walk(texts) };
        Some(walk.unwrap_or_else(|| texts.shortest.to_owned()))
    }

    /// A text on the way of random moves; `None` if they lead to a state from which all texts are
    /// too short or too long.
    fn walk(&mut self, texts: &Texts) -> Option<String> {
        let max = texts.max.unwrap_or(u64::MAX);
        let soft = texts.shortest.chars().count() as u64 + u64::from(self.choose(MORE as u32));
        let (mut state, mut text) = (0, String::new());
        for length in 0_u64.. {
            let (_, least) = texts.state(state)?;
            let is_end = least == 0 && length >= texts.min;
            let to_end = length >= texts.min && (length + least >= soft || self.is_minimal());
            if is_end && (to_end || self.choose(16) == 15) {
                break;
            }
            let moves = texts.moves(state).filter(|&(_, from_there, _)| {
                length + 1 + from_there <= max && (!to_end || from_there < least)
            });
            let moves: Vec<_> = moves.collect();
            let index = self.choose(u32::try_from(moves.len()).unwrap_or(0)) as usize;
            match moves.get(index) {
                Some(&(next, _, chars)) => {
                    text.push(self.character(chars));
                    state = next;
                }
                None if is_end => break,
                None => return None,
            }
        }
        Some(text)
    }

    /// Any text of bounds.
    pub fn any_text(&mut self, min: Option<u64>, max: Option<u64>) -> Option<String> {
        let min = min.unwrap_or(0);
        let room = max.unwrap_or(u64::MAX).checked_sub(min)?;
        let more = if self.is_minimal() { 0 } else { room.min(MORE) };
        let more = self.choose(u32::try_from(more).unwrap_or(0) + 1);
        let length = usize::try_from(min.saturating_add(u64::from(more))).ok()?;
        Some((0..length).map(|_| self.character(&ANY)).collect())
    }
}
