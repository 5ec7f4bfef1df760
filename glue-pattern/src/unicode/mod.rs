//! The parser's knowledge of Unicode.

mod ascii;
mod case;
mod category;
pub(crate) mod perl;
mod property;
mod table;

pub(crate) use case::{fold_character, fold_range};
pub(crate) use category::is_letter_or_number;
pub(crate) use property::{Property, property};

use crate::class_set::ClassSet;

/// The characters that end a line: only `\n` under the flag `d`.
pub(crate) fn line_terminators(unix_lines: bool) -> ClassSet {
    if unix_lines {
        ClassSet::single('\n')
    } else {
        ClassSet::from_ranges([
            ('\n', '\n'),
            ('\r', '\r'),
            ('\u{85}', '\u{85}'),
            ('\u{2028}', '\u{2029}'),
        ])
    }
}
