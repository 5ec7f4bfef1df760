//! What the parser needs to know about Unicode.

mod case;
mod category;
mod property;
mod table;

pub(crate) use case::{fold_character, fold_range};
pub(crate) use category::is_letter_or_number;
pub(crate) use property::{Property, property};

use crate::ClassSet;

/// The named sets of `java.util.regex` that a letter after a backslash stands for.
pub(crate) mod perl {
    use super::{ClassSet, property};

    /// `\d`.
    pub(crate) fn digit(unicode: bool) -> ClassSet {
        if unicode { property::digit() } else { ClassSet::range('0', '9') }
    }

    /// `\s`.
    pub(crate) fn space(unicode: bool) -> ClassSet {
        if unicode {
            property::white_space()
        } else {
            ClassSet::from_ranges([('\t', '\r'), (' ', ' ')])
        }
    }

    /// `\w`.
    pub(crate) fn word(unicode: bool) -> ClassSet {
        if unicode {
            property::word()
        } else {
            ClassSet::from_ranges([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')])
        }
    }

    /// `\h`, horizontal white space.
    pub(crate) fn horizontal_space() -> ClassSet {
        ClassSet::from_ranges([
            (' ', ' '),
            ('\t', '\t'),
            ('\u{A0}', '\u{A0}'),
            ('\u{1680}', '\u{1680}'),
            ('\u{180E}', '\u{180E}'),
            ('\u{2000}', '\u{200A}'),
            ('\u{202F}', '\u{202F}'),
            ('\u{205F}', '\u{205F}'),
            ('\u{3000}', '\u{3000}'),
        ])
    }

    /// `\v`, vertical white space.
    pub(crate) fn vertical_space() -> ClassSet {
        ClassSet::from_ranges([('\n', '\r'), ('\u{85}', '\u{85}'), ('\u{2028}', '\u{2029}')])
    }
}

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
