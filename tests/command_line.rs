//! Responses as the AWS CLI prints them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use glue_runtime::CommandLine;
use glue_types::{GetJobRunResponse, GetWorkflowRunResponse};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Times with whatever offset, as the AWS CLI prints them where the clock shows UTC.
fn in_utc(value: Value) -> Value {
    match value {
        Value::String(text) => match text.parse::<jiff::Timestamp>() {
            Ok(time) if time.subsec_nanosecond() == 0 => {
                json!(time.strftime("%FT%T+00:00").to_string())
            }
            Ok(time) => json!(time.strftime("%FT%T.%6f+00:00").to_string()),
            Err(_) => json!(text),
        },
        Value::Array(entries) => entries.into_iter().map(in_utc).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(key, value)| (key, in_utc(value))).collect()
        }
        other => other,
    }
}

/// What is printed of a value read from the data of the wire is what the AWS CLI printed for it, and
/// reads back.
fn assert_prints<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(name: &str) {
    let wire = support::text(&format!("tests/data/{name}.wire.json"));
    let expected: Value =
        serde_json::from_str(&support::text(&format!("tests/data/{name}.cli.json"))).unwrap();
    let response: T = serde_json::from_str(&wire).unwrap();
    let printed = serde_json::to_string_pretty(&CommandLine(&response)).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&printed).unwrap(), in_utc(expected));
    assert_eq!(serde_json::from_str::<T>(&printed).unwrap(), response);
}

#[test]
fn a_job_run_is_printed_as_the_command_line_does() {
    assert_prints::<GetJobRunResponse>("get_job_run");
}

#[test]
fn a_workflow_run_is_printed_as_the_command_line_does() {
    assert_prints::<GetWorkflowRunResponse>("get_workflow_run");
}

#[test]
fn the_text_is_the_command_lines() {
    let text = r#"{"JobRun":{"StartedOn":1714564800.123,"CompletedOn":1714564800}}"#;
    let response: GetJobRunResponse = serde_json::from_str(text).unwrap();
    assert_eq!(
        serde_json::to_string(&CommandLine(&response)).unwrap(),
        r#"{"JobRun":{"StartedOn":"2024-05-01T12:00:00.123000+00:00","CompletedOn":"2024-05-01T12:00:00+00:00"}}"#,
    );
    assert_eq!(serde_json::to_string(&response).unwrap(), text);
}
