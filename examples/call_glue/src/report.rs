//! The result of a run, for people.

use std::fmt::Write;

use crate::run::Facts;

/// A line for the run and a line for each known fact.
pub(crate) fn describe(facts: &Facts) -> String {
    let or_unknown = |text: Option<&str>| text.map_or_else(|| "(unknown)".to_owned(), printable);
    let (id, name, state) = (or_unknown(facts.id), or_unknown(facts.name), or_unknown(facts.state));
    let mut text = format!("{} {id} of {name}: {state}\n", facts.kind);
    let mut line = |label: &str, value: Option<String>| {
        if let Some(value) = value {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "  {label:<12}{value}");
        }
    };
    line("started", facts.started.map(|time| time.to_string()));
    line("completed", facts.completed.map(|time| time.to_string()));
    line("DPU seconds", facts.dpu_seconds.map(|seconds| seconds.to_string()));
    line("actions", facts.statistics.map(actions).filter(|actions| !actions.is_empty()));
    line("error", facts.error.map(printable));
    text
}

fn actions(statistics: &glue_types::WorkflowRunStatistics) -> String {
    let counts = [
        ("succeeded", statistics.succeeded_actions),
        ("failed", statistics.failed_actions),
        ("errored", statistics.errored_actions),
        ("timed out", statistics.timeout_actions),
        ("stopped", statistics.stopped_actions),
        ("running", statistics.running_actions),
        ("waiting", statistics.waiting_actions),
    ];
    let counts = counts.into_iter().filter_map(|(word, count)| {
        let count = count.filter(|count| *count > 0)?;
        Some(format!("{count} {word}"))
    });
    counts.collect::<Vec<_>>().join(", ")
}

/// The text without characters that could move the cursor of a terminal.
pub(crate) fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() || is_format(character) {
            printable.extend(character.escape_default());
        } else {
            printable.push(character);
        }
    }
    printable
}

/// The same for text of several lines, whose line breaks are kept.
pub(crate) fn printable_lines(text: &str) -> String {
    text.trim_end().lines().map(printable).collect::<Vec<_>>().join("\n")
}

/// Line separators, and marks that change the direction of writing.
fn is_format(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use glue_types::GetWorkflowRunResponse;

    use super::*;
    use crate::run::Run;

    fn described(response: &str) -> String {
        describe(&serde_json::from_str::<GetWorkflowRunResponse>(response).unwrap().facts())
    }

    #[test]
    fn what_is_known_has_a_line() {
        assert_eq!(
            described(
                r#"{"Run": {"Name": "nightly", "WorkflowRunId": "wr_1", "Status": "COMPLETED",
                    "StartedOn": 1714564800, "CompletedOn": 1714564860.5, "ErrorMessage": "a\nb",
                    "Statistics": {"TotalActions": 3, "SucceededActions": 2, "FailedActions": 1}}}"#
            ),
            "workflow run wr_1 of nightly: COMPLETED\n  \
             started     2024-05-01T12:00:00Z\n  \
             completed   2024-05-01T12:01:00.5Z\n  \
             actions     2 succeeded, 1 failed\n  \
             error       a\\nb\n"
        );
        assert_eq!(described("{}"), "workflow run (unknown) of (unknown): (unknown)\n");
    }

    #[test]
    fn text_cannot_take_over_the_terminal() {
        assert_eq!(printable("a\u{1b}[2J\u{202e}é"), "a\\u{1b}[2J\\u{202e}é");
        assert_eq!(printable_lines("a\r\nb\u{7}\n"), "a\nb\\u{7}");
    }
}
