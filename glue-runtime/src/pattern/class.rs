//! Classes of characters, and texts made of runs of them.

/// How many bytes are looked at together: a few of the widest vector registers.
const CHUNK: usize = 64;

/// A set of characters.
pub struct Class {
    /// A bit for each ASCII character in the set, the lowest first.
    pub ascii: [u64; 2],
    /// Ranges of bytes that need no second look: ASCII characters in the set, the first bytes of
    /// characters that are all in the set, and all bytes that continue a character. The longest
    /// range comes first.
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
        match u8::try_from(character) {
            Ok(byte @ 0..0x80) => self.contains_ascii(byte),
            _ => self.others.iter().any(|(first, last)| (*first..=*last).contains(&character)),
        }
    }

    /// Whether a byte is an ASCII character in the set.
    #[inline]
    fn contains_ascii(&self, byte: u8) -> bool {
        let bits = self.ascii.get(usize::from(byte >> 6)).copied().unwrap_or(0);
        bits >> (byte & 63) & 1 == 1
    }

    /// Whether every character of `text` is in the set.
    fn covers(&self, text: &str) -> bool {
        let mut rest = text;
        while let Some(chunk) = rest.as_bytes().first_chunk::<CHUNK>() {
            let taken = match self.is_sure(chunk) {
                true => CHUNK,
                false => match self.cover_characters(rest) {
                    Some(taken) => taken,
                    None => return false,
                },
            };
            // A character that goes on behind the chunk is sure already.
            rest = next_character(rest, taken);
        }
        self.is_sure_short(rest.as_bytes())
            || rest.chars().all(|character| self.contains(character))
    }

    /// Whether all bytes are sure. Most texts stay within the longest range, which comes first.
    #[inline]
    fn is_sure<const N: usize>(&self, chunk: &[u8; N]) -> bool {
        match self.sure {
            [longest, others @ ..] => {
                is_within(chunk, *longest) || is_within_any(chunk, *longest, others)
            }
            [] => false,
        }
    }

    /// Whether all of fewer bytes than a chunk are sure: two shorter chunks that overlap.
    #[inline]
    fn is_sure_short(&self, bytes: &[u8]) -> bool {
        if let (Some(first), Some(last)) = (bytes.first_chunk::<32>(), bytes.last_chunk::<32>()) {
            self.is_sure(first) && self.is_sure(last)
        } else if let (Some(first), Some(last)) =
            (bytes.first_chunk::<16>(), bytes.last_chunk::<16>())
        {
            self.is_sure(first) && self.is_sure(last)
        } else {
            self.is_sure_by_eight(bytes) || bytes.iter().all(|byte| self.contains_ascii(*byte))
        }
    }

    /// Whether all of a few bytes are in the longest range of sure ones.
    #[inline]
    fn is_sure_by_eight(&self, bytes: &[u8]) -> bool {
        match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>(), self.sure.first()) {
            (Some(first), Some(last), Some(longest)) => {
                is_within(first, *longest) && is_within(last, *longest)
            }
            _ => false,
        }
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

#[inline]
fn is_in(byte: u8, (first, last): (u8, u8)) -> bool {
    byte.wrapping_sub(first) <= last.wrapping_sub(first)
}

/// Whether all bytes are in a range; without branches between bytes, so that it is vector code.
#[inline]
fn is_within<const N: usize>(chunk: &[u8; N], range: (u8, u8)) -> bool {
    chunk.iter().fold(true, |all, byte| all & is_in(*byte, range))
}

/// Whether each byte is in one of the ranges; as [`is_within`].
#[inline(never)]
fn is_within_any<const N: usize>(chunk: &[u8; N], longest: (u8, u8), others: &[(u8, u8)]) -> bool {
    let mut inside = [false; N];
    for (inside, byte) in inside.iter_mut().zip(chunk) {
        *inside = is_in(*byte, longest);
    }
    for range in others {
        for (inside, byte) in inside.iter_mut().zip(chunk) {
            *inside |= is_in(*byte, *range);
        }
    }
    inside.iter().fold(true, |all, inside| all & inside)
}

/// The text from the first character that starts at `from` or behind.
#[inline]
fn next_character(text: &str, from: usize) -> &str {
    (from..from + 4).find_map(|at| text.get(at..)).unwrap_or_default()
}
