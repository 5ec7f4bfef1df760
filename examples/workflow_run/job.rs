//! Job nodes: the runs of a job, one for each attempt.

use std::ops::Add;
use std::ptr;

use glue_types::{ExecutionClass, JobNodeDetails, JobRun};
use jiff::SignedDuration;

use crate::consumption::Consumption;
use crate::state::State;
use crate::step::{Kind, Step};
use crate::text;

pub(crate) fn step(details: Option<&JobNodeDetails>, run_is_over: bool) -> Step {
    let runs = details.and_then(|details| details.job_runs.as_deref()).unwrap_or_default();
    let Some(latest) = runs.iter().max_by_key(|run| (run.attempt, run.started_on)) else {
        return Step::not_started(Kind::Job, run_is_over);
    };
    let others = runs.iter().filter(|run| !ptr::eq(*run, latest));
    Step {
        duration: time(latest).map(text::duration),
        details: resources(latest)
            .into_iter()
            .chain(messages(latest))
            .chain(others.map(attempt))
            .collect(),
        consumption: runs.iter().filter_map(Consumption::of).reduce(Add::add),
        last_change: runs.iter().filter_map(|run| run.last_modified_on.max(run.completed_on)).max(),
        ..Step::new(Kind::Job, state(latest))
    }
}

fn state(run: &JobRun) -> State {
    run.job_run_state.as_ref().map_or_else(State::none, State::from)
}

/// The time for which the run occupied its workers, or else how long it took.
fn time(run: &JobRun) -> Option<SignedDuration> {
    let execution_time = run.execution_time.filter(|seconds| *seconds > 0);
    let held = execution_time.map(|seconds| SignedDuration::from_secs(seconds.into()));
    held.or_else(|| text::elapsed(run.started_on, run.completed_on))
}

/// `10 × G.2X, flex, about 3.40 DPU-hours, attempt 2`.
fn resources(run: &JobRun) -> Option<String> {
    let class = run.execution_class.as_ref().filter(|class| **class == ExecutionClass::Flex);
    let parts = [
        workers(run),
        class.map(|_| "flex".to_owned()),
        Consumption::of(run).map(|consumption| consumption.to_string()),
        run.attempt.filter(|attempt| *attempt > 0).map(|_| attempt_number(run)),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn workers(run: &JobRun) -> Option<String> {
    match (run.number_of_workers, &run.worker_type) {
        (Some(count), Some(kind)) => Some(format!("{count} × {}", text::printable(kind.as_str()))),
        (None, Some(kind)) => Some(text::printable(kind.as_str())),
        _ => run.max_capacity.map(|capacity| format!("{capacity} DPU")),
    }
}

fn messages(run: &JobRun) -> impl Iterator<Item = String> {
    let messages = [run.error_message.as_deref(), run.state_detail.as_deref()];
    messages.into_iter().flatten().map(text::printable_lines)
}

/// `attempt 1 FAILED after 1m 28s: Connection refused`.
fn attempt(run: &JobRun) -> String {
    let after = time(run).map(|time| format!(" after {}", text::duration(time)));
    let messages: String = messages(run).map(|message| format!(": {message}")).collect();
    let state = state(run).word;
    format!("{} {state}{}{messages}", attempt_number(run), after.unwrap_or_default())
}

/// The API counts from 0, people from 1.
fn attempt_number(run: &JobRun) -> String {
    format!("attempt {}", i64::from(run.attempt.unwrap_or_default()) + 1)
}
