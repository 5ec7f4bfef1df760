//! What the API's pages document is all there: enum values, members and their types.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::collections::BTreeSet;

use glue_types::{
    CrawlState, ExecutionClass, GetJobRunResponse, GetWorkflowRunResponse, JobMode, JobRunState,
    Logical, LogicalOperator, NodeType, TriggerState, TriggerType, WorkerType, WorkflowRunStatus,
};
use serde_json::Value;
use support::glue_model::GlueModel;

#[test]
fn every_documented_enum_value_is_known() {
    assert_eq!(WorkflowRunStatus::VALUES, ["RUNNING", "COMPLETED", "STOPPING", "STOPPED", "ERROR"]);
    assert_eq!(NodeType::VALUES, ["CRAWLER", "JOB", "TRIGGER"]);
    assert_eq!(TriggerType::VALUES, ["SCHEDULED", "CONDITIONAL", "ON_DEMAND", "EVENT"]);
    assert_eq!(
        TriggerState::VALUES,
        [
            "CREATING",
            "CREATED",
            "ACTIVATING",
            "ACTIVATED",
            "DEACTIVATING",
            "DEACTIVATED",
            "DELETING",
            "UPDATING",
        ],
    );
    assert_eq!(Logical::VALUES, ["AND", "ANY"]);
    assert_eq!(LogicalOperator::VALUES, ["EQUALS"]);
    assert_eq!(
        JobRunState::VALUES,
        [
            "STARTING",
            "RUNNING",
            "STOPPING",
            "STOPPED",
            "SUCCEEDED",
            "FAILED",
            "TIMEOUT",
            "ERROR",
            "WAITING",
            "EXPIRED",
        ],
    );
    assert_eq!(
        CrawlState::VALUES,
        ["RUNNING", "CANCELLING", "CANCELLED", "SUCCEEDED", "FAILED", "ERROR"],
    );
    assert_eq!(
        WorkerType::VALUES,
        [
            "Standard", "G.1X", "G.2X", "G.4X", "G.8X", "G.025X", "Z.2X", "G.12X", "G.16X", "R.1X",
            "R.2X", "R.4X", "R.8X",
        ],
    );
    assert_eq!(ExecutionClass::VALUES, ["FLEX", "STANDARD"]);
    assert_eq!(JobMode::VALUES, ["SCRIPT", "VISUAL", "NOTEBOOK"]);
}

/// The names of all members at any depth, but for the keys of maps.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(entries) => entries.iter().for_each(|entry| names(entry, found)),
        Value::Object(members) => {
            for (name, member) in members {
                found.insert(name.clone());
                if !matches!(name.as_str(), "Arguments" | "WorkflowRunProperties") {
                    names(member, found);
                }
            }
        }
        _ => {}
    }
}

/// The members that structures of the model have, and that a response holds.
fn assert_holds_every_member(response: &Value, unused: &[&str]) {
    let model = GlueModel::read();
    let reached = model.reached(&["output"]);
    let documented: BTreeSet<&String> =
        reached.iter().flat_map(|shape| model.members(shape)).collect();
    let mut found = BTreeSet::new();
    names(response, &mut found);
    let missing = documented.into_iter().filter(|name| !found.contains(*name));
    let missing: Vec<_> = missing.filter(|name| !unused.contains(&name.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_documented_member_survives_a_round_trip() {
    let text = support::text("tests/data/get_workflow_run.wire.json");
    let response: GetWorkflowRunResponse = serde_json::from_str(&text).unwrap();
    // `JobRun` is the one member that GetJobRun's answer alone has.
    assert_holds_every_member(&serde_json::to_value(&response).unwrap(), &["JobRun"]);
    let text = support::text("tests/data/get_job_run.wire.json");
    let response: GetJobRunResponse = serde_json::from_str(&text).unwrap();
    assert!(serde_json::to_value(&response).unwrap()["JobRun"].is_object());
}
