//! Trigger nodes: when a trigger fires, in words.

use glue_types::{
    Condition, EventBatchingCondition, Logical, LogicalOperator, Predicate, Trigger,
    TriggerNodeDetails, TriggerType,
};

use crate::state::State;
use crate::step::{Kind, Step};
use crate::text;

pub(crate) fn step(details: Option<&TriggerNodeDetails>) -> Step {
    let Some(trigger) = details.and_then(|details| details.trigger.as_ref()) else {
        return Step::new(Kind::Trigger, State::none());
    };
    let state = trigger.state.as_ref().map_or_else(State::none, State::from);
    let description = trigger.description.as_deref().map(text::printable_lines);
    Step {
        details: occasion(trigger).into_iter().chain(description).collect(),
        ..Step::new(Kind::Trigger, state)
    }
}

/// The condition for the trigger to fire.
fn occasion(trigger: &Trigger) -> Option<String> {
    match trigger.r#type.as_ref()? {
        TriggerType::Scheduled => trigger.schedule.as_deref().map(schedule),
        TriggerType::Conditional => trigger.predicate.as_ref().map(predicate),
        TriggerType::OnDemand => Some("on demand".to_owned()),
        TriggerType::Event => Some(event(trigger.event_batching_condition.as_ref())),
        other => Some(format!("type {}", text::printable(other.as_str()))),
    }
}

/// `every day at 02:30 UTC, cron(30 2 * * ? *)`; schedules that are not daily are shown as they
/// are.
fn schedule(schedule: &str) -> String {
    let expression = text::printable(schedule);
    match daily(schedule) {
        Some((hour, minute)) => format!("every day at {hour:02}:{minute:02} UTC, {expression}"),
        None => format!("on schedule {expression}, in UTC"),
    }
}

/// The hour and minute of a schedule that runs once a day, every day.
fn daily(schedule: &str) -> Option<(u8, u8)> {
    let fields = schedule.strip_prefix("cron(")?.strip_suffix(')')?;
    let fields: Vec<_> = fields.split_whitespace().collect();
    let [minute, hour, day, "*", weekday, "*"] = fields[..] else {
        return None;
    };
    let every_day = matches!((day, weekday), ("*", "?") | ("?", "*") | ("*", "*"));
    every_day.then_some((hour.parse().ok()?, minute.parse().ok()?))
}

/// `on an event`, `on 20 events, or 900 seconds after the first`.
fn event(batch: Option<&EventBatchingCondition>) -> String {
    let Some(size) = batch.and_then(|batch| batch.batch_size) else {
        return "on an event".to_owned();
    };
    let events = if size == 1 { "on an event".to_owned() } else { format!("on {size} events") };
    match batch.and_then(|batch| batch.batch_window) {
        Some(seconds) => format!("{events}, or {seconds} seconds after the first"),
        None => events,
    }
}

/// `when all of: job clean SUCCEEDED, crawler raw SUCCEEDED`.
fn predicate(predicate: &Predicate) -> String {
    let conditions = predicate.conditions.as_deref().unwrap_or_default();
    let words: Vec<_> = conditions.iter().map(condition).collect();
    let words = words.join(", ");
    match &predicate.logical {
        _ if conditions.len() == 1 => format!("when {words}"),
        Some(Logical::And) => format!("when all of: {words}"),
        Some(Logical::Any) => format!("when any of: {words}"),
        Some(other) => format!("when {} of: {words}", text::printable(other.as_str())),
        None => format!("when: {words}"),
    }
}

/// `job clean SUCCEEDED`.
fn condition(condition: &Condition) -> String {
    let subject = match (&condition.job_name, &condition.crawler_name) {
        (Some(job), _) => format!("job {job}"),
        (None, Some(crawler)) => format!("crawler {crawler}"),
        (None, None) => "something".to_owned(),
    };
    let state = condition.state.as_ref().map(|state| state.as_str());
    let state = state.or(condition.crawl_state.as_ref().map(|state| state.as_str()));
    let operator = match &condition.logical_operator {
        None | Some(LogicalOperator::Equals) => String::new(),
        Some(other) => format!(" {other}"),
    };
    text::printable(&format!("{subject}{operator} {}", state.unwrap_or("in no state")))
}
