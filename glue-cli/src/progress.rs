//! What a run tells the person at the terminal; scripts want silence.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use glue_codegen::Summary;
use glue_model::Plain;

use super::model::ModelInput;
use super::quantity::Quantity;
use super::style::{DONE, NOTE, Style};
use super::target::Outcome;

/// How many notes of a kind are shown; a service whose names clash may give hundreds.
const NOTES: usize = 20;

/// Says what is about to happen: an unoptimized build takes seconds for the largest models.
pub(super) fn announce(model: &ModelInput) {
    tell(&line(DONE, "Generating", format_args!("from {model}")));
}

/// Says what was done.
pub(super) fn did(verb: &str, what: impl Display) {
    tell(&line(DONE, verb, what));
}

/// Says what was done otherwise than might be expected, on a terminal or not.
pub(super) fn warn_of(verb: &str, what: &[String]) {
    warn(&notes(verb, what));
}

/// Says what was generated, and what became of it.
pub(super) fn summarize(
    summary: &Summary,
    lines: usize,
    outcome: Option<Outcome<'_>>,
    elapsed: Duration,
) {
    let mut text = counts(summary, lines, elapsed);
    text += &notes("Renamed", &summary.renamed);
    text += &notes("Uncallable", &summary.uncallable);
    text += &notes("Unconverted", &summary.unconverted);
    text += &match outcome {
        Some(Outcome::Written(path)) => line(DONE, "Wrote", path.display()),
        Some(Outcome::Unchanged(path)) => line(DONE, "Unchanged", path.display()),
        None => String::new(),
    };
    tell(&text);
    warn(&notes("Unchecked", &summary.unchecked));
}

/// Says what nobody should miss, on a terminal or not.
fn warn(text: &str) {
    // A terminal that went away changes nothing about the work.
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

fn tell(text: &str) {
    if io::stderr().is_terminal() {
        warn(text);
    }
}

fn counts(summary: &Summary, lines: usize, elapsed: Duration) -> String {
    let counts = [
        (summary.operations, "operation"),
        (summary.structures, "structure"),
        (summary.unions, "union"),
        (summary.enums, "enum"),
        (summary.constraints, "constraint"),
        (lines, "line"),
    ];
    let counts = counts.map(|(count, noun)| Quantity { count, noun }.to_string());
    let seconds = elapsed.as_secs_f64();
    line(DONE, "Generated", format_args!("{} in {seconds:.2}s", counts.join(", ")))
}

/// What differs from what the model says, as far as it fits.
fn notes(verb: &str, notes: &[String]) -> String {
    let (shown, others) = notes.split_at(notes.len().min(NOTES));
    let mut text: String = shown.iter().map(|note| line(NOTE, verb, Plain(note))).collect();
    if !others.is_empty() {
        text += &line(NOTE, verb, format_args!("and {} more", others.len()));
    }
    text
}

/// A line as cargo's own look: a verb that ends in column 12, and what it is done to.
fn line(style: Style, verb: &str, what: impl Display) -> String {
    format!("{} {what}\n", style.paint(format_args!("{verb:>12}")))
}

#[cfg(test)]
mod tests {
    use super::{NOTES, notes};

    #[test]
    fn only_the_first_notes_are_told() {
        let text = |count: usize| {
            let all: Vec<_> = (0..count).map(|number| number.to_string()).collect();
            notes("Renamed", &all)
        };
        assert_eq!(text(0), "");
        assert_eq!(text(1), "\u{1b}[1m\u{1b}[33m     Renamed\u{1b}[0m 0\n");
        assert_eq!(text(NOTES).lines().count(), NOTES);
        assert!(text(NOTES).ends_with(" 19\n"));
        assert_eq!(text(NOTES + 2).lines().count(), NOTES + 1);
        assert!(text(NOTES + 2).ends_with(" and 2 more\n"));
    }
}
