//! Changes as Markdown for a pull request: sections by impact, the long tail of each folded.
//!
//! Names and values of a model are in code spans alone, which nothing in them can end.

use std::io::{self, Write};

use glue_codegen::inspect::{Change, Difference, Impact, ItemKind};
use glue_model::Plain;

use super::markdown_text::{code_span, escaped};
use super::phrase::{self, Piece};
use super::room;
use super::totals;
use crate::quantity::grouped;
use crate::quoted::shortened;

/// How many changes of a section are shown before the rest is folded.
const SHOWN: usize = 20;

/// How many bytes the changes may have together: GitHub takes comments of 65,536 characters.
pub(crate) const MOST_BYTES: usize = 60_000;

const SECTIONS: [(Impact, &str); 3] = [
    (Impact::Breaking, "Breaking"),
    (Impact::Behavior, "Behavior"),
    (Impact::Additive, "Additive"),
];

/// The totals, and the sections that have changes.
pub(super) fn write(
    difference: &Difference,
    versions: &(String, String),
    out: &mut impl Write,
) -> io::Result<()> {
    write_within(MOST_BYTES, difference, versions, out)
}

/// The same, where the changes have room for so many bytes together.
pub(crate) fn write_within(
    room: usize,
    difference: &Difference,
    (old, new): &(String, String),
    out: &mut impl Write,
) -> io::Result<()> {
    let versions = format!("from {} to {}", name(old), name(new));
    if difference.changes.is_empty() {
        return writeln!(out, "No changes {versions}.");
    }
    let totals = totals::sentence(difference);
    let (total, rest) = totals.split_once(':').unwrap_or((&totals, ""));
    writeln!(out, "**{total}** {versions}:{rest}.")?;
    let sections = SECTIONS.map(|(impact, title)| {
        let of_impact = |change: &&Change| change.impact == impact;
        (title, difference.changes.iter().filter(of_impact).collect::<Vec<&Change>>())
    });
    let room = room::shares(sections.each_ref().map(|(_, changes)| taken(changes)), room);
    let mut omitted = 0;
    for ((title, changes), room) in sections.iter().zip(room) {
        if !changes.is_empty() {
            let fitting = fitting(changes, room);
            omitted += changes.len() - fitting.len();
            writeln!(out, "\n### {title} ({})\n", grouped(changes.len()))?;
            write_section(&fitting, out)?;
        }
    }
    let (count, are) = match omitted {
        0 => return Ok(()),
        1 => ("1 change".to_owned(), "is"),
        _ => (format!("{} changes", grouped(omitted)), "are"),
    };
    writeln!(out, "\n{count} {are} left out because a comment has room for no more.")
}

/// How many bytes changes take.
fn taken(changes: &[&Change]) -> usize {
    let mut item = None;
    changes.iter().map(|change| bytes(change, &mut item)).sum()
}

/// The changes that fit into so many bytes.
fn fitting<'a>(changes: &[&'a Change], mut room: usize) -> Vec<&'a Change> {
    let mut item = None;
    let mut fitting = Vec::new();
    for change in changes {
        let before = item;
        match room.checked_sub(bytes(change, &mut item)) {
            Some(left) => {
                room = left;
                fitting.push(*change);
            }
            None => item = before,
        }
    }
    fitting
}

/// How many bytes a change takes after one of `item`, which becomes its own.
fn bytes<'a>(change: &'a Change, item: &mut Option<(ItemKind, &'a str)>) -> usize {
    // The marks and the end of a line.
    const MARKS: usize = 6;
    let own = Some((change.kind, change.item.as_str()));
    let is_first = std::mem::replace(item, own) != own;
    let heading =
        if is_first && !phrase::is_whole(change) { heading(change).len() + MARKS } else { 0 };
    heading + line(change).len() + MARKS
}

fn write_section(changes: &[&Change], out: &mut impl Write) -> io::Result<()> {
    let (shown, folded) = changes.split_at(changes.len().min(SHOWN));
    write_items(shown, out)?;
    if folded.is_empty() {
        return Ok(());
    }
    let summary = format!("{} more", grouped(folded.len()));
    writeln!(out, "\n<details>\n<summary>{summary}</summary>\n")?;
    write_items(folded, out)?;
    writeln!(out, "\n</details>")
}

/// The changes below the items they belong to.
fn write_items(changes: &[&Change], out: &mut impl Write) -> io::Result<()> {
    let is_same_item =
        |a: &&Change, b: &&Change| (a.kind, a.item.as_str()) == (b.kind, b.item.as_str());
    for changes in changes.chunk_by(is_same_item) {
        let Some(first) = changes.first() else { continue };
        if phrase::is_whole(first) && changes.len() == 1 {
            writeln!(out, "- {}", line(first))?;
            continue;
        }
        writeln!(out, "- {}", heading(first))?;
        changes.iter().try_for_each(|change| writeln!(out, "  - {}", line(change)))?;
    }
    Ok(())
}

/// The name of a file or an item, on one line.
fn name(name: &str) -> String {
    code_span(&shortened(&Plain(name).to_string()))
}

/// The item that a change is of, and who sends it.
fn heading(change: &Change) -> String {
    let item = format!("{} {}", change.kind, name(&change.item));
    // Of an operation, each change says it by itself.
    match change.direction.filter(|_| change.kind != ItemKind::Operation) {
        Some(direction) => format!("{item}, {}", phrase::sender(direction)),
        None => item,
    }
}

/// A change, with its item where that came or went as a whole.
fn line(change: &Change) -> String {
    let mut line = match phrase::is_whole(change) {
        true => {
            let item = name(&change.item);
            format!("{} {item}: {}", change.kind, phrase::came_or_went(change))
        }
        false => {
            let part =
                phrase::part(change).map(|part| format!("{}: ", code_span(&shortened(&part))));
            part.unwrap_or_default() + &text(&phrase::what(change))
        }
    };
    let remarks = phrase::remarks(change);
    if !remarks.is_empty() {
        let remarks: Vec<String> = remarks.iter().map(|remark| text(remark)).collect();
        line += &format!(" ({})", remarks.join("; "));
    }
    if let Some(reason) = &change.allowed {
        line += &format!(" **allowed**: {}", escaped(&shortened(&Plain(reason).to_string())));
    }
    line
}

fn text(phrase: &[Piece]) -> String {
    let part = |piece: &Piece| match piece {
        Piece::Words(text) => text.clone(),
        Piece::Code(text) => code_span(&shortened(text)),
    };
    phrase.iter().map(part).collect()
}
