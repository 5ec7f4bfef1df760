//! [`ParseTimestampError`].

use std::fmt;

use super::super::civil::Problem;

/// Why a text is not a [`Timestamp`](crate::Timestamp). Prints the start of the text and what was
/// expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseTimestampError {
    excerpt: Box<str>,
    truncated: bool,
    problem: Problem,
}

impl ParseTimestampError {
    /// How many characters of a text an error shows: the longest form fits.
    const EXCERPT: usize = 40;

    pub(super) fn new(text: &str, problem: Problem) -> Self {
        let end = text.char_indices().nth(Self::EXCERPT);
        let excerpt = end.map_or(text, |(end, _)| &text[..end]);
        Self { excerpt: excerpt.into(), truncated: end.is_some(), problem }
    }
}

impl fmt::Display for ParseTimestampError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ellipsis = if self.truncated { "..." } else { "" };
        write!(formatter, "invalid timestamp {:?}{ellipsis}: ", self.excerpt)?;
        match self.problem {
            Problem::Syntax => formatter.write_str(
                "expected RFC 3339 such as `2024-05-01T09:40:00Z`, an HTTP date or epoch seconds",
            ),
            Problem::Year => formatter.write_str(
                "four digits may be a year or epoch seconds; write a full date such as \
                 `2024-05-01`, or a number",
            ),
            Problem::NoSuchTime => formatter.write_str("there is no such date or time"),
            Problem::Range(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for ParseTimestampError {}
