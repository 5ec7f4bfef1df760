//! The sets of `java.util.regex` that are named by a letter after a backslash.

use super::{ascii, property};
use crate::class_set::ClassSet;

/// `\d`.
pub(crate) fn digit(unicode: bool) -> ClassSet {
    if unicode { property::digit() } else { ascii::digit() }
}

/// `\s`.
pub(crate) fn space(unicode: bool) -> ClassSet {
    if unicode { property::white_space() } else { ascii::space() }
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
