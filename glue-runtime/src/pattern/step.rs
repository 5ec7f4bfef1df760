//! Matching a text from front to back without going back.

use super::Run;

/// A part of a text. The next character says how to go on: steps that may be left out, repeated or
/// chosen are taken if they can begin with it.
pub enum Step {
    /// These characters.
    Text(&'static str),
    /// A run, as long as it can be.
    Run(Run),
    /// Steps that may be left out.
    Optional(&'static [Step]),
    /// Steps that are repeated, as often as they can be.
    Repeat {
        /// What is repeated.
        steps: &'static [Step],
        /// How often at least.
        min: u32,
        /// How often at most.
        max: u32,
    },
    /// One of several branches.
    Choice(&'static [&'static [Step]]),
    /// One of several branches, or none.
    OptionalChoice(&'static [&'static [Step]]),
}

/// Whether `text` is these steps, one after the other.
pub fn matches_steps(text: &str, steps: &[Step]) -> bool {
    take(steps, text, 0) == Some(text.len())
}

/// The text between steps at the front and steps at the back of `text`. The steps at the front are
/// taken first, then the steps at the back, from the last to the first; these are texts and runs
/// only.
pub fn between_steps<'a>(text: &'a str, before: &[Step], after: &[Step]) -> Option<&'a str> {
    let rest = text.get(take(before, text, 0)?..)?;
    after.iter().rev().try_fold(rest, |rest, step| match step {
        Step::Text(text) => rest.strip_suffix(text),
        Step::Run(run) => run.strip_back(rest),
        _ => None,
    })
}

/// Takes steps from a place in the text; returns the place after them.
fn take(steps: &[Step], text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    for step in steps {
        at = match step {
            Step::Text(characters) => take_text(characters, text, at)?,
            Step::Run(run) => run.take(text, at)?,
            Step::Optional(steps) => match begin(steps, text, at) {
                true => take(steps, text, at)?,
                false => at,
            },
            Step::Repeat { steps, min, max } => {
                let mut count = 0;
                while count < *max && begin(steps, text, at) {
                    at = take(steps, text, at)?;
                    count += 1;
                }
                if count < *min {
                    return None;
                }
                at
            }
            Step::Choice(branches) | Step::OptionalChoice(branches) => {
                match branches.iter().find(|branch| begin(branch, text, at)) {
                    Some(branch) => take(branch, text, at)?,
                    None if matches!(step, Step::OptionalChoice(_)) => at,
                    None => return None,
                }
            }
        };
    }
    Some(at)
}

/// Takes these characters at a place in the text; returns the place after them.
#[inline]
fn take_text(characters: &str, text: &str, at: usize) -> Option<usize> {
    let (first, others) = characters.as_bytes().split_first()?;
    let (next, rest) = text.as_bytes().get(at..)?.split_first()?;
    // Comparing one byte is less work than a call that compares many.
    let is_next = first == next && (others.is_empty() || rest.starts_with(others));
    is_next.then_some(at + characters.len())
}

/// Whether steps can begin with the character at a place. Usually the first step decides.
#[inline]
fn begin(steps: &[Step], text: &str, at: usize) -> bool {
    match (steps, text.as_bytes().get(at)) {
        (_, None) => false,
        // No other choice begins with the same character.
        ([Step::Text(characters), ..], next @ Some(0..0x80)) => {
            characters.as_bytes().first() == next
        }
        ([Step::Run(run), ..], Some(next @ 0..0x80)) if run.min > 0 => run.begins_ascii(*next),
        _ => begin_any(steps, text, at),
    }
}

#[inline(never)]
fn begin_any(steps: &[Step], text: &str, at: usize) -> bool {
    for step in steps {
        let begins = match step {
            Step::Text(characters) => {
                text.get(at..).is_some_and(|rest| rest.starts_with(characters))
            }
            Step::Run(run) => run.begins(text, at),
            Step::Optional(steps) | Step::Repeat { steps, .. } => begin(steps, text, at),
            Step::Choice(branches) | Step::OptionalChoice(branches) => {
                branches.iter().any(|branch| begin(branch, text, at))
            }
        };
        if begins || !may_be_empty(step) {
            return begins;
        }
    }
    false
}

fn may_be_empty(step: &Step) -> bool {
    match step {
        Step::Text(_) => false,
        Step::Run(run) => run.min == 0,
        Step::Optional(_) | Step::OptionalChoice(_) => true,
        Step::Repeat { min, .. } => *min == 0,
        Step::Choice(branches) => branches.iter().any(|branch| branch.iter().all(may_be_empty)),
    }
}
