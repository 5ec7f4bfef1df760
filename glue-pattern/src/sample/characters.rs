//! Characters of a set, the readable ones first.

use crate::class_set::ClassSet;
use crate::readable::READABLE;

/// A set of characters to draw from. It is not empty.
#[derive(Clone, Debug)]
pub(crate) struct Characters {
    /// Letters and digits of ASCII.
    words: Vec<char>,
    /// Other printable characters of ASCII.
    marks: Vec<char>,
    /// Other characters that people know.
    others: Vec<char>,
    /// All characters, as ranges.
    ranges: Vec<(char, char)>,
}

/// How far all characters of a set were gone through.
#[derive(Clone, Debug, Default)]
pub(crate) struct Walk {
    /// How many readable ones there were.
    readable: usize,
    /// The place of the range at hand.
    range: usize,
    /// The next character of that range, unless it is the first one.
    next: Option<char>,
}

impl Characters {
    pub(crate) fn new(set: &ClassSet) -> Self {
        let of_kind = |kind: fn(&char) -> bool| {
            READABLE.chars().filter(|&c| kind(&c) && set.contains(c)).collect()
        };
        Self {
            words: of_kind(char::is_ascii_alphanumeric),
            marks: of_kind(|c| matches!(c, ' '..='~') && !c.is_ascii_alphanumeric()),
            others: of_kind(|c| !matches!(c, ' '..='~')),
            ranges: set.ranges().to_vec(),
        }
    }

    /// All characters, as ranges.
    pub(crate) fn ranges(&self) -> &[(char, char)] {
        &self.ranges
    }

    /// The next character of all, the readable ones first.
    pub(crate) fn next(&self, walk: &mut Walk) -> Option<char> {
        let mut readable = self.words.iter().chain(&self.marks).chain(&self.others);
        if let Some(character) = readable.nth(walk.readable) {
            walk.readable += 1;
            return Some(*character);
        }
        while let Some(&(first, last)) = self.ranges.get(walk.range) {
            let mut rest = walk.next.unwrap_or(first)..=last;
            let found = rest.find(|character| !READABLE.contains(*character));
            walk.next = rest.next();
            if walk.next.is_none() {
                walk.range += 1;
            }
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// Draws a character, mostly a letter or digit; if it may be odd, often any one at all.
    pub(crate) fn draw(&self, odd: bool, choose: &mut impl FnMut(u32) -> u32) -> char {
        let words = !self.words.is_empty()
            && (self.marks.is_empty() && !odd || below(8, choose) < if odd { 3 } else { 7 });
        let readable = if words {
            &self.words
        } else if !self.marks.is_empty() && (!odd || below(2, choose) == 0) {
            &self.marks
        } else if odd && below(2, choose) == 0 {
            return self.any(choose);
        } else {
            &self.others
        };
        match pick(readable, choose) {
            Some(character) => *character,
            None => self.any(choose),
        }
    }

    /// Any character of the set, often the first or the last one of a range.
    fn any(&self, choose: &mut impl FnMut(u32) -> u32) -> char {
        let Some(&(first, last)) = pick(&self.ranges, choose) else { return '\0' };
        match below(3, choose) {
            0 => first,
            1 => last,
            _ => {
                let size = (last as usize) - (first as usize) + 1;
                let code_point = first as usize + below(size, choose);
                // A surrogate is not a character.
                u32::try_from(code_point).ok().and_then(char::from_u32).unwrap_or(last)
            }
        }
    }
}

/// Chooses an item; `None` if there are none.
pub(crate) fn pick<'a, T>(items: &'a [T], choose: &mut impl FnMut(u32) -> u32) -> Option<&'a T> {
    items.get(below(items.len(), choose))
}

/// Chooses a number below a bound; asks only if there is a choice.
pub(crate) fn below(bound: usize, choose: &mut impl FnMut(u32) -> u32) -> usize {
    match u32::try_from(bound) {
        Ok(0 | 1) => 0,
        Ok(bound) => (choose(bound) % bound) as usize,
        Err(_) => choose(u32::MAX) as usize,
    }
}
