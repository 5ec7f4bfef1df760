//! Characters to draw from.

use super::source::Source;

/// Characters as ranges: each is two characters of a text, the first and the last one of the range.
#[derive(Clone, Copy, Debug)]
pub struct Chars {
    words: &'static str,
    marks: &'static str,
    others: &'static str,
}

/// All characters.
pub(super) const ANY: Chars =
    Chars::new("azAZ09", " /:@[`{~", "\0\u{1f}\u{7f}\u{d7ff}\u{e000}\u{10ffff}");

impl Chars {
    /// Letters and digits of ASCII, other printable characters of it, and all others.
    #[must_use]
    pub const fn new(words: &'static str, marks: &'static str, others: &'static str) -> Self {
        Self { words, marks, others }
    }

    /// Only this character.
    #[must_use]
    pub const fn one(character: &'static str) -> Self {
        Self { words: character, marks: "", others: "" }
    }
}

impl Source<'_, '_> {
    /// A character, mostly a letter or digit.
    pub(super) fn character(&mut self, chars: &Chars) -> char {
        let Chars { words, marks, others } = chars;
        let is_only = marks.is_empty() && others.is_empty();
        let kinds = match if is_only { 0 } else { self.choose(64) } {
            0..52 => [words, marks, others],
            52..61 => [marks, words, others],
            _ => [others, marks, words],
        };
        let ranges = kinds.into_iter().find(|ranges| !ranges.is_empty()).unwrap_or(words);
        let ends: Vec<char> = ranges.chars().collect();
        let (pairs, _) = ends.as_chunks::<2>();
        let index = self.choose(u32::try_from(pairs.len()).unwrap_or(1)) as usize;
        let Some(&[first, last]) = pairs.get(index) else {
            return ends.first().copied().unwrap_or('a');
        };
        let code = self.between(i64::from(u32::from(first)), i64::from(u32::from(last)));
        u32::try_from(code).ok().and_then(char::from_u32).unwrap_or(first)
    }
}
