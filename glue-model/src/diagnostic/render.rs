//! The text of problems.

use std::fmt::{self, Write};

use super::{Diagnostic, Diagnostics};

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}\n  --> {}", self.message, self.file)?;
        if let Some(position) = self.position {
            write!(f, ":{}:{}", position.line, position.column)?;
        }
        let shape = self.shape.as_deref().map(Quoted);
        match (self.pointer.as_str(), shape) {
            ("", None) => {}
            ("", Some(shape)) => write!(f, " (shape {shape})")?,
            (pointer, None) => write!(f, " ({})", Plain(pointer))?,
            (pointer, Some(shape)) => write!(f, " ({}, shape {shape})", Plain(pointer))?,
        }
        match &self.help {
            Some(help) => write!(f, "\n  = help: {help}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in self {
            write!(f, "{diagnostic}\n\n")?;
        }
        let problems = if self.len() == 1 { "problem" } else { "problems" };
        write!(f, "{} {problems}", self.len())?;
        let mut files = self.iter().map(|diagnostic| &diagnostic.file);
        match files.next() {
            Some(first) if files.all(|file| file == first) => write!(f, " in {first}"),
            Some(_) => f.write_str(" in several files"),
            None => Ok(()),
        }
    }
}

/// A model's text between backticks, fit for a message: short and without control characters.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

/// How many characters of a model's text a message repeats.
const QUOTED: usize = 80;

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.0.char_indices().nth(QUOTED).map_or(self.0.len(), |(end, _)| end);
        let (shown, rest) = self.0.split_at(end);
        let ellipsis = if rest.is_empty() { "" } else { "…" };
        write!(f, "`{}{ellipsis}`", Plain(shown))
    }
}

/// A model's text, fit for a terminal: control characters are escaped because they could make it do
/// or show something else.
pub struct Plain<'a>(pub &'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|char| match char {
            // Bidirectional overrides reorder what a terminal shows.
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
