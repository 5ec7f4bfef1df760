//! Runs of characters of a class.

use super::Class;

/// A number of characters of one class.
pub struct Run {
    /// What they are.
    pub class: &'static Class,
    /// How many there are at least.
    pub min: u32,
    /// How many there are at most.
    pub max: u32,
}

impl Run {
    /// Whether `text` is this run.
    #[inline]
    pub fn matches(&self, text: &str) -> bool {
        self.is_length_of(text) && self.class.covers(text)
    }

    #[inline]
    fn is_length_of(&self, text: &str) -> bool {
        let (min, max) = (self.min as usize, self.max as usize);
        // If only ASCII characters match, bytes can be counted instead of characters.
        if self.class.is_ascii() {
            return min <= text.len() && (text.len() <= max || self.max == u32::MAX);
        }
        // A character takes one to four bytes, so most lengths need no counting.
        let surely = text.len() / 4 >= min && (text.len() <= max || self.max == u32::MAX);
        match (min, self.max) {
            _ if surely => true,
            (0, u32::MAX) => true,
            (1, u32::MAX) => !text.is_empty(),
            _ => (min..=max).contains(&text.chars().count()),
        }
    }

    /// Whether the run can begin with an ASCII character.
    #[inline]
    pub(super) fn begins_ascii(&self, byte: u8) -> bool {
        self.class.is_sure(byte)
    }

    /// Whether the run can begin with the character at a place.
    #[inline]
    pub(super) fn begins(&self, text: &str, at: usize) -> bool {
        match text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => self.class.is_sure(*byte),
            _ => next_character(text, at).is_some_and(|character| self.class.contains(character)),
        }
    }

    /// Takes the longest run at a place of `text`; returns the place after it.
    #[inline]
    pub(super) fn take(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes().get(from..)?;
        let limit = bytes.len().min(self.max as usize);
        let taken = self.class.count_ascii(bytes.get(..limit)?);
        // A run usually ends at another ASCII character.
        match bytes.get(taken) {
            Some(byte) if taken < limit && !byte.is_ascii() && !self.class.is_ascii() => {
                self.take_characters(text, from + taken, taken)
            }
            _ => (taken >= self.min as usize).then_some(from + taken),
        }
    }

    /// As [`take`](Self::take), after the first `taken` characters of the run.
    #[inline(never)]
    fn take_characters(&self, text: &str, from: usize, taken: usize) -> Option<usize> {
        let (mut count, mut at) = (taken, from);
        while self.is_room_behind(count)
            && let Some(character) = next_character(text, at)
            && self.class.contains(character)
        {
            count += 1;
            at += character.len_utf8();
        }
        (count >= self.min as usize).then_some(at)
    }

    /// The text before the longest run at the end of `text`.
    pub(super) fn strip_back<'a>(&self, text: &'a str) -> Option<&'a str> {
        let (mut count, mut rest) = (0, text.chars());
        let mut ahead = rest.clone();
        while self.is_room_behind(count)
            && let Some(character) = ahead.next_back()
            && self.class.contains(character)
        {
            count += 1;
            rest = ahead.clone();
        }
        (count >= self.min as usize).then_some(rest.as_str())
    }

    /// Whether there may be more than `count` characters.
    fn is_room_behind(&self, count: usize) -> bool {
        count < self.max as usize || self.max == u32::MAX
    }
}

fn next_character(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}
