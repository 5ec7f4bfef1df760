//! Text that may hold anything, as a person can read it.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::quantity::Quantity;

/// How many characters a string may have to be shown whole.
const WHOLE: usize = 120;

/// How many characters of a longer one are shown from its start, and from its end.
const START: usize = 72;
const END: usize = 24;

/// A string between quotes, in Rust's notation: what is invisible or could be taken for something
/// else is an escape. Of a long string the start and the end are shown, with its length.
pub(super) struct Quoted<'a>(pub(super) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.chars().count();
        if count <= WHOLE {
            return write!(f, "{:?}", self.0);
        }
        let start: String = self.0.chars().take(START).collect();
        let end: String = self.0.chars().skip(count - END).collect();
        let length = Quantity { count, noun: "character" };
        write!(f, "{start:?} ... {end:?} ({length})")
    }
}

/// Text that is shown already, of which a page has room for the start and the end if it is long: twice
/// as much as of a string between quotes, so that these stay whole.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    let count = text.chars().count();
    if count <= 2 * WHOLE {
        return text.into();
    }
    let start: String = text.chars().take(2 * START).collect();
    let end: String = text.chars().skip(count - 2 * END).collect();
    let length = Quantity { count, noun: "character" };
    format!("{start} ... {end} ({length})").into()
}

/// A pattern on one line, without quotes. What is invisible is written as the escape that patterns
/// have for it: that has the same meaning, even where it is taken for what the model has.
pub(super) struct PatternText<'a>(pub(super) &'a str);

impl fmt::Display for PatternText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.0.chars().count().saturating_sub(1);
        self.0.chars().enumerate().try_for_each(|(index, character)| {
            let at_end = index == 0 || index == last;
            match is_visible(character) && !(character == ' ' && at_end) {
                true => f.write_char(character),
                false => write!(f, "\\x{{{:x}}}", u32::from(character)),
            }
        })
    }
}

/// Whether a character can be seen for what it is. Debug knows; but it escapes quotes as well.
fn is_visible(character: char) -> bool {
    matches!(character, '"' | '\'' | '\\') || character.escape_debug().len() == 1
}

#[cfg(test)]
mod tests {
    use super::{PatternText, Quoted};

    #[test]
    fn what_is_invisible_is_escaped() {
        let text = |text| Quoted(text).to_string();
        assert_eq!(text(""), r#""""#);
        assert_eq!(text(r#"a "b" \n 'é' "#), r#""a \"b\" \\n 'é' ""#);
        assert_eq!(
            text("\0\n\u{1b}\u{a0}\u{200b}\u{202e}"),
            r#""\0\n\u{1b}\u{a0}\u{200b}\u{202e}""#
        );
        assert_eq!(text("e\u{301}"), r#""e\u{301}""#);
    }

    #[test]
    fn a_long_string_is_cut() {
        assert_eq!(Quoted(&"é".repeat(120)).to_string(), format!("{:?}", "é".repeat(120)));
        let long = format!("{}\n", "é".repeat(2048));
        let (start, end) = ("é".repeat(72), "é".repeat(23));
        let shown = format!("\"{start}\" ... \"{end}\\n\" (2,049 characters)");
        assert_eq!(Quoted(&long).to_string(), shown);
    }

    #[test]
    fn a_pattern_keeps_what_can_be_seen() {
        let text = |text| PatternText(text).to_string();
        assert_eq!(text(r#"^[\w "'é]+$"#), r#"^[\w "'é]+$"#);
        assert_eq!(text(" a b "), r"\x{20}a b\x{20}");
        assert_eq!(text("[\t\u{a0}-\u{feff}\u{1b}]"), r"[\x{9}\x{a0}-\x{feff}\x{1b}]");
        assert_eq!(text(""), "");
    }
}
