//! Whether patterns accept the same strings, more, or fewer, with a shortest string as evidence.

use glue_model::{Bounds, PatternAnchoring};
use glue_pattern::{Anchoring, Limits, Program, Reason, Syntax};

use super::note::Note;
use super::side::Side;
use super::verdict::Answer;

/// A pattern that matches every string, for values without a pattern.
const ANYTHING: &str = "(?s).*";

/// The pattern that strings must match, and their allowed lengths.
pub(super) struct Demand<'a> {
    pub(super) side: &'a Side,
    pub(super) pattern: Option<&'a str>,
    pub(super) length: Option<Bounds<u64>>,
}

/// The difference between the accepted strings.
pub(super) struct Outcome {
    pub(super) note: Note,
    /// A shortest string that was refused and is accepted now.
    pub(super) accepted_now: Option<String>,
    /// A shortest string that was accepted and is refused now.
    pub(super) refused_now: Option<String>,
    /// Whether every string that was accepted still is.
    pub(super) valid: Answer,
}

/// Compares the accepted strings; `None` if they are the same.
pub(super) fn compare(old: &Demand<'_>, new: &Demand<'_>) -> Option<Outcome> {
    if old.pattern == new.pattern && (old.pattern.is_none() || old.anchoring() == new.anchoring()) {
        return None;
    }
    match (old.program(), new.program()) {
        (Some(Program::Unchecked(_)), _) | (_, Some(Program::Unchecked(_))) => {
            Some(unchecked(old.pattern.is_some(), new.pattern.is_some()))
        }
        (Some(from), Some(to)) if from == to => None,
        _ => outcome(only_first(new, old), only_first(old, new)),
    }
}

/// An unchecked pattern says nothing about what is accepted, but removing one never refuses more.
fn unchecked(was: bool, is: bool) -> Outcome {
    let (note, valid) = match (was, is) {
        (true, false) => (Note::Looser, Answer::Yes),
        (false, true) => (Note::Tighter, Answer::Unknown),
        _ => (Note::Untold, Answer::Unknown),
    };
    Outcome { note, accepted_now: None, refused_now: None, valid }
}

type Found = Result<Option<String>, Reason>;

fn outcome(accepted_now: Found, refused_now: Found) -> Option<Outcome> {
    let note = match (&accepted_now, &refused_now) {
        (Ok(None), Ok(None)) => return None,
        (Ok(Some(_)), Ok(None)) => Note::Looser,
        (Ok(None), Ok(Some(_))) => Note::Tighter,
        (Ok(Some(_)), Ok(Some(_))) => Note::Mixed,
        _ => Note::Untold,
    };
    let valid = match &refused_now {
        Ok(None) => Answer::Yes,
        Ok(Some(_)) => Answer::No,
        Err(_) => Answer::Unknown,
    };
    let (accepted_now, refused_now) = (accepted_now.ok().flatten(), refused_now.ok().flatten());
    Some(Outcome { note, accepted_now, refused_now, valid })
}

/// A shortest string that the first accepts and the second does not, of a length that the first
/// allows.
fn only_first(first: &Demand<'_>, second: &Demand<'_>) -> Found {
    let lengths = match first.length {
        Some(Bounds { min, max }) => (min.unwrap_or(0), max),
        None => (0, None),
    };
    match (first.syntax(), second.syntax()) {
        (Some(one), Some(other)) => glue_pattern::difference(
            (&one, first.anchoring()),
            (&other, second.anchoring()),
            lengths,
            &Limits::default(),
        ),
        // Patterns that cannot be read are reported as problems of their model.
        _ => Err(Reason::Work),
    }
}

impl Demand<'_> {
    fn program(&self) -> Option<&Program> {
        self.side.program(self.pattern?)
    }

    fn syntax(&self) -> Option<Syntax> {
        glue_pattern::parse(self.pattern.unwrap_or(ANYTHING)).ok()
    }

    fn anchoring(&self) -> Anchoring {
        match self.side.model.service.pattern_anchoring {
            PatternAnchoring::Whole => Anchoring::Whole,
            PatternAnchoring::Search => Anchoring::Search,
        }
    }
}
