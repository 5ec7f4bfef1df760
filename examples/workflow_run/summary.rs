//! The run in a few lines.

use std::ops::Add;

use glue_types::{WorkflowRun, WorkflowRunStatistics};

use crate::graph::Graph;
use crate::state::{Phase, State};
use crate::style::{self, paint};
use crate::text;

/// The width of the labels.
const LABEL: usize = 12;

/// The summary of a run in lines of `width` columns.
pub(crate) fn summarize(run: &WorkflowRun, graph: &Graph, width: usize) -> String {
    let mut lines = vec![title(run)];
    let facts = facts(run, graph);
    if !facts.is_empty() {
        lines.push(String::new());
    }
    for (label, value) in facts {
        for (index, part) in
            text::wrap(&value, width.saturating_sub(LABEL), "  ").iter().enumerate()
        {
            let label = if index == 0 { label } else { "" };
            lines.push(paint(style::FAINT, &format!("{label:LABEL$}")) + part);
        }
    }
    lines.join("\n") + "\n"
}

/// `✗ nightly  COMPLETED, with failures`.
fn title(run: &WorkflowRun) -> String {
    let name = text::name(run.name.as_deref());
    let state = state(run);
    let style = state.phase.style();
    format!(
        "{} {}  {}",
        paint(style, state.phase.glyph()),
        paint(style::NAME, &name),
        paint(style, &state.word)
    )
}

/// Glue calls a run completed if it has reached its end, however its jobs ended.
fn state(run: &WorkflowRun) -> State {
    let state = run.status.as_ref().map_or_else(State::none, State::from);
    let failed = run.statistics.as_ref().is_some_and(|statistics| failures(statistics) > 0);
    if state.phase == Phase::Succeeded && failed {
        State::new(&format!("{}, with failures", state.word), Phase::Failed)
    } else {
        state
    }
}

fn failures(statistics: &WorkflowRunStatistics) -> i64 {
    let failures =
        [statistics.failed_actions, statistics.timeout_actions, statistics.errored_actions];
    failures.into_iter().flatten().map(i64::from).sum()
}

fn facts(run: &WorkflowRun, graph: &Graph) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let mut add = |label, value: Option<String>| facts.extend(value.map(|value| (label, value)));
    add("Run", run.workflow_run_id.as_deref().map(text::printable));
    add("Previous", run.previous_run_id.as_deref().map(text::printable));
    add("Started", run.started_on.map(text::moment));
    add("Events", events(run));
    add("Duration", duration(run, graph));
    add("Error", run.error_message.as_deref().map(text::printable_lines));
    for (index, property) in properties(run).enumerate() {
        add(if index == 0 { "Properties" } else { "" }, Some(property));
    }
    add("Actions", run.statistics.as_ref().map(actions));
    add("Consumed", consumption(graph));
    facts
}

/// `5 within 300 seconds`: the events that started the run.
fn events(run: &WorkflowRun) -> Option<String> {
    let batch = run.starting_event_batch_condition.as_ref()?;
    let size = batch.batch_size?;
    let window = batch
        .batch_window
        .filter(|seconds| *seconds > 0)
        .map(|seconds| format!(" within {seconds} seconds"));
    Some(format!("{size}{}", window.unwrap_or_default()))
}

/// A saved response does not say when it was saved, only when something last changed in it.
fn duration(run: &WorkflowRun, graph: &Graph) -> Option<String> {
    if let Some(total) = text::elapsed(run.started_on, run.completed_on) {
        return Some(text::duration(total));
    }
    let last_change = graph.steps().filter_map(|step| step.last_change).max();
    let so_far = text::elapsed(run.started_on, last_change)?;
    let last_change = last_change.map(text::moment)?;
    Some(format!("{} so far, last change {last_change}", text::duration(so_far)))
}

fn properties(run: &WorkflowRun) -> impl Iterator<Item = String> {
    let properties = run.workflow_run_properties.iter().flatten();
    properties.map(|(name, value)| text::printable(&format!("{name} = {value}")))
}

/// `7: 4 succeeded, 1 failed, 1 running, 1 not started`.
fn actions(statistics: &WorkflowRunStatistics) -> String {
    let counts = [
        ("succeeded", statistics.succeeded_actions),
        ("failed", statistics.failed_actions),
        ("timed out", statistics.timeout_actions),
        ("in error", statistics.errored_actions),
        ("stopped", statistics.stopped_actions),
        ("running", statistics.running_actions),
        ("waiting", statistics.waiting_actions),
    ];
    let counts = counts.map(|(word, count)| (word, i64::from(count.unwrap_or_default())));
    let total = statistics.total_actions.map(i64::from);
    let started: i64 = counts.iter().map(|(_, count)| count).sum();
    let not_started = ("not started", total.unwrap_or_default() - started);
    let counts = counts.into_iter().chain([not_started]).filter(|(_, count)| *count > 0);
    let counts: Vec<_> = counts.map(|(word, count)| format!("{count} {word}")).collect();
    let counts = counts.join(", ");
    total.map_or_else(|| counts.clone(), |total| format!("{total}: {counts}"))
}

fn consumption(graph: &Graph) -> Option<String> {
    let all = graph.steps().filter_map(|step| step.consumption).reduce(Add::add)?;
    Some(all.to_string())
}
