//! The constraints on values, as far as generated code checks them.

use glue_model::{Bounds, Constraints, Member, PatternAnchoring, Shape, ShapeKind};

use super::aspect::Aspect;
use super::change::{Change, Impact, Subject};
use super::int_enums;
use super::note::Note;
use super::patterns::{self, Demand};
use super::range::{Bound, Range};
use super::side::Side;
use super::verdict::{Answer, JsonVerdict};
use crate::lower::{bounds_in_words, effective_constraints, has_length};

/// The constraints of values of one kind.
struct Limits<'a> {
    side: &'a Side,
    length: Option<Bounds<u64>>,
    range: Option<Range>,
    pattern: Option<String>,
    unique_items: bool,
}

impl<'a> Limits<'a> {
    /// The constraints without those that forbid nothing or that values of the kind cannot break.
    fn new(side: &'a Side, kind: &ShapeKind, constraints: Constraints) -> Self {
        // No value is longer than memory.
        const MOST: u64 = i64::MAX as u64;
        let length = constraints.length.filter(|_| has_length(kind)).map(|length| Bounds {
            min: length.min.filter(|min| *min > 0),
            max: length.max.filter(|max| *max < MOST),
        });
        let is_text = matches!(kind, ShapeKind::String | ShapeKind::Enum(_));
        Self {
            side,
            length: length.filter(|length| length.min.is_some() || length.max.is_some()),
            range: Range::new(kind, constraints.range),
            pattern: constraints.pattern.filter(|_| is_text),
            unique_items: constraints.unique_items && matches!(kind, ShapeKind::List(_)),
        }
    }

    /// The constraints of a member's values.
    fn of_member(side: &'a Side, member: &Member) -> Self {
        let target = side.target(member);
        Self::new(side, &target.kind, effective_constraints(member, target))
    }

    fn none(side: &'a Side) -> Self {
        Self { side, length: None, range: None, pattern: None, unique_items: false }
    }
}

/// Compares the constraints that two shapes state themselves.
pub(super) fn of_shapes(
    subject: Subject<'_>,
    (old, from): (&Side, &Shape),
    (new, to): (&Side, &Shape),
    found: &mut Vec<Change>,
) {
    let from = Limits::new(old, &from.kind, from.constraints.clone());
    let to = Limits::new(new, &to.kind, to.constraints.clone());
    compare(subject, &from, &to, found);
}

/// Compares the constraints on the values of two members of the same type. The message of an error
/// that has no member for it has no constraints.
pub(super) fn of_values(
    subject: Subject<'_>,
    (old, from): (&Side, Option<&Member>),
    (new, to): (&Side, Option<&Member>),
    found: &mut Vec<Change>,
) {
    match (from, to) {
        (Some(from), Some(to)) => of_members(subject, (old, from), (new, to), found),
        (Some(from), None) => {
            compare(subject, &Limits::of_member(old, from), &Limits::none(new), found);
        }
        (None, Some(to)) => {
            compare(subject, &Limits::none(old), &Limits::of_member(new, to), found);
        }
        (None, None) => {}
    }
}

/// Compares the constraints on the values of two members of the same type, if the members differ. A
/// difference in the shape that both target is reported at the shape.
pub(super) fn of_members(
    subject: Subject<'_>,
    (old, from): (&Side, &Member),
    (new, to): (&Side, &Member),
    found: &mut Vec<Change>,
) {
    let (old_target, new_target) = (old.target(from), new.target(to));
    let other_target = old_target.name != new_target.name;
    if other_target || from.constraints != to.constraints {
        compare(subject, &Limits::of_member(old, from), &Limits::of_member(new, to), found);
    } else if to.constraints.length.is_some() && to.constraints.pattern.is_none() {
        // A difference of the shape's pattern is reported for the shape's length.
        let (from, to) = (Limits::of_member(old, from), Limits::of_member(new, to));
        of_patterns(subject, &from, &to, found);
    }
    if other_target {
        int_enums::compare(subject, &old_target.kind, &new_target.kind, found);
    }
    if other_target && !is_item(new_target) {
        // The recursion is as deep as the types, which are the same and never deep.
        for (from, to) in old_target.kind.members().zip(new_target.kind.members()) {
            let place = subject.path_to(&to.name);
            of_members(subject.member(&place), (old, from), (new, to), found);
        }
    }
}

/// Whether all values of a member that were valid still are, after its type changed to one that
/// reads them.
pub(super) fn is_still_valid(
    subject: Subject<'_>,
    (old, from): (&Side, Option<&Member>),
    (new, to): (&Side, Option<&Member>),
) -> Answer {
    let Some(to) = to else { return Answer::Yes };
    let Some(from) = from else { return Answer::Unknown };
    let mut found = Vec::new();
    compare(subject, &Limits::of_member(old, from), &Limits::of_member(new, to), &mut found);
    let own = found.iter().map(|change| change.json.valid).max().unwrap_or(Answer::Yes);
    let (old_target, new_target) = (old.target(from), new.target(to));
    if old_target.name == new_target.name {
        // Differences within are reported at the shape.
        return own;
    }
    if is_item(new_target) {
        return own.max(Answer::Unknown);
    }
    let parts = old_target.kind.members().zip(new_target.kind.members());
    let parts = parts.map(|(from, to)| is_still_valid(subject, (old, Some(from)), (new, Some(to))));
    parts.fold(own, Answer::max)
}

/// Whether a shape is a type of its own, which is compared separately.
fn is_item(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
}

fn compare(subject: Subject<'_>, old: &Limits<'_>, new: &Limits<'_>, found: &mut Vec<Change>) {
    let mut push = |aspect, old, new, note| {
        subject.note(note).compare(aspect, old, new, Impact::Behavior, found);
    };
    let words = |bounds: Option<Bounds<u64>>| bounds.map(bounds_in_words);
    let note = direction(old.length, new.length);
    push(Aspect::Length, words(old.length), words(new.length), note);
    let note = direction(effective(old), effective(new));
    let words = |limits: &Limits<'_>| limits.range.and_then(Range::words);
    push(Aspect::Range, words(old), words(new), note);
    let unique = |limits: &Limits<'_>| limits.unique_items.then(|| "no value twice".to_owned());
    let note = stricter(old.unique_items, new.unique_items);
    push(Aspect::Uniqueness, unique(old), unique(new), note);
    of_patterns(subject, old, new, found);
}

/// The range of the numbers; `None` if there are no numbers.
fn effective(limits: &Limits<'_>) -> Option<Bounds<Bound>> {
    limits.range.map(Range::effective)
}

fn of_patterns(subject: Subject<'_>, old: &Limits<'_>, new: &Limits<'_>, found: &mut Vec<Change>) {
    fn demand<'a>(limits: &'a Limits<'_>) -> Demand<'a> {
        let (pattern, length) = (limits.pattern.as_deref(), limits.length);
        Demand { side: limits.side, pattern, length }
    }
    let Some(outcome) = patterns::compare(&demand(old), &demand(new)) else { return };
    let subject = subject.note(Some(outcome.note)).json(JsonVerdict::valid(outcome.valid));
    let before = found.len();
    let (from, to) = (pattern(old, new), pattern(new, old));
    subject.compare(Aspect::Pattern, from, to, Impact::Behavior, found);
    if let Some(change) = found.get_mut(before) {
        (change.accepted_now, change.refused_now) = (outcome.accepted_now, outcome.refused_now);
    }
}

/// The pattern as text, with its anchoring if only that differs.
fn pattern(limits: &Limits<'_>, other: &Limits<'_>) -> Option<String> {
    let pattern = limits.pattern.clone()?;
    if Some(&pattern) != other.pattern.as_ref() {
        return Some(pattern);
    }
    match limits.side.model.service.pattern_anchoring {
        PatternAnchoring::Whole => Some(format!("{pattern} (whole)")),
        PatternAnchoring::Search => Some(format!("{pattern} (anywhere)")),
    }
}

/// The direction in which a condition changed, if it did.
fn stricter(old: bool, new: bool) -> Option<Note> {
    match (old, new) {
        (false, true) => Some(Note::Tighter),
        (true, false) => Some(Note::Looser),
        _ => None,
    }
}

/// The direction in which bounds moved.
fn direction<T: PartialOrd>(old: Option<Bounds<T>>, new: Option<Bounds<T>>) -> Option<Note> {
    let free = || Bounds { min: None, max: None };
    let (old, new) = (old.unwrap_or_else(free), new.unwrap_or_else(free));
    if contains(&new, &old) {
        Some(Note::Looser)
    } else if contains(&old, &new) {
        Some(Note::Tighter)
    } else {
        Some(Note::Mixed)
    }
}

/// Whether everything within the inner bounds is within the outer ones.
fn contains<T: PartialOrd>(outer: &Bounds<T>, inner: &Bounds<T>) -> bool {
    let above = match (&outer.min, &inner.min) {
        (None, _) => true,
        (Some(outer), Some(inner)) => outer <= inner,
        (Some(_), None) => false,
    };
    let below = match (&outer.max, &inner.max) {
        (None, _) => true,
        (Some(outer), Some(inner)) => inner <= outer,
        (Some(_), None) => false,
    };
    above && below
}
