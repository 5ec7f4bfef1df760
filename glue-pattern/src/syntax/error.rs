//! The errors of patterns, with their places.

use crate::unicode::is_letter_or_number;
use std::fmt;

/// A pattern that `java.util.regex` would refuse, or that this crate cannot read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pattern: String,
    offset: usize,
    message: String,
}

/// How much of the pattern is shown on each side of the error.
const CONTEXT: usize = 60;

impl SyntaxError {
    pub(super) fn new(pattern: &str, offset: usize, message: impl Into<String>) -> Self {
        Self { pattern: pattern.to_owned(), offset, message: message.into() }
    }

    /// Returns the fault in one line, without the place.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the place: a byte offset into the pattern, on a character boundary. It is the
    /// pattern's length if something is missing at the end.
    pub fn offset(&self) -> usize {
        self.offset
    }

    /// Returns the whole pattern.
    pub fn pattern(&self) -> &str {
        &self.pattern
    }
}

/// Escapes characters that would break the line or be invisible.
fn visible(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            let plain = !c.is_control() && (c.is_ascii() || is_letter_or_number(c));
            let escaped: Box<dyn Iterator<Item = char>> =
                if plain { Box::new(std::iter::once(c)) } else { Box::new(c.escape_default()) };
            escaped
        })
        .collect()
}

impl fmt::Display for SyntaxError {
    /// Writes the message, the pattern on a line of its own, and a caret under the place.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) =
            self.pattern.split_at_checked(self.offset).unwrap_or((&self.pattern, ""));
        let start = before.char_indices().rev().nth(CONTEXT - 1);
        let end = after.char_indices().nth(CONTEXT);
        let left = visible(start.map_or(before, |(index, _)| &before[index..]));
        let right = visible(end.map_or(after, |(index, _)| &after[..index]));
        let elided_left = if start.is_some_and(|(index, _)| index > 0) { "..." } else { "" };
        let elided_right = if end.is_some() { "..." } else { "" };
        let column = elided_left.len() + left.chars().count();
        writeln!(f, "{} at byte {}", self.message, self.offset)?;
        writeln!(f, "    {elided_left}{left}{right}{elided_right}")?;
        write!(f, "    {:column$}^", "")
    }
}

impl std::error::Error for SyntaxError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_a_caret_under_the_place() {
        let error = SyntaxError::new("a(b", 1, "this group is never closed");
        assert_eq!(error.to_string(), "this group is never closed at byte 1\n    a(b\n     ^");
    }

    #[test]
    fn shows_the_neighborhood_of_a_long_pattern() {
        let pattern = format!("{}*{}", "x".repeat(100), "\n".repeat(100));
        let shown = SyntaxError::new(&pattern, 100, "m").to_string();
        let lines: Vec<_> = shown.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[1].starts_with("    ...xxx") && lines[1].ends_with("\\n..."));
        assert_eq!(lines[1].find('*'), lines[2].find('^'));
    }
}
