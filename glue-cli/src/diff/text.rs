//! Changes as text for a terminal.

use std::io::{self, Write};

use glue_codegen::inspect::{Change, Difference, Impact, ItemKind};
use glue_model::Plain;

use super::phrase::{self, Phrase, Piece};
use super::totals;
use crate::style::{ADDITIVE, BEHAVIOR, BREAKING, STRONG, Style};

/// What was and what is are on lines of their own where they have more bytes together.
const LONG: usize = 80;

/// The changes below the items they belong to, and the totals.
pub(super) fn write(difference: &Difference, out: &mut impl Write) -> io::Result<()> {
    let is_same_item =
        |a: &Change, b: &Change| (a.kind, a.item.as_str()) == (b.kind, b.item.as_str());
    for changes in difference.changes.chunk_by(is_same_item) {
        write_item(changes, out)?;
    }
    if difference.changes.is_empty() {
        return writeln!(out, "no changes");
    }
    writeln!(out, "\n{}", totals::sentence(difference))
}

/// The changes of one item: below its name or, where it came or went as a whole, on one line.
fn write_item(changes: &[Change], out: &mut impl Write) -> io::Result<()> {
    let Some(first) = changes.first() else { return Ok(()) };
    let heading = format!("{} {}", first.kind, Plain(&first.item));
    if let ([change], true) = (changes, phrase::is_whole(first)) {
        let (marker, style) = marker(change.impact);
        let verb = phrase::came_or_went(change);
        write!(out, "{} {}: {verb}", style.paint(marker), STRONG.paint(heading))?;
        return write_remarks(change, " ", out);
    }
    // Of an operation, each change says it by itself.
    match first.direction.filter(|_| first.kind != ItemKind::Operation) {
        Some(direction) => {
            writeln!(out, "{}, {}", STRONG.paint(heading), phrase::sender(direction))?;
        }
        None => writeln!(out, "{}", STRONG.paint(heading))?,
    }
    changes.iter().try_for_each(|change| write_change(change, out))
}

fn write_change(change: &Change, out: &mut impl Write) -> io::Result<()> {
    let (marker, style) = marker(change.impact);
    write!(out, "  {} ", style.paint(marker))?;
    if let Some(part) = phrase::part(change) {
        write!(out, "{part}: ")?;
    }
    match phrase::sides(change).map(|(old, new)| (text(&[old]), text(&[new]))) {
        Some((old, new)) if old.len() + new.len() > LONG => {
            write!(out, "{}\n      was {old}\n      is  {new}", change.aspect)?;
            write_remarks(change, "\n      ", out)
        }
        _ => {
            write!(out, "{}", text(&phrase::what(change)))?;
            write_remarks(change, " ", out)
        }
    }
}

/// The remarks in parentheses, if there are any, and the end of the line.
fn write_remarks(change: &Change, before: &str, out: &mut impl Write) -> io::Result<()> {
    let mut remarks: Vec<String> =
        phrase::remarks(change).iter().map(|remark: &Phrase| text(remark)).collect();
    remarks.extend(change.allowed.as_ref().map(|reason| format!("allowed: {}", Plain(reason))));
    match remarks.is_empty() {
        true => writeln!(out),
        false => writeln!(out, "{before}({})", remarks.join("; ")),
    }
}

fn text(phrase: &[Piece]) -> String {
    let part = |piece: &Piece| match piece {
        Piece::Words(text) | Piece::Code(text) => text.clone(),
    };
    phrase.iter().map(part).collect()
}

fn marker(impact: Impact) -> (char, Style) {
    match impact {
        Impact::Breaking => ('!', BREAKING),
        Impact::Behavior => ('~', BEHAVIOR),
        Impact::Additive => ('+', ADDITIVE),
    }
}
