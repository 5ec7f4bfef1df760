//! Splits a text into the JSON values that follow each other in it, one at a time.

mod scan;

use std::io::{self, BufRead};

use glue_codegen::Position;

use scan::Scan;

/// How the values of a file follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// A value on each line.
    Lines,
    /// One value after the other.
    Values,
    /// The entries of one array.
    Array,
}

/// The values of a text.
pub(super) struct Splitter<R> {
    from: R,
    layout: Layout,
    position: Position,
    /// The text of the value at hand.
    value: Vec<u8>,
    /// How many values were split off.
    pub(super) count: usize,
    is_at_end: bool,
}

/// Where a value begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A value, whose text is [`Splitter::text`].
    Value(Position),
    /// Something that should not be there.
    Stray(Position, &'static str),
    End,
}

impl<R: BufRead> Splitter<R> {
    /// Starts with the text after a byte order mark, if there is one.
    pub(super) fn new(mut from: R, has_lines: bool) -> io::Result<Self> {
        if from.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
            from.consume(3);
        }
        let layout = if has_lines { Layout::Lines } else { Layout::Values };
        let position = Position { line: 1, column: 1 };
        let (value, count, is_at_end) = (Vec::new(), 0, false);
        let mut splitter = Self { from, layout, position, value, count, is_at_end };
        if !has_lines && splitter.space()? == Some(b'[') {
            splitter.pass()?;
            splitter.layout = Layout::Array;
        }
        Ok(splitter)
    }

    /// Whether the values are the entries of an array.
    pub(super) fn is_array(&self) -> bool {
        self.layout == Layout::Array
    }

    /// Whether each line is a value.
    pub(super) fn is_lines(&self) -> bool {
        self.layout == Layout::Lines
    }

    /// The text of the value that was split off last.
    pub(super) fn text(&self) -> &[u8] {
        &self.value
    }

    /// Splits the next value off.
    pub(super) fn next(&mut self) -> io::Result<Next> {
        self.value.clear();
        if self.is_at_end {
            return Ok(Next::End);
        }
        let next = match self.layout {
            Layout::Lines => self.line()?,
            Layout::Values => self.following()?,
            Layout::Array => self.entry()?,
        };
        match next {
            Next::Value(_) => self.count += 1,
            Next::Stray(..) | Next::End => self.is_at_end = true,
        }
        Ok(next)
    }

    /// The next line that is not empty.
    fn line(&mut self) -> io::Result<Next> {
        loop {
            self.value.clear();
            if self.from.read_until(b'\n', &mut self.value)? == 0 {
                return Ok(Next::End);
            }
            let column = self.position.column;
            let position = self.position;
            self.position = Position { line: position.line + 1, column: 1 };
            let text = self.value.trim_ascii();
            if !text.is_empty() {
                let before = self.value.len() - self.value.trim_ascii_start().len();
                self.value.truncate(self.value.trim_ascii_end().len());
                self.value.drain(..before);
                return Ok(Next::Value(Position { column: column + before, ..position }));
            }
        }
    }

    /// The next value. If the first one ends with its line and there are more lines, each of these
    /// is a value: then a broken one does not spoil the others.
    fn following(&mut self) -> io::Result<Next> {
        if self.space()?.is_none() {
            return Ok(Next::End);
        }
        let position = self.position;
        self.whole_value(false)?;
        let line = self.position.line;
        let is_line = self.count == 0 && line == position.line && position.column == 1;
        if is_line && self.space()?.is_some() && self.position.line > line {
            self.layout = Layout::Lines;
        }
        Ok(Next::Value(position))
    }

    /// The next entry of the array.
    fn entry(&mut self) -> io::Result<Next> {
        let mut next = self.space()?;
        let is_after_comma = self.count > 0 && next == Some(b',');
        if is_after_comma {
            self.pass()?;
            next = self.space()?;
        } else if self.count > 0 && next.is_some() && next != Some(b']') {
            return Ok(Next::Stray(
                self.position,
                "expected `,` or `]` after an entry of the array",
            ));
        }
        let position = self.position;
        match next {
            None => Ok(Next::Stray(position, "the array has no end")),
            Some(b',') => Ok(Next::Stray(position, "expected an entry of the array before `,`")),
            Some(b']') if is_after_comma => {
                Ok(Next::Stray(position, "expected an entry of the array after `,`"))
            }
            Some(b']') => {
                self.pass()?;
                match self.space()? {
                    None => Ok(Next::End),
                    Some(_) => Ok(Next::Stray(self.position, "there is more after the array")),
                }
            }
            Some(_) => {
                self.whole_value(true)?;
                Ok(Next::Value(position))
            }
        }
    }

    /// Passes over spaces, and gives the byte after them.
    fn space(&mut self) -> io::Result<Option<u8>> {
        loop {
            match self.from.fill_buf()?.first().copied() {
                Some(byte) if byte.is_ascii_whitespace() => self.pass()?,
                byte => return Ok(byte),
            }
        }
    }

    /// Passes over one byte.
    fn pass(&mut self) -> io::Result<()> {
        let byte = self.from.fill_buf()?.first().copied();
        self.from.consume(usize::from(byte.is_some()));
        self.advance(byte.as_slice());
        Ok(())
    }

    fn advance(&mut self, bytes: &[u8]) {
        self.position = advanced(self.position, bytes);
    }

    /// Takes a value to the bracket that closes it, or to where another must begin.
    fn whole_value(&mut self, in_array: bool) -> io::Result<()> {
        let mut scan = Scan::new(in_array);
        loop {
            let chunk = self.from.fill_buf()?;
            if chunk.is_empty() {
                return Ok(());
            }
            let (length, is_whole) = match scan.end(chunk) {
                Some(length) => (length, true),
                None => (chunk.len(), false),
            };
            let taken = chunk.get(..length).unwrap_or_default();
            self.value.extend_from_slice(taken);
            self.position = advanced(self.position, taken);
            self.from.consume(length);
            if is_whole {
                return Ok(());
            }
        }
    }
}

fn advanced(position: Position, bytes: &[u8]) -> Position {
    match bytes.iter().rposition(|byte| *byte == b'\n') {
        None => Position { column: position.column + characters(bytes), ..position },
        Some(last) => {
            let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
            let behind = bytes.get(last + 1..).unwrap_or_default();
            Position { line: position.line + lines, column: characters(behind) + 1 }
        }
    }
}

/// How many characters there are: of each, only the first byte counts.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}
