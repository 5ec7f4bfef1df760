//! Whole responses and requests, in every dialect, both directions.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use glue_types::{
    GetJobRunRequest, GetJobRunResponse, GetWorkflowRunRequest, GetWorkflowRunResponse, JobMode,
    JobRun, JobRunState, NodeType, Timestamp, TriggerType, Validate, WorkerType, WorkflowRun,
    WorkflowRunStatus,
};
use serde_json::{Value, json};

fn job_run(path: &str) -> JobRun {
    let response: GetJobRunResponse = serde_json::from_str(&support::text(path)).unwrap();
    response.job_run.unwrap()
}

fn workflow_run(path: &str) -> WorkflowRun {
    let response: GetWorkflowRunResponse = serde_json::from_str(&support::text(path)).unwrap();
    response.run.unwrap()
}

/// JSON with every number as a double, for `8` and `8.0` are the same number on the wire.
fn numbers_as_doubles(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(entries) => entries.into_iter().map(numbers_as_doubles).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(key, value)| (key, numbers_as_doubles(value))).collect()
        }
        other => other,
    }
}

fn assert_writes_back<T: serde::Serialize + serde::de::DeserializeOwned>(path: &str) {
    let text = support::text(path);
    let value: T = serde_json::from_str(&text).unwrap();
    let written = serde_json::to_string(&value).unwrap();
    assert_eq!(
        numbers_as_doubles(serde_json::from_str(&written).unwrap()),
        numbers_as_doubles(serde_json::from_str(&text).unwrap()),
    );
}

#[test]
fn a_full_job_run_reads_with_exact_values() {
    let run = job_run("tests/data/get_job_run.wire.json");
    assert_eq!(run.job_name.as_deref(), Some("orders-stream-to-iceberg"));
    assert_eq!(run.attempt, Some(1));
    assert_eq!(run.job_mode, Some(JobMode::Visual));
    assert_eq!(run.job_run_queuing_enabled, Some(true));
    assert_eq!(run.job_run_state, Some(JobRunState::Failed));
    assert_eq!(run.worker_type, Some(WorkerType::G2X));
    assert_eq!(run.number_of_workers, Some(4));
    assert_eq!(run.max_capacity, Some(8.0));
    assert_eq!(run.dpu_seconds, Some(41230.75));
    assert_eq!(run.maintenance_window.as_deref(), Some("Sun:3"));
    assert_eq!(run.timeout, Some(10_080));
    let started = run.started_on.unwrap();
    assert_eq!(
        (started.unix_seconds(), started.subsec_nanoseconds()),
        (1_711_845_672, 123_000_000)
    );
    let arguments = run.arguments.unwrap();
    assert_eq!(arguments.len(), 7);
    assert_eq!(arguments["--region-label"], "Zürich / 東京");
    assert_eq!(arguments["--dry-run"], "");
    let predecessors = run.predecessor_runs.unwrap();
    assert_eq!(predecessors.len(), 2);
    assert_eq!(predecessors[1].job_name.as_deref(), Some("check-schema"));
    assert_eq!(run.notification_property.unwrap().notify_delay_after, Some(30));
}

#[test]
fn a_full_workflow_run_reads_with_exact_values() {
    let run = workflow_run("tests/data/get_workflow_run.wire.json");
    assert_eq!(run.status, Some(WorkflowRunStatus::Error));
    let graph = run.graph.unwrap();
    let nodes = graph.nodes.unwrap();
    let edges = graph.edges.unwrap();
    assert_eq!((nodes.len(), edges.len()), (12, 14));
    let of_type = |ty| nodes.iter().filter(|node| node.r#type.as_ref() == Some(&ty)).count();
    assert_eq!(of_type(NodeType::Trigger), 5);
    assert_eq!(of_type(NodeType::Job), 5);
    assert_eq!(of_type(NodeType::Crawler), 2);
    let triggers: Vec<_> =
        nodes.iter().filter_map(|node| node.trigger_details.as_ref()?.trigger.as_ref()).collect();
    let conditional = triggers.iter().filter(|t| t.r#type == Some(TriggerType::Conditional));
    let predicate = conditional.clone().next().unwrap().predicate.as_ref().unwrap();
    assert!(!predicate.conditions.as_ref().unwrap().is_empty());
}

#[test]
fn responses_write_back_to_equal_json() {
    assert_writes_back::<GetJobRunResponse>("tests/data/get_job_run.wire.json");
    assert_writes_back::<GetWorkflowRunResponse>("tests/data/get_workflow_run.wire.json");
    assert_writes_back::<GetJobRunRequest>("tests/data/get_job_run.request.json");
    assert_writes_back::<GetWorkflowRunRequest>("tests/data/get_workflow_run.request.json");
}

#[test]
fn the_command_line_prints_what_the_wire_carries() {
    assert_eq!(
        job_run("tests/data/get_job_run.cli.json"),
        job_run("tests/data/get_job_run.wire.json"),
    );
    assert_eq!(
        workflow_run("tests/data/get_workflow_run.cli.json"),
        workflow_run("tests/data/get_workflow_run.wire.json"),
    );
}

#[test]
fn timestamps_read_in_every_form_and_write_as_numbers() {
    let noon = Timestamp::from_unix(1_714_564_800, 0).unwrap();
    let forms = [
        "1714564800",
        "1714564800.0",
        "1.7145648E9",
        "17145648e2",
        "1714564800000",
        r#""2024-05-01T12:00:00Z""#,
        r#""2024-05-01T12:00:00.000000+00:00""#,
        r#""2024-05-01T14:00:00+02:00""#,
        r#""2024-05-01T04:00:00-08""#,
        r#""2024-05-01T17:30:00+0530""#,
        r#""Wed, 01 May 2024 12:00:00 GMT""#,
        r#""May 1, 2024 12:00:00 PM""#,
    ];
    for form in forms {
        let run: JobRun = serde_json::from_str(&format!(r#"{{"StartedOn":{form}}}"#)).unwrap();
        assert_eq!(run.started_on, Some(noon), "{form}");
        assert_eq!(serde_json::to_string(&run).unwrap(), r#"{"StartedOn":1714564800}"#);
    }
    let run: JobRun = serde_json::from_str(r#"{"StartedOn":1.714564800123E9}"#).unwrap();
    assert_eq!(serde_json::to_string(&run).unwrap(), r#"{"StartedOn":1714564800.123}"#);
    let error = serde_json::from_str::<JobRun>(r#"{"StartedOn":"yesterday"}"#).unwrap_err();
    assert!(error.to_string().contains("yesterday"), "{error}");
}

#[test]
fn unknown_values_and_members_do_no_harm() {
    let text = support::text("tests/data/unknown_values.json");
    let response: GetJobRunResponse = serde_json::from_str(&text).unwrap();
    let run = response.job_run.as_ref().unwrap();
    assert_eq!(run.worker_type.as_ref().unwrap().as_str(), "G.99X");
    assert!(matches!(run.job_run_state, Some(JobRunState::Unknown(_))));
    assert_eq!(run.previous_run_id, None);
    assert_eq!(run.timeout, None);
    let written = serde_json::to_value(&response).unwrap();
    assert_eq!(written["JobRun"]["JobRunState"], "HIBERNATING");
    assert_eq!(written["JobRun"]["JobMode"], "CANVAS");
    assert_eq!(written["JobRun"]["ExecutionClass"], "BURST");
    assert_eq!(written["JobRun"].get("Timeout"), None, "a null is not written");
}

#[test]
fn an_unknown_enum_value_survives_a_round_trip() {
    let text = r#"{"WorkerType":"G.99X"}"#;
    let run: JobRun = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&run).unwrap(), text);
}

#[test]
fn known_enum_values_have_one_spelling() {
    for value in WorkerType::VALUES {
        let worker_type = WorkerType::from(*value);
        assert!(!matches!(worker_type, WorkerType::Unknown(_)), "{value}");
        assert_eq!(worker_type.as_str(), *value);
        assert_eq!(worker_type.to_string(), *value);
        assert_eq!(value.parse::<WorkerType>(), Ok(worker_type.clone()));
        assert_eq!(serde_json::to_value(&worker_type).unwrap(), json!(value));
    }
    assert_eq!(WorkerType::from("G.99X"), WorkerType::from("G.99X"));
    assert_ne!(WorkerType::from("G.99X"), WorkerType::from("G.98X"));
    assert_eq!(format!("{:?}", WorkerType::from("G.99X")), r#"Unknown("G.99X")"#);
}

#[test]
fn cloudtrail_lowers_the_first_letter() {
    let text = r#"{"jobName":"nightly","runId":"jr_1","predecessorsIncluded":true}"#;
    let request: GetJobRunRequest = serde_json::from_str(text).unwrap();
    let expected = GetJobRunRequest::default()
        .with_job_name("nightly")
        .with_run_id("jr_1")
        .with_predecessors_included(true);
    assert_eq!(request, expected);
    let run: JobRun = serde_json::from_str(r#"{"dPUSeconds":1.5}"#).unwrap();
    assert_eq!(run.dpu_seconds, Some(1.5));
}

#[test]
fn a_missing_required_member_reads_and_is_a_violation() {
    let request: GetJobRunRequest = serde_json::from_str(r#"{"JobName":"nightly"}"#).unwrap();
    assert_eq!(request, GetJobRunRequest::default().with_job_name("nightly"));
    let violations = request.validate().unwrap_err().to_string();
    assert!(
        violations
            .ends_with("Value at '/RunId' failed to satisfy constraint: Member must not be null"),
        "{violations}"
    );
}

#[test]
fn wrong_types_are_read_errors() {
    let error = |text: &str| serde_json::from_str::<JobRun>(text).unwrap_err().to_string();
    assert_eq!(
        error(r#"{"Attempt":"one"}"#),
        "invalid type: string \"one\", expected an integer from -2147483648 to 2147483647 at line 1 column 16",
    );
    assert_eq!(
        error(r#"{"Attempt":2147483648}"#),
        "invalid value: integer `2147483648`, expected an integer from -2147483648 to 2147483647 at line 1 column 21",
    );
    assert_eq!(
        error(r#"{"JobName":"a","JobName":"b"}"#),
        "duplicate field `JobName` at line 1 column 24",
    );
    assert_eq!(
        error("[]"),
        "invalid type: sequence, expected an object for JobRun at line 1 column 2"
    );
}

#[test]
fn types_read_from_and_write_to_any_serde_format() {
    let run = job_run("tests/data/get_job_run.wire.json");
    let value = serde_json::to_value(&run).unwrap();
    assert_eq!(serde_json::from_value::<JobRun>(value).unwrap(), run);
    let mut bytes = Vec::new();
    ciborium::into_writer(&run, &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<JobRun, _>(bytes.as_slice()).unwrap(), run);
}

#[test]
fn read_errors_lead_to_the_member() {
    let cases = [
        (
            r#"{"Run": {"Graph": {"Nodes": [{}, {"JobDetails": {"JobRuns": [{"Attempt": "1"}]}}]}}}"#,
            "Run.Graph.Nodes[1].JobDetails.JobRuns[0].Attempt",
            "invalid type: string \"1\", expected an integer from -2147483648 to 2147483647 at line 1 column 76",
        ),
        (
            r#"{"Run": {"WorkflowRunProperties": {"owner": null, "team": 7}}}"#,
            "Run.WorkflowRunProperties.team",
            "invalid type: integer `7`, expected a string at line 1 column 59",
        ),
    ];
    for (text, path, message) in cases {
        let from = &mut serde_json::Deserializer::from_str(text);
        let error =
            serde_path_to_error::deserialize::<_, GetWorkflowRunResponse>(from).unwrap_err();
        assert_eq!(error.path().to_string(), path);
        assert_eq!(error.inner().to_string(), message);
    }
}
