//! Classes of characters.

/// How many bytes are looked at together: a few of the widest vector registers.
const CHUNK: usize = 64;

/// A set of characters.
pub struct Class {
    /// The bytes that need no second look: ASCII characters in the set, the first bytes of
    /// characters that are all in the set and, where there are any of these, all bytes that
    /// continue a character.
    sure: [bool; 256],
    /// A range of sure bytes that most of a text is likely to be in.
    broad: Option<(u8, u8)>,
    /// The other characters in the set, in ascending ranges.
    others: &'static [(char, char)],
}

impl Class {
    /// A class of the sure bytes in the first ranges and the characters beyond ASCII in the others.
    ///
    /// The first ranges start with the longest one, and the others ascend.
    pub const fn new(sure: &[(u8, u8)], others: &'static [(char, char)]) -> Self {
        let mut class = Self { sure: [false; 256], broad: None, others };
        let mut range = 0;
        while range < sure.len() {
            let (first, last) = sure[range];
            let mut byte = first as usize;
            while byte <= last as usize {
                class.sure[byte] = true;
                byte += 1;
            }
            if first <= b' ' && last >= b'~' {
                class.broad = Some((first, last));
            }
            range += 1;
        }
        class
    }

    /// Whether the set has ASCII characters only.
    pub(super) const fn is_ascii(&self) -> bool {
        self.others.is_empty()
    }

    /// Whether a byte needs no second look.
    #[inline]
    pub(super) fn is_sure(&self, byte: u8) -> bool {
        self.sure[usize::from(byte)]
    }

    /// How many ASCII characters in the set `bytes` starts with.
    #[inline]
    pub(super) fn count_ascii(&self, bytes: &[u8]) -> usize {
        let is_member = |byte: u8| byte.is_ascii() & self.is_sure(byte);
        // Eight look-ups at once, and one question in the end, are less work than eight questions.
        let (groups, rest) = bytes.as_chunks::<8>();
        for (index, group) in groups.iter().enumerate() {
            let members = group
                .iter()
                .rev()
                .fold(0_u8, |members, byte| members << 1 | u8::from(is_member(*byte)));
            if members != u8::MAX {
                return index * 8 + members.trailing_ones() as usize;
            }
        }
        groups.len() * 8 + rest.iter().take_while(|byte| is_member(**byte)).count()
    }

    /// Whether a character is in the set.
    pub(super) fn contains(&self, character: char) -> bool {
        match u8::try_from(character) {
            Ok(byte @ 0..0x80) => self.sure[usize::from(byte)],
            _ => {
                let behind = self.others.partition_point(|(first, _)| *first <= character);
                let range = behind.checked_sub(1).and_then(|index| self.others.get(index));
                range.is_some_and(|(_, last)| character <= *last)
            }
        }
    }

    /// Whether every character of `text` is in the set.
    #[inline]
    pub(super) fn covers(&self, text: &str) -> bool {
        match self.broad {
            Some(broad) if is_within(text.as_bytes(), broad) => true,
            Some(_) => self.covers_in_chunks(text),
            None => {
                self.are_sure(text.as_bytes()) || !self.is_ascii() && self.covers_in_chunks(text)
            }
        }
    }

    /// As [`covers`](Self::covers), a chunk at a time, with a second look if needed.
    #[inline(never)]
    fn covers_in_chunks(&self, text: &str) -> bool {
        let mut rest = text;
        while let Some(chunk) = rest.as_bytes().get(..CHUNK.min(rest.len()))
            && !chunk.is_empty()
        {
            let is_sure =
                self.broad.is_some_and(|broad| is_within(chunk, broad)) || self.are_sure(chunk);
            let taken = match is_sure {
                true => chunk.len(),
                false => match self.cover_characters(rest) {
                    Some(taken) => taken,
                    None => return false,
                },
            };
            // A character that reaches beyond the chunk has already been checked.
            rest = next_character(rest, taken);
        }
        true
    }

    /// Whether all bytes are sure; in small groups without branches, because the look-ups do not
    /// depend on each other.
    #[inline]
    fn are_sure(&self, bytes: &[u8]) -> bool {
        let (groups, rest) = bytes.as_chunks::<8>();
        groups.iter().all(|group| group.iter().fold(true, |all, byte| all & self.is_sure(*byte)))
            && rest.iter().all(|byte| self.is_sure(*byte))
    }

    /// Looks at the characters of a chunk one by one; returns how many bytes they take.
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

/// Whether all bytes are in a range. The last ones of a chunk are looked at twice where they do not
/// fill one.
#[inline]
fn is_within(bytes: &[u8], range: (u8, u8)) -> bool {
    let (chunks, _) = bytes.as_chunks::<CHUNK>();
    match (bytes.first_chunk::<16>(), bytes.last_chunk::<16>()) {
        _ if !chunks.is_empty() => {
            chunks.iter().all(|chunk| is_chunk_within(chunk, range))
                && bytes.last_chunk::<CHUNK>().is_some_and(|last| is_chunk_within(last, range))
        }
        (Some(first), Some(last)) => match (bytes.first_chunk::<32>(), bytes.last_chunk::<32>()) {
            (Some(first), Some(last)) => {
                is_chunk_within(first, range) & is_chunk_within(last, range)
            }
            _ => is_chunk_within(first, range) & is_chunk_within(last, range),
        },
        _ => match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            (Some(first), Some(last)) => {
                is_chunk_within(first, range) & is_chunk_within(last, range)
            }
            _ => bytes.iter().all(|byte| is_in(*byte, range)),
        },
    }
}

#[inline]
fn is_in(byte: u8, (first, last): (u8, u8)) -> bool {
    byte.wrapping_sub(first) <= last.wrapping_sub(first)
}

/// Whether all bytes are in a range; without branches between bytes, so that it is vector code.
#[inline]
fn is_chunk_within<const N: usize>(chunk: &[u8; N], range: (u8, u8)) -> bool {
    chunk.iter().fold(true, |all, byte| all & is_in(*byte, range))
}

/// The text from the first character that starts at `from` or later.
#[inline]
fn next_character(text: &str, from: usize) -> &str {
    (from..from + 4).find_map(|at| text.get(at..)).unwrap_or_default()
}
