//! Printing text that comes from elsewhere.

use std::fmt::{self, Write as _};

/// Text that may come from anywhere, without anything that could make a log or a terminal show
/// something else: line breaks, escape sequences, bidirectional marks and invisible characters are
/// written as escapes.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

/// The same between `'`. The `'` and the backslash are escaped too, so that the text cannot end
/// early or be read in two ways.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

/// The start of a text, escaped, and `…` in place of the rest.
pub(crate) struct Excerpt<'a>(pub(crate) &'a str);

/// How many characters an excerpt shows.
pub(crate) const EXCERPT: usize = 300;

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| write_escaped(character, f))
    }
}

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('\'')?;
        for character in self.0.chars() {
            if matches!(character, '\'' | '\\') {
                f.write_char('\\')?;
            }
            write_escaped(character, f)?;
        }
        f.write_char('\'')
    }
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match start(self.0) {
            Some(start) => write!(f, "{}…", Escaped(start)),
            None => Escaped(self.0).fmt(f),
        }
    }
}

/// The part of a longer text that an excerpt shows.
pub(crate) fn start(text: &str) -> Option<&str> {
    let (end, _) = text.char_indices().nth(EXCERPT)?;
    text.get(..end)
}

fn write_escaped(character: char, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match character {
        // Separators of lines and paragraphs, marks that reorder what is shown, and invisible
        // characters: soft hyphens, spaces without width, byte order marks and tags.
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}' => write!(f, "{}", character.escape_unicode()),
        _ if character.is_control() => write!(f, "{}", character.escape_default()),
        _ => f.write_char(character),
    }
}

#[cfg(test)]
mod tests {
    use super::{EXCERPT, Escaped, Excerpt, Quoted};

    const HOSTILE: &str =
        "a\u{1b}[2J\r\n\t\u{9b}1m\u{7f}\u{202e}\u{2066}\u{200f}\u{2028}é 東`'\"\\n";

    #[test]
    fn what_changes_the_view_is_escaped() {
        let common =
            "a\\u{1b}[2J\\r\\n\\t\\u{9b}1m\\u{7f}\\u{202e}\\u{2066}\\u{200f}\\u{2028}é 東`";
        assert_eq!(Escaped(HOSTILE).to_string(), format!("{common}'\"\\n"));
        assert_eq!(Quoted(HOSTILE).to_string(), format!("'{common}\\'\"\\\\n'"));
    }

    #[test]
    fn an_excerpt_counts_characters() {
        let fits = "é".repeat(EXCERPT);
        assert_eq!(Excerpt(&fits).to_string(), fits);
        assert_eq!(Excerpt(&format!("{fits}x")).to_string(), format!("{fits}…"));
    }
}
