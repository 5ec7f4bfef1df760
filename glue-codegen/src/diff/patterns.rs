//! Whether patterns let pass all that they did, more, or less, with a shortest text that tells.

use glue_model::{Bounds, PatternAnchoring};
use glue_pattern::{Anchoring, Limits, Program, Reason, Syntax};

use super::note::Note;
use super::side::Side;
use super::verdict::Answer;

/// A pattern that every text matches, for values without one.
const ANYTHING: &str = "(?s).*";

/// What strings must match, and how long they may be.
pub(super) struct Demand<'a> {
    pub(super) side: &'a Side,
    pub(super) pattern: Option<&'a str>,
    pub(super) length: Option<Bounds<u64>>,
}

/// How what passes differs.
pub(super) struct Outcome {
    pub(super) note: Note,
    /// A shortest string that was refused and passes now.
    pub(super) accepted_now: Option<String>,
    /// A shortest string that passed and is refused now.
    pub(super) refused_now: Option<String>,
    /// Whether all that passed still does.
    pub(super) valid: Answer,
}

/// Compares what passes; none if it is the same.
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

/// What is not checked says nothing of what passes, but a pattern less never refuses more.
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

/// A shortest string that passes the first and not the second, of a length that the first has.
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
        // Patterns that cannot be read are problems of their model.
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
