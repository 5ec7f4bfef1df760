//! Changes as text and as JSON.

use std::io::{self, Write};

use glue_codegen::inspect::{
    Answer, Aspect, Change, Difference, Direction, Impact, ItemKind, Note,
};
use glue_model::Plain;
use serde_json::{Value, json};

use crate::quantity::{Quantity, grouped};
use crate::quoted::{PatternText, Quoted};
use crate::style::{ADDITIVE, BEHAVIOUR, BREAKING, STRONG, Style};

/// What was and what is stand on lines of their own where they have more bytes together.
const LONG: usize = 80;

/// One object with all changes and the totals.
pub(super) fn json(difference: &Difference, out: &mut impl Write) -> io::Result<()> {
    let changes: Vec<Value> = difference.changes.iter().map(change_json).collect();
    let document = json!({
        "changes": changes,
        "totals": {
            "additive": difference.count(Impact::Additive),
            "behaviour": difference.count(Impact::Behaviour),
            "breaking": difference.count(Impact::Breaking),
        },
    });
    writeln!(out, "{document:#}")
}

fn change_json(change: &Change) -> Value {
    json!({
        "accepted_now": change.accepted_now,
        "aspect": change.aspect.code(),
        "direction": change.direction.map(|direction| direction.to_string()),
        "impact": change.impact.to_string(),
        "item": change.item,
        "json": {
            "reads": change.json.reads.to_string(),
            "valid": change.json.valid.to_string(),
        },
        "kind": change.kind.to_string(),
        "member": change.member,
        "new": change.new,
        "note": change.note.map(|note| note.to_string()),
        "old": change.old,
        "refused_now": change.refused_now,
        "source": change.source().to_string(),
    })
}

/// The changes below the items they belong to, and the totals.
pub(super) fn text(difference: &Difference, out: &mut impl Write) -> io::Result<()> {
    let is_same_item =
        |a: &Change, b: &Change| (a.kind, a.item.as_str()) == (b.kind, b.item.as_str());
    for changes in difference.changes.chunk_by(is_same_item) {
        write_item(changes, out)?;
    }
    if difference.changes.is_empty() {
        return writeln!(out, "no changes");
    }
    let count = |impact| grouped(difference.count(impact));
    let total = Quantity { count: difference.changes.len(), noun: "change" };
    let (breaking, behaviour, additive) =
        (count(Impact::Breaking), count(Impact::Behaviour), count(Impact::Additive));
    writeln!(out, "\n{total}: {breaking} breaking, {behaviour} behaviour, {additive} additive")
}

/// The changes of one item: below its name or, where it came or went as a whole, on one line.
fn write_item(changes: &[Change], out: &mut impl Write) -> io::Result<()> {
    let Some(first) = changes.first() else { return Ok(()) };
    let heading = format!("{} {}", first.kind, Plain(&first.item));
    if let ([change], true) = (changes, first.member.is_none() && first.aspect == Aspect::Existence)
    {
        let (marker, style) = marker(change.impact);
        let verb = if change.old.is_none() { "added" } else { "removed" };
        return writeln!(out, "{} {}: {verb}", style.paint(marker), STRONG.paint(heading));
    }
    // Of an operation, each change says it by itself.
    match first.direction.filter(|_| first.kind != ItemKind::Operation) {
        Some(direction) => writeln!(out, "{}, {}", STRONG.paint(heading), sender(direction))?,
        None => writeln!(out, "{}", STRONG.paint(heading))?,
    }
    changes.iter().try_for_each(|change| write_change(change, out))
}

fn write_change(change: &Change, out: &mut impl Write) -> io::Result<()> {
    let (marker, style) = marker(change.impact);
    write!(out, "  {} ", style.paint(marker))?;
    match &change.member {
        Some(value) if change.kind == ItemKind::Enum => write!(out, "{}: ", Quoted(value))?,
        Some(member) => write!(out, "{}: ", Plain(member))?,
        None => {}
    }
    write_aspect(change, out)?;
    let remarks = remarks(change).join("; ");
    if remarks.is_empty() {
        writeln!(out)
    } else if is_long(change) {
        writeln!(out, "\n      ({remarks})")
    } else {
        writeln!(out, " ({remarks})")
    }
}

/// Whether what was and what is stand on lines of their own.
fn is_long(change: &Change) -> bool {
    let length =
        |text: &Option<String>| text.as_deref().map_or(4, |text| shown(change.aspect, text).len());
    !matches!(change.aspect, Aspect::Existence | Aspect::Order)
        && length(&change.old) + length(&change.new) > LONG
}

/// What a change means, where its mark does not say it.
fn remarks(change: &Change) -> Vec<String> {
    let mut remarks: Vec<String> = change.note.iter().map(ToString::to_string).collect();
    let mut witness = |text: &Option<String>, fate| {
        remarks.extend(text.as_ref().map(|text| format!("{} was {fate}", Quoted(text))));
    };
    witness(&change.accepted_now, "refused and is accepted now");
    witness(&change.refused_now, "accepted and is refused now");
    let remark = match (change.json.reads, change.json.valid) {
        // What is gone is plainly not read.
        _ if change.aspect == Aspect::Existence => None,
        (Answer::No, _) if change.aspect == Aspect::WireName => Some("the old key is skipped"),
        (Answer::No, _) => Some("old JSON does not read"),
        (Answer::Unknown, _) => Some("old JSON may not read"),
        (Answer::Yes, Answer::No | Answer::Unknown) if !says_what_is_valid(change.note) => {
            Some("what was valid may not be")
        }
        _ => None,
    };
    remarks.extend(remark.map(str::to_owned));
    remarks
}

/// Whether a note tells already that not all that was valid is.
fn says_what_is_valid(note: Option<Note>) -> bool {
    matches!(note, Some(Note::AbsenceReported | Note::Tighter | Note::Mixed | Note::Untold))
}

/// Who sends an item.
fn sender(direction: Direction) -> &'static str {
    match direction {
        Direction::Client => "sent by the client",
        Direction::Service => "sent by the service",
        Direction::Both => "sent by both",
    }
}

/// What changed about something, from what to what.
fn write_aspect(change: &Change, out: &mut impl Write) -> io::Result<()> {
    let shown = |text: &Option<String>| text.as_deref().map(|text| shown(change.aspect, text));
    let (old, new) = (shown(&change.old), shown(&change.new));
    match (change.aspect, old, new) {
        (Aspect::Existence, None, _) if change.kind == ItemKind::Operation => {
            write!(out, "error added")
        }
        (Aspect::Existence, _, None) if change.kind == ItemKind::Operation => {
            write!(out, "error removed")
        }
        (Aspect::Existence, None, Some(new)) => write!(out, "added, {new}"),
        (Aspect::Existence, Some(old), None) => write!(out, "removed, was {old}"),
        (Aspect::Deprecation, None, _) => write!(out, "deprecated"),
        (Aspect::Deprecation, _, _) => write!(out, "no longer deprecated"),
        (Aspect::Sensitivity, None, _) => write!(out, "sensitive"),
        (Aspect::Sensitivity, _, _) => write!(out, "no longer sensitive"),
        // An enum may have hundreds.
        (Aspect::Order, _, _) => write!(out, "{} changed", change.aspect),
        (aspect, old, new) => {
            let none = || "none".to_owned();
            let (old, new) = (old.unwrap_or_else(none), new.unwrap_or_else(none));
            match is_long(change) {
                true => write!(out, "{aspect}\n      was {old}\n      is  {new}"),
                false => write!(out, "{aspect} {old} -> {new}"),
            }
        }
    }
}

fn marker(impact: Impact) -> (char, Style) {
    match impact {
        Impact::Breaking => ('!', BREAKING),
        Impact::Behaviour => ('~', BEHAVIOUR),
        Impact::Additive => ('+', ADDITIVE),
    }
}

/// What something was or is, so that nothing in it is invisible.
fn shown(aspect: Aspect, text: &str) -> String {
    match aspect {
        Aspect::Pattern => PatternText(text).to_string(),
        Aspect::WireName => Quoted(text).to_string(),
        _ => Plain(text).to_string(),
    }
}
