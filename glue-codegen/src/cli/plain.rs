//! Text from a model, made fit for a terminal.

use std::fmt::{self, Write};

/// Text whose control characters are written as escapes: they could make a terminal do or show
/// something else.
pub(super) struct Plain<'a>(pub(super) &'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|char| match char {
            // These reorder what stands around them.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                write!(f, "{}", char.escape_unicode())
            }
            _ if char.is_control() => write!(f, "{}", char.escape_default()),
            _ => f.write_char(char),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Plain;

    #[test]
    fn control_characters_become_visible() {
        let text = "a\u{1b}[2J \n\u{9b}1m\u{202e}é 東`\"\\";
        assert_eq!(Plain(text).to_string(), "a\\u{1b}[2J \\n\\u{9b}1m\\u{202e}é 東`\"\\");
    }
}
