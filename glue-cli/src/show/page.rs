//! Lines of text with styles, and notes beside them in columns.

use std::collections::HashMap;
use std::io::{self, Write};

use glue_model::Plain;

use super::words::REQUIRED;
use crate::style::{ASIDE, NOTE, SHAPE, STRONG, VALUE};

/// How many columns a line has, where what it holds can be parted.
pub(super) const WIDTH: usize = 90;

/// The rightmost column for notes of a block. Longer lines have their notes right after them.
const MOST_ALIGNED: usize = 50;

/// The least room for notes beside a line; otherwise they are on lines of their own.
const LEAST_ROOM: usize = 30;

/// The mark before notes.
const MARK: &str = "// ";

/// How a part of a line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Plain,
    Strong,
    Shape,
    Value,
    Aside,
}

/// A line, with notes beside it.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) indent: usize,
    pub(super) parts: Vec<(Look, String)>,
    /// Words with their commas, of which each stays whole.
    pub(super) notes: Vec<String>,
    /// The rows that have one column for their notes, if it is one of them.
    pub(super) block: Option<usize>,
}

impl Row {
    pub(super) fn new(indent: usize) -> Self {
        Self { indent, parts: Vec::new(), notes: Vec::new(), block: None }
    }

    /// Adds text. What a terminal would act on is escaped.
    pub(super) fn part(mut self, look: Look, text: &str) -> Self {
        if !text.is_empty() {
            self.parts.push((look, Plain(text).to_string()));
        }
        self
    }

    pub(super) fn notes(mut self, notes: Vec<String>) -> Self {
        self.notes = notes.iter().map(|note| Plain(note).to_string()).collect();
        self
    }

    pub(super) fn block(mut self, block: usize) -> Self {
        self.block = Some(block);
        self
    }

    pub(super) fn width(&self) -> usize {
        self.indent + self.parts.iter().map(|(_, text)| text.chars().count()).sum::<usize>()
    }
}

/// All rows of a page.
#[derive(Default)]
pub(super) struct Page {
    rows: Vec<Row>,
    blocks: usize,
}

impl Page {
    pub(super) fn push(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Adds an empty line, unless the page is empty.
    pub(super) fn gap(&mut self) {
        if !self.rows.is_empty() {
            self.push(Row::new(0));
        }
    }

    /// A new column for notes.
    pub(super) fn new_block(&mut self) -> usize {
        self.blocks += 1;
        self.blocks
    }

    pub(super) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let mut columns: HashMap<usize, usize> = HashMap::new();
        for row in self.rows.iter().filter(|row| !row.notes.is_empty()) {
            if let Some(block) = row.block.filter(|_| row.width() + 2 <= MOST_ALIGNED) {
                let column = columns.entry(block).or_default();
                *column = (*column).max(row.width() + 2);
            }
        }
        self.rows.iter().try_for_each(|row| {
            let column = row.block.and_then(|block| columns.get(&block)).copied();
            write_row(row, column.unwrap_or_default(), out)
        })
    }
}

fn write_row(row: &Row, column: usize, out: &mut impl Write) -> io::Result<()> {
    if !row.parts.is_empty() {
        write!(out, "{:indent$}", "", indent = row.indent)?;
    }
    for (look, text) in &row.parts {
        match look {
            Look::Plain => write!(out, "{text}"),
            Look::Strong => write!(out, "{}", STRONG.paint(text)),
            Look::Shape => write!(out, "{}", SHAPE.paint(text)),
            Look::Value => write!(out, "{}", VALUE.paint(text)),
            Look::Aside => write!(out, "{}", ASIDE.paint(text)),
        }?;
    }
    if row.notes.is_empty() {
        return writeln!(out);
    }
    let beside = column.max(row.width() + 2);
    let room = WIDTH.saturating_sub(beside + MARK.len());
    let below = WIDTH.saturating_sub(row.indent + 4 + MARK.len());
    let notes = parted(&row.notes, below);
    let lengths = notes.iter().map(|note| note.chars().count());
    let (length, longest) =
        lengths.fold((0, 0), |(length, longest), one| (length + one + 1, longest.max(one)));
    let (column, room) = match room >= LEAST_ROOM.max(longest) || length <= room + 1 {
        true => {
            write!(out, "{:gap$}", "", gap = beside - row.width())?;
            (beside, room)
        }
        false => {
            let column = row.indent + 4;
            write!(out, "\n{:column$}", "")?;
            (column, below)
        }
    };
    for (index, line) in filled(&notes, room).into_iter().enumerate() {
        if index > 0 {
            write!(out, "{:column$}", "")?;
        }
        match line.strip_prefix(REQUIRED) {
            Some(rest) => {
                let (required, rest) = (NOTE.paint(REQUIRED), ASIDE.paint(rest));
                writeln!(out, "{}{required}{rest}", ASIDE.paint(MARK))?;
            }
            None => writeln!(out, "{}", ASIDE.paint(format_args!("{MARK}{line}")))?,
        }
    }
    Ok(())
}

/// The notes, of which those that are longer than a line are parted at their spaces.
fn parted(notes: &[String], room: usize) -> Vec<&str> {
    let parts = notes.iter().flat_map(|note| match note.chars().count() > room {
        true => note.split(' ').collect(),
        false => vec![note.as_str()],
    });
    parts.collect()
}

/// Lines of at most so many characters, where the words allow it.
pub(super) fn filled<S: AsRef<str>>(words: &[S], room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut length = 0;
    for word in words.iter().map(AsRef::as_ref) {
        let count = word.chars().count();
        match lines.last_mut() {
            Some(line) if length + 1 + count <= room => {
                line.push(' ');
                line.push_str(word);
                length += 1 + count;
            }
            _ => {
                lines.push(word.to_owned());
                length = count;
            }
        }
    }
    lines
}
