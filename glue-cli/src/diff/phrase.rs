//! Changes in words, which each output renders in its own way.

use glue_codegen::inspect::{Answer, Aspect, Cause, CauseKind, Change, Direction, ItemKind, Note};
use glue_model::Plain;

use crate::quoted::{PatternText, Quoted};

/// A part of a phrase. Nothing in it is invisible.
pub(super) enum Piece {
    /// Words of this program's.
    Words(String),
    /// A name, type or value, which comes from a model.
    Code(String),
}

pub(super) type Phrase = Vec<Piece>;

fn words(text: impl Into<String>) -> Piece {
    Piece::Words(text.into())
}

fn code(text: impl ToString) -> Piece {
    Piece::Code(text.to_string())
}

/// A name of a model's.
fn named(text: &str) -> Piece {
    code(Plain(text))
}

/// Whether it is an item as a whole that came or went.
pub(super) fn is_whole(change: &Change) -> bool {
    change.member.is_none() && change.aspect == Aspect::Existence
}

/// What happened to an item that came or went.
pub(super) fn came_or_went(change: &Change) -> &'static str {
    if change.old.is_none() { "added" } else { "removed" }
}

/// The part of the item that changed.
pub(super) fn part(change: &Change) -> Option<String> {
    let member = change.member.as_deref()?;
    Some(match change.kind {
        ItemKind::Enum => Quoted(member).to_string(),
        _ => Plain(member).to_string(),
    })
}

/// Who sends an item.
pub(super) fn sender(direction: Direction) -> &'static str {
    match direction {
        Direction::Client => "sent by the client",
        Direction::Service => "sent by the service",
        Direction::Both => "sent by both",
    }
}

/// What was and what is, where that is what a change is described by.
pub(super) fn sides(change: &Change) -> Option<(Piece, Piece)> {
    match change.aspect {
        Aspect::Existence
        | Aspect::Deprecation
        | Aspect::Sensitivity
        | Aspect::Order
        | Aspect::MemberOrder
        | Aspect::Derive
        | Aspect::Error => None,
        aspect => {
            let side = |text: &Option<String>| match text {
                Some(text) => code(shown(aspect, text)),
                None => words("none"),
            };
            Some((side(&change.old), side(&change.new)))
        }
    }
}

/// What changed about something, from what to what.
pub(super) fn what(change: &Change) -> Phrase {
    if let Some((old, new)) = sides(change) {
        return vec![words(format!("{} ", change.aspect)), old, words(" -> "), new];
    }
    let (old, new) = (change.old.as_deref(), change.new.as_deref());
    let is_operation = change.kind == ItemKind::Operation;
    match (change.aspect, old, new) {
        (Aspect::Existence, None, _) if is_operation => vec![words("error added")],
        (Aspect::Existence, _, None) if is_operation => vec![words("error removed")],
        (Aspect::Existence, None, Some(new)) => vec![words("added, "), named(new)],
        (Aspect::Existence, Some(old), None) => vec![words("removed, was "), named(old)],
        (Aspect::Derive, None, Some(new)) => vec![words("derives "), named(new), words(" now")],
        (Aspect::Derive, Some(old), _) => vec![words("no longer derives "), named(old)],
        (Aspect::Deprecation, None, _) => vec![words("deprecated")],
        (Aspect::Deprecation, _, _) => vec![words("no longer deprecated")],
        (Aspect::Sensitivity, None, _) => vec![words("sensitive")],
        (Aspect::Sensitivity, _, _) => vec![words("no longer sensitive")],
        (Aspect::Error, None, _) => vec![words("an error now")],
        (Aspect::Error, _, _) => vec![words("no longer an error")],
        // Of an order, which may be of hundreds of values or members.
        (aspect, _, _) => vec![words(format!("{aspect} changed"))],
    }
}

/// What a change means and comes from, where its mark does not say it.
pub(super) fn remarks(change: &Change) -> Vec<Phrase> {
    let mut remarks: Vec<Phrase> =
        change.note.iter().map(|note| vec![words(note.to_string())]).collect();
    let mut witness = |text: &Option<String>, fate: &str| {
        let remark = |text: &String| vec![code(Quoted(text)), words(format!(" was {fate}"))];
        remarks.extend(text.as_ref().map(remark));
    };
    witness(&change.accepted_now, "refused and is accepted now");
    witness(&change.refused_now, "accepted and is refused now");
    remarks.extend(verdict(change).map(|remark| vec![words(remark)]));
    remarks.extend(change.cause.as_ref().map(|found| cause(change, found)));
    remarks
}

/// What a change means for old JSON, where nothing else tells.
fn verdict(change: &Change) -> Option<&'static str> {
    match (change.json.reads, change.json.valid) {
        // What is gone is plainly not read.
        _ if change.aspect == Aspect::Existence => None,
        (Answer::No, _) if is_key_taken(change) => Some("old JSON does not read as before"),
        (Answer::No, _) if change.aspect == Aspect::WireName => Some("the old key is skipped"),
        (Answer::No, _) => Some("old JSON does not read"),
        (Answer::Unknown, _) => Some("old JSON may not read"),
        (Answer::Yes, Answer::No | Answer::Unknown) if !says_what_is_valid(change.note) => {
            Some("what was valid may not be")
        }
        _ => None,
    }
}

fn is_key_taken(change: &Change) -> bool {
    change.cause.as_ref().is_some_and(|cause| cause.kind == CauseKind::KeyTaken)
}

/// Whether a note tells already that not all that was valid is.
fn says_what_is_valid(note: Option<Note>) -> bool {
    matches!(note, Some(Note::AbsenceReported | Note::Tighter | Note::Mixed | Note::Untold))
}

/// What a change comes from.
fn cause(change: &Change, cause: &Cause) -> Phrase {
    let name = |name: &Option<String>| named(name.as_deref().unwrap_or_default());
    let operation = || name(&cause.operation);
    let item = || named(&change.item);
    let by = |mut phrase: Phrase| {
        let path = cause.path.as_deref().map(|path| [words(", by "), named(path)]);
        phrase.extend(path.into_iter().flatten());
        phrase
    };
    match (cause.kind, cause.now) {
        (CauseKind::Reached, true) => by(vec![operation(), words(" reaches it now")]),
        (CauseKind::Reached, false) => {
            by(vec![words("nothing reaches it any more; "), operation(), words(" did")])
        }
        (CauseKind::ListedAsError, true) => {
            vec![operation(), words(" lists it among its errors now")]
        }
        (CauseKind::ListedAsError, false) => {
            vec![words("nothing lists it among its errors any more; "), operation(), words(" did")]
        }
        (CauseKind::HoldsItself, true) => by(vec![item(), words(" holds itself now")]),
        (CauseKind::HoldsItself, false) => {
            by(vec![item(), words(" no longer holds itself as it did")])
        }
        (CauseKind::Large, true) => vec![item(), words(" is too large without boxes now")],
        (CauseKind::Large, false) => {
            vec![item(), words(" is no longer too large without boxes")]
        }
        (CauseKind::Choice, true) => vec![item(), words(" is a choice between structures now")],
        (CauseKind::Choice, false) => {
            vec![item(), words(" is no longer a choice between structures")]
        }
        (CauseKind::Sparse, true) => {
            vec![words("shape "), name(&cause.shape), words(" holds nulls now")]
        }
        (CauseKind::Sparse, false) => {
            vec![words("shape "), name(&cause.shape), words(" no longer holds nulls")]
        }
        (CauseKind::NameTaken, _) if cause.operation.is_some() => {
            vec![words("operation "), operation(), words(" has the name now")]
        }
        (CauseKind::NameTaken, _) => {
            vec![words("shape "), name(&cause.shape), words(" has the name now")]
        }
        (CauseKind::KeyTaken, _) => {
            vec![words("the old key is read as "), name(&cause.path), words(" now")]
        }
        (CauseKind::Underivable, _) if cause.path.is_some() => {
            vec![words("member "), name(&cause.path), words(" cannot have it")]
        }
        (CauseKind::Underivable, _) => vec![name(&cause.shape), words(" cannot have it")],
        // Of another target, and of what is not known here.
        _ => vec![words("shape "), name(&cause.shape), words(" changed")],
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
