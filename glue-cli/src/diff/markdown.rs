//! Changes as Markdown for a pull request: sections by impact, the long tail of each folded.
//!
//! Names and values of a model are in code spans alone, which nothing in them can end.

use std::io::{self, Write};

use glue_codegen::inspect::{Change, Difference, Impact, ItemKind};
use glue_model::Plain;

use super::markdown_text::{code_span, escaped};
use super::phrase::{self, Piece};
use super::totals;
use crate::quantity::grouped;

/// How many changes of a section are shown before the rest is folded.
const SHOWN: usize = 20;

/// How many bytes the changes may have together: GitHub takes comments of 65,536 characters.
const MOST_BYTES: usize = 60_000;

const SECTIONS: [(Impact, &str); 3] = [
    (Impact::Breaking, "Breaking"),
    (Impact::Behaviour, "Behaviour"),
    (Impact::Additive, "Additive"),
];

/// The totals, and the sections that have changes.
pub(super) fn write(
    difference: &Difference,
    (old, new): &(String, String),
    out: &mut impl Write,
) -> io::Result<()> {
    let versions = format!("from {} to {}", code_span(old), code_span(new));
    if difference.changes.is_empty() {
        return writeln!(out, "No changes {versions}.");
    }
    let totals = totals::sentence(difference);
    let (total, rest) = totals.split_once(':').unwrap_or((&totals, ""));
    writeln!(out, "**{total}** {versions}:{rest}.")?;
    let mut left = MOST_BYTES;
    let mut omitted = 0;
    for (impact, title) in SECTIONS {
        let changes: Vec<&Change> =
            difference.changes.iter().filter(|change| change.impact == impact).collect();
        let fitting = fitting(&changes, &mut left);
        omitted += changes.len() - fitting.len();
        if !changes.is_empty() {
            writeln!(out, "\n### {title} ({})\n", grouped(changes.len()))?;
            write_section(fitting, out)?;
        }
    }
    match omitted {
        0 => Ok(()),
        _ => writeln!(
            out,
            "\n{} of the changes are left out, because a comment has room for no more.",
            grouped(omitted),
        ),
    }
}

/// The first of the changes, as far as there is space, which they take.
fn fitting<'a, 'b>(changes: &'b [&'a Change], left: &mut usize) -> &'b [&'a Change] {
    // The marks and the end of a line.
    const MARKS: usize = 6;
    let mut count = 0;
    let mut item = None;
    for change in changes {
        let is_first =
            item.replace((change.kind, &change.item)) != Some((change.kind, &change.item));
        let heading =
            if is_first && !phrase::is_whole(change) { heading(change).len() + MARKS } else { 0 };
        *left = left.saturating_sub(heading + line(change).len() + MARKS);
        if *left == 0 {
            break;
        }
        count += 1;
    }
    changes.get(..count).unwrap_or_default()
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

/// The item that a change is of, and who sends it.
fn heading(change: &Change) -> String {
    let item = format!("{} {}", change.kind, code_span(&Plain(&change.item).to_string()));
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
            let item = code_span(&Plain(&change.item).to_string());
            format!("{} {item}: {}", change.kind, phrase::came_or_went(change))
        }
        false => {
            let part = phrase::part(change).map(|part| format!("{}: ", code_span(&part)));
            part.unwrap_or_default() + &text(&phrase::what(change))
        }
    };
    let remarks = phrase::remarks(change);
    if !remarks.is_empty() {
        let remarks: Vec<String> = remarks.iter().map(|remark| text(remark)).collect();
        line += &format!(" ({})", remarks.join("; "));
    }
    if let Some(reason) = &change.allowed {
        line += &format!(" **allowed**: {}", escaped(&Plain(reason).to_string()));
    }
    line
}

fn text(phrase: &[Piece]) -> String {
    let part = |piece: &Piece| match piece {
        Piece::Words(text) => text.clone(),
        Piece::Code(text) => code_span(text),
    };
    phrase.iter().map(part).collect()
}
