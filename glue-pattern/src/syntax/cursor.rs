//! The position in a pattern up to which the parser has read.

use super::error::SyntaxError;

/// One character as the parser sees it, and where it is in the pattern.
#[derive(Clone, Copy, Debug)]
struct Unit {
    value: char,
    offset: usize,
}

/// The characters of a pattern, with `\Q...\E` already written out as escapes.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'p> {
    pattern: &'p str,
    units: Vec<Unit>,
    position: usize,
}

impl<'p> Cursor<'p> {
    pub(super) fn new(pattern: &'p str) -> Self {
        Self { pattern, units: unquote(pattern), position: 0 }
    }

    /// The next character.
    pub(super) fn peek(&self) -> Option<char> {
        self.peek_nth(0)
    }

    /// The character `n` places after the next one.
    pub(super) fn peek_nth(&self, n: usize) -> Option<char> {
        self.units.get(self.position + n).map(|unit| unit.value)
    }

    /// Takes the next character.
    pub(super) fn next(&mut self) -> Option<char> {
        let value = self.peek()?;
        self.position += 1;
        Some(value)
    }

    /// Takes the next character if it is `wanted`.
    pub(super) fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.position += usize::from(found);
        found
    }

    /// The number of characters taken.
    pub(super) fn position(&self) -> usize {
        self.position
    }

    /// Goes back to an earlier position.
    pub(super) fn reset(&mut self, position: usize) {
        self.position = position;
    }

    /// Skips white space and comments, as under the flag `x`. A comment ends with its line.
    pub(super) fn skip_comments(&mut self, ends_line: impl Fn(char) -> bool) {
        while let Some(c) = self.peek() {
            if is_java_space(c) {
                self.position += 1;
            } else if c == '#' {
                while self.peek().is_some_and(|c| !ends_line(c)) {
                    self.position += 1;
                }
            } else {
                break;
            }
        }
    }

    /// An error at a position.
    pub(super) fn error_at(&self, position: usize, message: impl Into<String>) -> SyntaxError {
        let offset = self.units.get(position).map_or(self.pattern.len(), |unit| unit.offset);
        SyntaxError::new(self.pattern, offset, message)
    }

    /// An error at the next character.
    pub(super) fn error(&self, message: impl Into<String>) -> SyntaxError {
        self.error_at(self.position, message)
    }
}

/// Whether a character is white space under the flag `x`.
pub(super) fn is_java_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ')
}

/// Replaces every quotation with the same characters escaped. Java does this before it parses, so
/// quotations work inside classes too, and one that is not closed extends to the end.
fn unquote(pattern: &str) -> Vec<Unit> {
    let mut units = Vec::with_capacity(pattern.len());
    let mut quoted = false;
    let mut characters = pattern.char_indices().peekable();
    let mut quotation_starts = false;
    while let Some((offset, value)) = characters.next() {
        let following = characters.peek().map(|&(_, c)| c);
        if quoted {
            if value == '\\' && following == Some('E') {
                characters.next();
                quoted = false;
                continue;
            }
            push_quoted(&mut units, Unit { value, offset }, quotation_starts);
            quotation_starts = false;
        } else if value == '\\' && following == Some('Q') {
            characters.next();
            quoted = true;
            quotation_starts = true;
        } else {
            units.push(Unit { value, offset });
            if value == '\\'
                && let Some((offset, value)) = characters.next()
            {
                units.push(Unit { value, offset });
            }
        }
    }
    units
}

/// Writes one quoted character as a literal.
fn push_quoted(units: &mut Vec<Unit>, unit: Unit, is_first: bool) {
    let Unit { value, offset } = unit;
    if value.is_ascii_digit() && is_first {
        // An escape that ends before the quotation must not include the digit.
        units.extend(['\\', 'x', '3'].map(|value| Unit { value, offset }));
    } else if value.is_ascii() && !value.is_ascii_alphanumeric() {
        units.push(Unit { value: '\\', offset });
    }
    units.push(unit);
}
