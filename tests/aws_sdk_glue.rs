//! Conversions from and to the official SDK's types: every member of both operations, both ways.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::collections::{BTreeSet, HashMap};
use std::fmt::Debug;

use aws_sdk_glue::error::{ErrorMetadata, ProvideErrorMetadata};
use aws_sdk_glue::operation::get_job_run::{self, GetJobRunInput, GetJobRunOutput};
use aws_sdk_glue::operation::get_workflow_run::{self, GetWorkflowRunInput, GetWorkflowRunOutput};
use aws_sdk_glue::primitives::DateTime;
use aws_sdk_glue::types as sdk;
use glue_types::{
    ConversionError, ConversionErrorKind, EntityNotFoundException, EventBatchingCondition,
    GetJobRunError, GetJobRunRequest, GetJobRunResponse, GetWorkflowRunError,
    GetWorkflowRunRequest, GetWorkflowRunResponse, InternalServiceException, InvalidInputException,
    JobRun, JobRunState, OperationError, OperationTimeoutException, Timestamp, WorkerType,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use support::glue_model::GlueModel;

/// A value of a shape with every member set, each string and number to another value.
fn value(model: &GlueModel, shape: &str, count: &mut i64) -> Value {
    *count += 1;
    let definition = model.shape(shape);
    let target = |of: &str| definition[of]["shape"].as_str().unwrap();
    match definition["type"].as_str().unwrap() {
        "structure" => {
            let members = definition["members"].as_object().unwrap().iter();
            let members = members.map(|(name, member)| {
                (name.clone(), value(model, member["shape"].as_str().unwrap(), count))
            });
            Value::Object(members.collect::<Map<_, _>>())
        }
        "list" => (0..2).map(|_| value(model, target("member"), count)).collect(),
        "map" => json!({
            format!("key {count}"): value(model, target("value"), count),
            format!("other key {count}"): value(model, target("value"), count),
        }),
        "string" => match definition["enum"].as_array() {
            // Every fourth is a value of later.
            Some(values) if *count % 4 > 0 => values[*count as usize % values.len()].clone(),
            Some(_) => json!(format!("LATER_{count}")),
            None => json!(format!("text {count}")),
        },
        "integer" => json!(count),
        "double" => json!(*count as f64 + 0.25),
        "boolean" => json!(true),
        "timestamp" => json!(1_714_564_800.0 + *count as f64 + 0.125),
        other => panic!("{shape} is {other}"),
    }
}

/// Converts there and back, and gives the SDK's value.
fn assert_survives<T, S>(value: &T) -> S
where
    T: TryFrom<S, Error = ConversionError> + Clone + PartialEq + Debug,
    S: TryFrom<T, Error = ConversionError> + Clone,
{
    let there = S::try_from(value.clone()).unwrap();
    assert_eq!(&T::try_from(there.clone()).unwrap(), value);
    there
}

/// The same with every member of the shape set.
fn assert_every_member_survives<T, S>(shape: &str)
where
    T: TryFrom<S, Error = ConversionError>
        + Clone
        + PartialEq
        + Debug
        + DeserializeOwned
        + Serialize,
    S: TryFrom<T, Error = ConversionError> + Clone + PartialEq + Debug,
{
    let model = GlueModel::read();
    let json = value(&model, shape, &mut 0);
    let value: T = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&value).unwrap(), json, "{shape} has every member");
    let there: S = assert_survives(&value);
    // And what the SDK holds goes through JSON.
    let text = serde_json::to_string(&T::try_from(there.clone()).unwrap()).unwrap();
    let back: T = serde_json::from_str(&text).unwrap();
    assert_eq!(S::try_from(back).unwrap(), there);
    assert_same_members(&format!("{there:#?}"), model.members(shape));
}

/// The fields that `Debug` shows are those of the members, as far as they tell.
fn assert_same_members<'a>(debug: &str, members: impl Iterator<Item = &'a String>) {
    let fields = debug.lines().filter_map(|line| {
        let line =
            line.strip_prefix("    ").filter(|line| !line.starts_with([' ', '}', ']', ')']))?;
        let name = line.split(':').next().unwrap();
        Some(name.replace('_', "")).filter(|name| name != "requestid" && name != "meta")
    });
    let members = members.map(|member| member.to_lowercase());
    assert_eq!(fields.collect::<BTreeSet<_>>(), members.collect::<BTreeSet<_>>(), "{debug}");
}

macro_rules! every_structure {
    ($($shape:ident)*) => {
        #[test]
        fn every_member_of_every_structure_survives() {
            $(assert_every_member_survives::<glue_types::$shape, sdk::$shape>(stringify!($shape));)*
        }

        /// The structures above, so that none is forgotten.
        const STRUCTURES: &[&str] = &[$(stringify!($shape)),*];
    };
}

every_structure! {
    Action Condition Crawl CrawlerNodeDetails Edge EventBatchingCondition JobNodeDetails JobRun Node
    NotificationProperty Predecessor Predicate StartingEventBatchCondition Trigger
    TriggerNodeDetails WorkflowGraph WorkflowRun WorkflowRunStatistics
}

#[test]
fn no_structure_is_forgotten() {
    let model = GlueModel::read();
    let mut structures = model.reached(&["input", "output", "errors"]);
    structures.retain(|name| {
        let tested = ["Request", "Response", "Exception"];
        let is_structure = model.shape(name)["type"] == "structure";
        is_structure && !tested.iter().any(|end| name.ends_with(end))
    });
    assert_eq!(structures, STRUCTURES.iter().copied().collect());
}

#[test]
fn every_member_of_inputs_and_outputs_survives() {
    assert_every_member_survives::<GetJobRunRequest, GetJobRunInput>("GetJobRunRequest");
    assert_every_member_survives::<GetJobRunResponse, GetJobRunOutput>("GetJobRunResponse");
    assert_every_member_survives::<GetWorkflowRunRequest, GetWorkflowRunInput>(
        "GetWorkflowRunRequest",
    );
    assert_every_member_survives::<GetWorkflowRunResponse, GetWorkflowRunOutput>(
        "GetWorkflowRunResponse",
    );
}

#[test]
fn every_member_of_errors_survives() {
    use sdk::error;
    assert_every_member_survives::<EntityNotFoundException, error::EntityNotFoundException>(
        "EntityNotFoundException",
    );
    assert_every_member_survives::<InternalServiceException, error::InternalServiceException>(
        "InternalServiceException",
    );
    assert_every_member_survives::<InvalidInputException, error::InvalidInputException>(
        "InvalidInputException",
    );
    assert_every_member_survives::<OperationTimeoutException, error::OperationTimeoutException>(
        "OperationTimeoutException",
    );
}

#[test]
fn saved_responses_have_the_same_values_in_the_sdk() {
    let text = support::text("tests/data/get_job_run.wire.json");
    let response: GetJobRunResponse = serde_json::from_str(&text).unwrap();
    // What the SDK has in no `Option` must be set for this.
    let output: GetJobRunOutput = assert_survives(&response);
    let run = output.job_run().unwrap();
    assert_eq!(run.job_name(), Some("orders-stream-to-iceberg"));
    assert_eq!(run.attempt(), 1);
    assert_eq!(run.job_run_state(), Some(&sdk::JobRunState::Failed));
    assert_eq!(run.worker_type(), Some(&sdk::WorkerType::G2X));
    assert_eq!(run.dpu_seconds(), Some(41230.75));
    assert_eq!(run.timeout(), Some(10_080));
    assert_eq!(run.arguments().unwrap()["--region-label"], "Zürich / 東京");
    assert_eq!(run.predecessor_runs()[1].job_name(), Some("check-schema"));
    assert_eq!(run.notification_property().unwrap().notify_delay_after(), Some(30));
    let started = DateTime::from_secs_and_nanos(1_711_845_672, 123_000_000);
    assert_eq!(run.started_on(), Some(&started));

    let text = support::text("tests/data/get_workflow_run.wire.json");
    let response: GetWorkflowRunResponse = serde_json::from_str(&text).unwrap();
    let output = GetWorkflowRunOutput::try_from(response).unwrap();
    let graph = output.run().unwrap().graph().unwrap();
    assert_eq!((graph.nodes().len(), graph.edges().len()), (12, 14));
}

#[test]
fn an_output_of_the_sdk_is_logged_and_read_back() {
    let run = sdk::JobRun::builder()
        .id("jr_1")
        .worker_type("G.99X".into())
        .job_run_state(sdk::JobRunState::Running)
        .started_on(DateTime::from_millis(1_714_564_800_123))
        .arguments("--day", "2024-05-01")
        .build();
    let output = GetJobRunOutput::builder().job_run(run).build();

    let response = GetJobRunResponse::try_from(output.clone()).unwrap();
    let text = serde_json::to_string(&response).unwrap();
    assert_eq!(
        text,
        concat!(
            r#"{"JobRun":{"Id":"jr_1","Attempt":0,"StartedOn":1714564800.123,"#,
            r#""JobRunState":"RUNNING","Arguments":{"--day":"2024-05-01"},"AllocatedCapacity":0,"#,
            r#""ExecutionTime":0,"WorkerType":"G.99X"}}"#,
        ),
        "numbers that the SDK has in no `Option` are always set",
    );
    let cached: GetJobRunResponse = serde_json::from_str(&text).unwrap();
    assert_eq!(GetJobRunOutput::try_from(cached).unwrap(), output);
}

#[test]
fn numbers_that_the_sdk_always_has_become_zero() {
    let run = sdk::JobRun::try_from(JobRun::default()).unwrap();
    assert_eq!(run, sdk::JobRun::builder().build());
    assert_eq!(run.attempt(), 0);
    assert_eq!(JobRun::try_from(run).unwrap().attempt, Some(0));
}

#[test]
fn enums_keep_values_that_either_side_does_not_know() {
    for value in WorkerType::VALUES.iter().chain(sdk::WorkerType::values()).chain(&["G.99X", ""]) {
        let ours = WorkerType::from(*value);
        let theirs = sdk::WorkerType::from(ours.clone());
        assert_eq!(theirs, sdk::WorkerType::from(*value));
        assert_eq!(WorkerType::from(theirs), ours);
    }
    assert_eq!(JobRunState::from(sdk::JobRunState::Timeout), JobRunState::Timeout);
}

#[test]
fn times_keep_nanoseconds_and_the_sign() {
    let times = [(1_714_564_800, 123_000_000), (-1, 999_999_999), (-62_167_219_200, 1)];
    for (seconds, nanoseconds) in times {
        let time = Timestamp::from_unix(seconds, nanoseconds).unwrap();
        let run = sdk::JobRun::try_from(JobRun::default().with_started_on(time)).unwrap();
        let expected = DateTime::from_secs_and_nanos(seconds, nanoseconds);
        assert_eq!(run.started_on(), Some(&expected));
        assert_eq!(JobRun::try_from(run).unwrap().started_on, Some(time));
    }
}

#[test]
fn a_time_beyond_the_calendar_is_an_error_with_its_place() {
    let late = DateTime::from_secs(i64::MAX);
    let run = sdk::JobRun::builder().started_on(late).build();
    let details = sdk::JobNodeDetails::builder().job_runs(sdk::JobRun::builder().build());
    let node = sdk::Node::builder().job_details(details.job_runs(run).build()).build();
    let graph = sdk::WorkflowGraph::builder().nodes(node).build();
    let run = sdk::WorkflowRun::builder().graph(graph).build();
    let output = GetWorkflowRunOutput::builder().run(run).build();
    let error = GetWorkflowRunResponse::try_from(output).unwrap_err();
    assert_eq!(error.path(), "/Run/Graph/Nodes/0/JobDetails/JobRuns/1/StartedOn");
    assert!(matches!(error.kind(), ConversionErrorKind::OutOfRange(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "cannot convert the value at '/Run/Graph/Nodes/0/JobDetails/JobRuns/1/StartedOn': \
         timestamp is outside the years 0000 to 9999",
    );
}

#[test]
fn what_is_required_and_missing_stays_so_or_is_named() {
    let input = GetJobRunInput::builder().job_name("nightly").build().unwrap();
    let request = GetJobRunRequest::try_from(input.clone()).unwrap();
    assert_eq!(request, GetJobRunRequest::default().with_job_name("nightly"));
    assert_eq!(GetJobRunInput::try_from(request).unwrap(), input);

    let condition = EventBatchingCondition::default().with_batch_window(5);
    let trigger = glue_types::Trigger::default().with_event_batching_condition(condition);
    let error = sdk::Trigger::try_from(trigger).unwrap_err();
    assert_eq!(error.path(), "/EventBatchingCondition");
    assert!(matches!(error.kind(), ConversionErrorKind::Build(_)), "{error:?}");
    assert!(error.to_string().contains("batch_size"), "{error}");
}

#[test]
fn modeled_errors_keep_their_members_code_and_message() {
    let error = sdk::error::EntityNotFoundException::builder()
        .message("No such job")
        .from_federation_source(true)
        .build();
    let ours = GetJobRunError::from(get_job_run::GetJobRunError::EntityNotFoundException(error));
    let GetJobRunError::EntityNotFoundException(shape) = &ours else { panic!("{ours:?}") };
    assert_eq!(shape.message.as_deref(), Some("No such job"));
    assert_eq!(shape.from_federation_source, Some(true));

    let theirs = get_job_run::GetJobRunError::from(ours);
    assert!(theirs.is_entity_not_found_exception());
    assert_eq!(theirs.code(), Some("EntityNotFoundException"));
    assert_eq!(theirs.message(), Some("No such job"));
}

#[test]
fn other_errors_keep_their_code_and_message() {
    let metadata = ErrorMetadata::builder().code("ThrottlingException").message("Slow down");
    let theirs = get_workflow_run::GetWorkflowRunError::generic(metadata.build());
    let ours = GetWorkflowRunError::from(theirs);
    assert!(matches!(ours, GetWorkflowRunError::Unmodeled(_)));
    assert_eq!((ours.code(), ours.message()), (Some("ThrottlingException"), Some("Slow down")));
    assert!(ours.is_throttling());

    let theirs = get_workflow_run::GetWorkflowRunError::from(ours);
    assert_eq!((theirs.code(), theirs.message()), (Some("ThrottlingException"), Some("Slow down")));

    let theirs = get_job_run::GetJobRunError::unhandled("the body is no JSON");
    let ours = GetJobRunError::from(theirs);
    assert_eq!((ours.code(), ours.message()), (None, Some("the body is no JSON")));
}

#[test]
fn maps_are_the_same_in_both() {
    let arguments: HashMap<String, String> =
        (0..50).map(|number| (format!("--{number}/~"), number.to_string())).collect();
    let run = sdk::JobRun::builder().set_arguments(Some(arguments.clone())).build();
    let ours = JobRun::try_from(run).unwrap();
    assert_eq!(ours.arguments, Some(arguments.into_iter().collect()));
}
