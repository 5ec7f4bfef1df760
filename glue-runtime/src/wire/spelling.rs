//! The spellings of a type's keys, for code that needs them in advance.
//!
//! Serde's `flatten` gives a type those keys of an object that it names in `deserialize_struct`, by
//! exact comparison, and leaves the others. A type that names every spelling in use takes all of its
//! keys and nothing else. Other cases read only where a type is not flattened.

use super::names::{Names, name};

/// The most bytes that the other spellings take together, so that the compiler makes them quickly.
/// A type with more has several hundred members; it names its keys as the model has them.
const MOST_BYTES: usize = 16 * 1024;

/// The keys with all their spellings; made by the compiler.
pub(super) const fn spellings<T: Names>() -> &'static [&'static str] {
    const fn fixed<T: Names, const LENGTH: usize>() -> &'static [&'static str] {
        const { &fill::<T, LENGTH>() }
    }
    let (respelled, bytes) = respelled::<T>();
    let count = T::COUNT + respelled;
    if bytes > MOST_BYTES {
        return T::MEMBERS;
    }
    let fields: &'static [&'static str] = match count {
        0..=8 => fixed::<T, 8>(),
        9..=16 => fixed::<T, 16>(),
        17..=32 => fixed::<T, 32>(),
        33..=64 => fixed::<T, 64>(),
        65..=128 => fixed::<T, 128>(),
        129..=256 => fixed::<T, 256>(),
        257..=1024 => fixed::<T, 1024>(),
        1025..=2048 => fixed::<T, 2048>(),
        _ => return T::MEMBERS,
    };
    fields.split_at(count).0
}

/// How writers change the case of a key's letters.
#[derive(Clone, Copy)]
enum Spelling {
    /// CloudTrail's `dPUSeconds` for `DPUSeconds`, and `TaskArn` for `taskArn`.
    OtherFirst,
    /// Step Functions' `DpuSeconds`.
    Words,
    /// `dpuSeconds`, as other SDKs name the member.
    WordsFromLower,
    /// Jackson's `dpuseconds`: the capitals at the beginning are in lower case.
    LowerStart,
}

const SPELLINGS: [Spelling; 4] =
    [Spelling::OtherFirst, Spelling::Words, Spelling::WordsFromLower, Spelling::LowerStart];

impl Spelling {
    /// The byte at an index of a key's spelling. Only ASCII letters change.
    const fn byte(self, key: &[u8], index: usize) -> u8 {
        let byte = key[index];
        match self {
            Self::OtherFirst if index > 0 => byte,
            Self::OtherFirst if byte.is_ascii_uppercase() => byte.to_ascii_lowercase(),
            Self::OtherFirst => byte.to_ascii_uppercase(),
            Self::Words if index == 0 => byte.to_ascii_uppercase(),
            Self::WordsFromLower if index == 0 => byte.to_ascii_lowercase(),
            Self::Words | Self::WordsFromLower if starts_word(key, index) => byte,
            Self::Words | Self::WordsFromLower => byte.to_ascii_lowercase(),
            Self::LowerStart if is_in_start(key, index) => byte.to_ascii_lowercase(),
            Self::LowerStart => byte,
        }
    }
}

/// Whether the letter at an index is a capital that starts a word: `S` and `I` in `DPUSeconds` and
/// `DBInstances`, but not `P`.
const fn starts_word(key: &[u8], index: usize) -> bool {
    let follows_capital = key[index - 1].is_ascii_uppercase();
    let precedes_lower = index + 1 < key.len() && key[index + 1].is_ascii_lowercase();
    key[index].is_ascii_uppercase() && (!follows_capital || precedes_lower)
}

/// Whether there are only capitals up to an index.
const fn is_in_start(key: &[u8], index: usize) -> bool {
    let mut before = 0;
    while before <= index && key[before].is_ascii_uppercase() {
        before += 1;
    }
    before > index
}

/// Whether the spelling at an index of [`SPELLINGS`] differs from the key and from earlier ones.
const fn is_new(key: &[u8], spelling: usize) -> bool {
    let mut earlier = 0;
    while earlier <= spelling {
        let mut index = 0;
        while index < key.len() {
            let other = match earlier {
                0 => key[index],
                _ => SPELLINGS[earlier - 1].byte(key, index),
            };
            if other != SPELLINGS[spelling].byte(key, index) {
                break;
            }
            index += 1;
        }
        if index == key.len() {
            return false;
        }
        earlier += 1;
    }
    true
}

/// How many spellings differ from the names, and how many bytes they take together.
const fn respelled<T: Names>() -> (usize, usize) {
    let (mut count, mut bytes) = (0, 0);
    let mut index = 0;
    while index < T::COUNT {
        let key = name::<T>(index).as_bytes();
        let mut spelling = 0;
        while spelling < SPELLINGS.len() {
            if is_new(key, spelling) {
                count += 1;
                bytes += key.len();
            }
            spelling += 1;
        }
        index += 1;
    }
    (count, bytes)
}

/// The names, then their other spellings, then empty ones.
const fn fill<T: Names, const LENGTH: usize>() -> [&'static str; LENGTH] {
    let mut fields = [""; LENGTH];
    let mut rest = text::<T>();
    let mut filled = 0;
    while filled < T::COUNT {
        fields[filled] = name::<T>(filled);
        filled += 1;
    }
    let mut index = 0;
    while index < T::COUNT {
        let key = name::<T>(index);
        let mut spelling = 0;
        while spelling < SPELLINGS.len() {
            if is_new(key.as_bytes(), spelling) {
                (fields[filled], rest) = rest.split_at(key.len());
                filled += 1;
            }
            spelling += 1;
        }
        index += 1;
    }
    fields
}

/// The other spellings, one after the other, and more.
const fn text<T: Names>() -> &'static str {
    const fn fixed<T: Names, const LENGTH: usize>() -> &'static [u8] {
        const { &fill_text::<T, LENGTH>() }
    }
    let bytes: &'static [u8] = match respelled::<T>().1 {
        0..=64 => fixed::<T, 64>(),
        65..=128 => fixed::<T, 128>(),
        129..=256 => fixed::<T, 256>(),
        257..=512 => fixed::<T, 512>(),
        513..=1024 => fixed::<T, 1024>(),
        1025..=2048 => fixed::<T, 2048>(),
        2049..=4096 => fixed::<T, 4096>(),
        _ => fixed::<T, MOST_BYTES>(),
    };
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

const fn fill_text<T: Names, const LENGTH: usize>() -> [u8; LENGTH] {
    let mut text = [0; LENGTH];
    let mut filled = 0;
    let mut index = 0;
    while index < T::COUNT {
        let key = name::<T>(index).as_bytes();
        let mut spelling = 0;
        while spelling < SPELLINGS.len() {
            let mut at = if is_new(key, spelling) { 0 } else { key.len() };
            while at < key.len() {
                text[filled] = SPELLINGS[spelling].byte(key, at);
                filled += 1;
                at += 1;
            }
            spelling += 1;
        }
        index += 1;
    }
    text
}
