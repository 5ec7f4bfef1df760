//! Classes of characters, and texts made of runs of them.

/// How many bytes are looked at together; a multiple of every vector register's size.
const CHUNK: usize = 32;

/// A set of characters.
pub struct Class {
    /// A bit for each ASCII character in the set.
    pub ascii: u128,
    /// Ranges of bytes that need no second look: ASCII characters in the set, the first bytes of
    /// characters that are all in the set, and all bytes that continue a character.
    pub sure: &'static [(u8, u8)],
    /// The other characters in the set, in ascending ranges.
    pub others: &'static [(char, char)],
}

/// A number of characters of one class.
pub struct Run {
    /// What they are.
    pub class: Class,
    /// How many there are at least.
    pub min: u32,
    /// How many there are at most.
    pub max: u32,
}

/// Whether `text` is these runs, one behind the other, each as long as it can be.
pub fn matches_runs(text: &str, runs: &[Run]) -> bool {
    match runs {
        [run] => run.is_length_of(text) && run.class.covers(text),
        runs => strip_runs(text, runs).is_some_and(str::is_empty),
    }
}

/// What is left of `text` behind runs at its front, each as long as it can be.
fn strip_runs<'a>(text: &'a str, runs: &[Run]) -> Option<&'a str> {
    runs.iter().try_fold(text, |rest, run| {
        let mut characters = rest.chars();
        let mut next = || characters.next().map(|character| (character, characters.as_str()));
        run.strip(rest, &mut next)
    })
}

/// What is left of `text` between runs at its front and runs at its back, each as long as it can
/// be: those at the front first, then those at the back, the last one first.
pub fn between_runs<'a>(text: &'a str, before: &[Run], after: &[Run]) -> Option<&'a str> {
    after.iter().rev().try_fold(strip_runs(text, before)?, |rest, run| {
        let mut characters = rest.chars();
        let mut next = || characters.next_back().map(|character| (character, characters.as_str()));
        run.strip(rest, &mut next)
    })
}

impl Run {
    fn is_length_of(&self, text: &str) -> bool {
        let (min, max) = (self.min as usize, self.max as usize);
        // A character takes one to four bytes, so most lengths need no counting.
        let surely = text.len() / 4 >= min && (text.len() <= max || self.max == u32::MAX);
        match (min, self.max) {
            _ if surely => true,
            (0, u32::MAX) => true,
            (1, u32::MAX) => !text.is_empty(),
            _ => (min..=max).contains(&text.chars().count()),
        }
    }

    /// What is left of a text without the run at its end; `next` takes one more character from
    /// there and gives it with what is then left.
    fn strip<'a>(
        &self,
        text: &'a str,
        next: &mut dyn FnMut() -> Option<(char, &'a str)>,
    ) -> Option<&'a str> {
        let (mut count, mut left) = (0, text);
        while count < self.max {
            match next() {
                Some((character, rest)) if self.class.contains(character) => {
                    count += 1;
                    left = rest;
                }
                _ => break,
            }
        }
        (count >= self.min).then_some(left)
    }
}

impl Class {
    /// Whether a character is in the set.
    fn contains(&self, character: char) -> bool {
        match character.is_ascii() {
            true => self.ascii >> u32::from(character) & 1 == 1,
            false => self.others.iter().any(|(first, last)| (*first..=*last).contains(&character)),
        }
    }

    /// Whether every character of `text` is in the set.
    fn covers(&self, text: &str) -> bool {
        let mut rest = text;
        while let Some(chunk) = rest.as_bytes().first_chunk::<CHUNK>() {
            let behind = match self.is_sure(chunk) {
                true => CHUNK,
                false => match self.cover_characters(rest) {
                    Some(behind) => behind,
                    None => return false,
                },
            };
            // A character that goes on behind the chunk is sure already.
            rest = next_character(rest, behind);
        }
        rest.chars().all(|character| self.contains(character))
    }

    /// Whether all bytes are sure; without branches between bytes, so that it becomes vector code.
    fn is_sure(&self, chunk: &[u8; CHUNK]) -> bool {
        let mut sure = [0u8; CHUNK];
        for (first, last) in self.sure {
            let length = last.wrapping_sub(*first);
            for (sure, byte) in sure.iter_mut().zip(chunk) {
                *sure |= u8::from(byte.wrapping_sub(*first) <= length);
            }
        }
        sure.iter().fold(1, |all, sure| all & sure) == 1
    }

    /// Looks at the characters of a chunk one by one; gives the bytes they take.
    fn cover_characters(&self, text: &str) -> Option<usize> {
        let mut characters = text.chars();
        let mut taken = 0;
        while taken < CHUNK {
            let Some(character) = characters.next() else { break };
            if !self.contains(character) {
                return None;
            }
            taken += character.len_utf8();
        }
        Some(taken)
    }
}

/// The text from the first character that starts at `from` or behind.
fn next_character(text: &str, from: usize) -> &str {
    (from..from + 4).find_map(|at| text.get(at..)).unwrap_or_default()
}
