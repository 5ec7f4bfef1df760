//! The example and the types talk to an emulator of AWS, which checks signatures.

use call_glue::{CallError, Credentials};
use glue_types::{
    ErrorEnvelope, GetJobRun, GetJobRunError, GetJobRunRequest, GetJobRunResponse, GetWorkflowRun,
    GetWorkflowRunError, GetWorkflowRunRequest, GetWorkflowRunResponse, JobRunState,
    OperationError, ResponseError, WorkflowRunStatus,
};

use crate::emulator::Emulator;

fn run_id(emulator: &'static Emulator, run: &str) -> &'static str {
    emulator.text(&format!("/runs/{run}/id"))
}

#[test]
fn a_finished_job_run_is_what_the_python_client_sees() {
    let Some(emulator) = Emulator::get() else { return };
    let id = run_id(emulator, "finished_job_run");
    let seen: GetJobRunResponse = emulator.seen("finished_job_run");
    let outcome = emulator.call(&["--json", "job-run", "nightly", id]);
    assert_eq!((outcome.status, &*outcome.error), (0, ""));
    let ours: GetJobRunResponse = serde_json::from_str(&outcome.text).unwrap();
    assert_eq!(ours, seen);
    let run = ours.job_run.unwrap();
    assert_eq!(run.job_run_state, Some(JobRunState::Succeeded));
    assert_eq!(run.arguments.unwrap()["--day"], "Ω");
    assert!(run.started_on.is_some());
}

#[test]
fn a_fresh_job_run_is_awaited() {
    let Some(emulator) = Emulator::get() else { return };
    let id = run_id(emulator, "fresh_job_run");
    let outcome = emulator.call(&["job-run", "nightly", id]);
    assert_eq!((outcome.status, &*outcome.error), (3, ""));
    let first = format!("job run {id} of nightly: STARTING\n");
    assert!(outcome.text.starts_with(&first), "{}", outcome.text);
    let outcome = emulator.call(&["--wait", "job-run", "nightly", id]);
    // Standard error is empty because it is not a terminal.
    assert_eq!((outcome.status, &*outcome.error), (0, ""));
    let last = format!("job run {id} of nightly: SUCCEEDED\n");
    assert!(outcome.text.starts_with(&last), "{}", outcome.text);
}

#[test]
fn a_workflow_run_is_what_the_python_client_sees() {
    let Some(emulator) = Emulator::get() else { return };
    let id = run_id(emulator, "workflow_run");
    let seen: GetWorkflowRunResponse = emulator.seen("workflow_run");
    let outcome = emulator.call(&["--json", "workflow-run", "etl", id]);
    assert_eq!((outcome.status, &*outcome.error), (3, ""));
    let ours: GetWorkflowRunResponse = serde_json::from_str(&outcome.text).unwrap();
    assert_eq!(ours, seen);
    let run = ours.run.unwrap();
    assert_eq!(run.status, Some(WorkflowRunStatus::Running));
    assert_eq!(run.workflow_run_id.as_deref(), Some(id));
    assert_eq!(run.workflow_run_properties.unwrap()["stage"], "prüfung");
}

#[test]
fn what_is_missing_is_a_modeled_error() {
    let Some(emulator) = Emulator::get() else { return };
    let client = emulator.client(emulator.credentials());
    let error = client
        .call::<GetJobRun>(&GetJobRunRequest::default().with_job_name("none").with_run_id("jr_1"))
        .unwrap_err();
    assert!(!error.is_retryable());
    let CallError::Response(ResponseError::Service(error)) = error else { panic!("{error}") };
    assert!(matches!(error, GetJobRunError::EntityNotFoundException(_)), "{error}");
    assert_eq!(error.message(), Some("Job none not found."));

    let request = GetWorkflowRunRequest::default().with_name("none").with_run_id("wr_1");
    let error = client.call::<GetWorkflowRun>(&request).unwrap_err();
    let CallError::Response(ResponseError::Service(error)) = error else { panic!("{error}") };
    assert!(matches!(error, GetWorkflowRunError::EntityNotFoundException(_)), "{error}");
    assert_eq!(error.message(), Some("Entity not found"));

    let outcome = emulator.call(&["job-run", "none", "jr_1"]);
    assert_eq!((outcome.status, &*outcome.text), (2, ""));
    assert_eq!(outcome.error, "error: EntityNotFoundException: Job none not found.\n");
}

#[test]
fn a_key_with_a_session_token_signs_too() {
    let Some(emulator) = Emulator::get() else { return };
    let part = |name: &str| emulator.text(&format!("/passing_key/{name}"));
    let (id, secret) = (part("AccessKeyId"), part("SecretAccessKey"));
    let run = run_id(emulator, "finished_job_run");
    let state = |token: Option<&str>| {
        let key = Credentials::new(id, secret, token.map(str::to_owned), None, "test");
        let request = GetJobRunRequest::default().with_job_name("nightly").with_run_id(run);
        let response = emulator.client(key).call::<GetJobRun>(&request).ok()?;
        response.job_run.and_then(|run| run.job_run_state)
    };
    assert_eq!(state(Some(part("SessionToken"))), Some(JobRunState::Succeeded));
    assert_eq!(state(Some("another")), None);
    assert_eq!(state(None), None);
}

#[test]
fn a_wrong_key_is_refused() {
    let Some(emulator) = Emulator::get() else { return };
    let (id, region) = (emulator.text("/key/AccessKeyId"), "eu-west-1");
    assert_eq!(emulator.text("/region"), region);
    let key = Credentials::new(id, "wrong", None, None, "test");
    let request = GetJobRunRequest::default()
        .with_job_name("nightly")
        .with_run_id(run_id(emulator, "finished_job_run"));
    let error = emulator.client(key).call::<GetJobRun>(&request).unwrap_err();
    assert!(!error.is_retryable());
    let CallError::Response(ResponseError::Service(GetJobRunError::Unmodeled(error))) = error
    else {
        panic!("{error}")
    };
    assert_eq!(error.status(), Some(403));
    assert!(says_signature(&error), "{error}");
}

/// The emulator answers such calls in XML, unlike AWS, so the code is only in the text.
fn says_signature(error: &ErrorEnvelope) -> bool {
    error.message().is_some_and(|message| message.contains("SignatureDoesNotMatch"))
}
