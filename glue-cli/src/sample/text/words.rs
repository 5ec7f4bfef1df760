//! Texts of words, which people can tell apart.

use crate::sample::random::Random;

/// The words of the radio alphabet.
const WORDS: [&str; 26] = [
    "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett",
    "kilo", "lima", "mike", "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango",
    "uniform", "victor", "whiskey", "xray", "yankee", "zulu",
];

/// The length of a word that certainly has room, with a hyphen.
const WORD: usize = 9;

/// The greatest bound of a length that random texts hit.
const LONGEST: u64 = 256;

/// A text of one word or more, now and then as short or as long as it may be.
pub(in crate::sample) fn words(min: u64, max: Option<u64>, random: &mut Random) -> String {
    let length = length(min, max, random);
    let mut text = String::new();
    loop {
        text.push_str(random.pick(&WORDS).copied().unwrap_or_default());
        match (length, text.len() as u64) {
            (Some(length), own) if own >= length => {
                text.truncate(usize::try_from(length).unwrap_or_default());
                return text;
            }
            (None, own) if own >= min => {
                let max = max.and_then(|max| usize::try_from(max).ok()).unwrap_or(usize::MAX);
                if text.len() + WORD > max || !random.once_in(3) {
                    text.truncate(max);
                    return text;
                }
                text.push('-');
            }
            _ => text.push('-'),
        }
    }
}

/// The exact length, where it is to be one of the bounds.
pub(in crate::sample) fn length(min: u64, max: Option<u64>, random: &mut Random) -> Option<u64> {
    match (random.below(32), max) {
        (0, _) if min > 0 => Some(min),
        (1, Some(max)) if max <= LONGEST => Some(max),
        _ => None,
    }
}
