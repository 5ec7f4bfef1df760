//! What the API's pages document is all there: enum values, members and their types.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::collections::BTreeSet;

use glue_types::{
    CrawlState, ExecutionClass, GetJobRunResponse, GetWorkflowRunResponse, JobMode, JobRunState,
    Logical, LogicalOperator, NodeType, TriggerState, TriggerType, WorkerType, WorkflowRunStatus,
};
use serde_json::Value;

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

/// The members of all structures that a reference leads to.
fn members(
    shapes: &Value,
    reference: &Value,
    documented: &mut BTreeSet<String>,
    seen: &mut BTreeSet<String>,
) {
    let name = reference["shape"].as_str().unwrap();
    if !seen.insert(name.to_owned()) {
        return;
    }
    let shape = &shapes[name];
    for (name, member) in shape["members"].as_object().into_iter().flatten() {
        documented.insert(name.clone());
        members(shapes, member, documented, seen);
    }
    for part in ["member", "key", "value"].iter().filter_map(|part| shape.get(part)) {
        members(shapes, part, documented, seen);
    }
}

/// The members that structures of the model have, and that a response holds.
fn assert_holds_every_member(response: &Value, unused: &[&str]) {
    let model: Value = serde_json::from_str(&support::text(support::GLUE_MODEL)).unwrap();
    let (mut documented, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for operation in ["GetJobRun", "GetWorkflowRun"] {
        let output = &model["operations"][operation]["output"];
        members(&model["shapes"], output, &mut documented, &mut seen);
    }
    let mut found = BTreeSet::new();
    names(response, &mut found);
    let missing: Vec<&String> =
        documented.difference(&found).filter(|name| !unused.contains(&name.as_str())).collect();
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
