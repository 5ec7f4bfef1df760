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

#[cfg(test)]
mod tests {
    use arbitrary::Unstructured;

    use super::*;

    fn texts(texts: &'static Texts) -> Vec<String> {
        let draw = |byte: u8| {
            let bytes = vec![byte; 200];
            Source::new(&mut Unstructured::new(&bytes)).text(texts).unwrap()
        };
        let mut texts: Vec<String> = (0..=255).map(draw).collect();
        texts.sort();
        texts.dedup();
        texts
    }

    /// `a{3}|b*`: the start, after `a` and `aa`, after `aaa`, and after `b`.
    const STATES: &[u8] = &[0, 0, 2, 2, 3, 1, 4, 0, 4, 0];
    const MOVES: &[u8] = &[1, 0, 4, 1, 2, 0, 3, 0, 4, 1];
    const CHARS: &[Chars] = &[Chars::one("a"), Chars::one("b")];

    #[test]
    fn a_walk_that_leads_nowhere_ends_with_the_shortest_text() {
        static LONG: Texts = Texts::new((5, Some(6)), "bbbbb", STATES, MOVES, CHARS);
        assert_eq!(texts(&LONG), ["bbbbb", "bbbbbb"]);
    }

    #[test]
    fn lengths_are_kept() {
        static SHORT: Texts = Texts::new((1, Some(3)), "b", STATES, MOVES, CHARS);
        assert_eq!(texts(&SHORT), ["aaa", "b", "bb", "bbb"]);
        static NONE: Texts = Texts::new((3, Some(3)), "bbb", &[], &[], &[]);
        assert_eq!(texts(&NONE), ["bbb"]);
    }

    #[test]
    fn numbers_may_have_two_bytes() {
        static WIDE: Texts = Texts::wide(
            (0, None),
            "x",
            &[0, 0, 1, 0, 1, 0, 0, 0],
            &[1, 0, 0, 0],
            &[Chars::new("xz", "", "")],
        );
        assert_eq!(texts(&WIDE), ["x", "y", "z"]);
    }

    #[test]
    fn any_text_has_its_length() {
        for byte in 0..=255 {
            let bytes = vec![byte; 100];
            let mut bytes = Unstructured::new(&bytes);
            let text = Source::new(&mut bytes).any_text(Some(3), Some(5)).unwrap();
            assert!((3..=5).contains(&text.chars().count()), "{text:?}");
        }
        let mut bytes = Unstructured::new(&[]);
        assert_eq!(Source::new(&mut bytes).any_text(Some(2), Some(1)), None);
    }
}
