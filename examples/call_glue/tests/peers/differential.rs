//! Compares how the types and AWS's own Python client read and write random values.

use std::collections::BTreeSet;
use std::fmt::Debug;

use glue_model::{Model, ShapeKind, Source};
use glue_types::{
    GetJobRun, GetJobRunResponse, GetWorkflowRun, JobRun, Operation, OperationError, ResponseError,
    Timestamp,
};
use random_values::{Spelling, Values};
use serde_json::{Value, json};

use crate::oracle::{Description, Oracle};

/// The model that the types are generated from.
pub(crate) const MODEL: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../models/glue/2017-03-31/service-2.json");

/// The number of random values of each kind.
const CASES: u64 = 200;

/// Both descriptions are tested: ours, and the client's, which may be newer or older.
const DESCRIPTIONS: [Description; 2] = [Description::Ours, Description::Own];

/// Structures deep in a workflow run, which are rare in random values, and their places.
const DEEP: [(&str, &str); 5] = [
    ("Node", r#"{"Run": {"Graph": {"Nodes": [0]}}}"#),
    ("Trigger", r#"{"Run": {"Graph": {"Nodes": [{"TriggerDetails": {"Trigger": 0}}]}}}"#),
    ("JobRun", r#"{"Run": {"Graph": {"Nodes": [{"JobDetails": {"JobRuns": [0]}}]}}}"#),
    ("Crawl", r#"{"Run": {"Graph": {"Nodes": [{"CrawlerDetails": {"Crawls": [0]}}]}}}"#),
    ("Edge", r#"{"Run": {"Graph": {"Edges": [0]}}}"#),
];

fn model() -> Model {
    let bytes = std::fs::read(MODEL).unwrap();
    glue_model::read(&Source { file: MODEL, bytes: &bytes }).unwrap()
}

/// A random value of a shape, as in a body.
fn value(model: &Model, shape: &str, seed: u64) -> Value {
    let (id, _) = model.shapes().find(|(_, other)| other.name == shape).unwrap();
    Values::new(model, Spelling::Wire, seed).shape(id)
}

/// The value at its place, which is marked by a zero.
fn put(value: &Value, place: &Value) -> Value {
    match place {
        Value::Object(members) => {
            members.iter().map(|(key, place)| (key.clone(), put(value, place))).collect()
        }
        Value::Array(entries) => entries.iter().map(|place| put(value, place)).collect(),
        _ => value.clone(),
    }
}

/// Reads a random body with both, and again after writing it.
fn check_output<O: Operation>(oracle: &mut Oracle, body: &Value, seen: &mut BTreeSet<String>)
where
    O::Output: Debug + PartialEq,
{
    let body = body.to_string();
    let ours =
        O::response(200, [("Content-Type", "application/x-amz-json-1.1"); 1], body.as_bytes());
    let ours = ours.map_err(|error| error.to_string()).unwrap();
    assert_eq!(oracle.output::<O>(&body), ours, "{body}");
    let written = serde_json::to_string(&ours).unwrap();
    assert_eq!(oracle.output::<O>(&written), ours, "{written}");
    // The body as the client reads it, so that none of our names can hide that it is wrong.
    names(&oracle.read::<O>(200, &written), seen);
}

/// All keys in a value.
fn names(value: &Value, seen: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            seen.extend(members.keys().cloned());
            members.values().for_each(|value| names(value, seen));
        }
        Value::Array(entries) => entries.iter().for_each(|value| names(value, seen)),
        _ => {}
    }
}

/// The names of all members that a shape's values can have, at any depth.
fn all_names(model: &Model, shape: &str) -> BTreeSet<String> {
    let mut left: Vec<_> = model.shapes().filter(|(_, other)| other.name == shape).collect();
    let (mut names, mut found) = (BTreeSet::new(), BTreeSet::new());
    while let Some((id, shape)) = left.pop() {
        if !found.insert(id.index()) {
            continue;
        }
        if matches!(shape.kind, ShapeKind::Structure(_)) {
            names.extend(shape.kind.members().map(|member| member.name.clone()));
        }
        let members = shape.kind.members();
        left.extend(members.map(|member| (member.target, model.shape(member.target))));
        match &shape.kind {
            ShapeKind::List(list) => {
                left.push((list.member.target, model.shape(list.member.target)))
            }
            ShapeKind::Map(map) => left.push((map.value.target, model.shape(map.value.target))),
            _ => {}
        }
    }
    names
}

fn assert_all_seen(model: &Model, shape: &str, seen: &BTreeSet<String>) {
    let missing: Vec<_> = all_names(model, shape).difference(seen).cloned().collect();
    assert_eq!(missing, [""; 0], "no random value had these");
}

#[test]
fn job_runs_read_the_same() {
    let model = model();
    for description in DESCRIPTIONS {
        let Some(mut oracle) = Oracle::start(description) else { return };
        let mut seen = BTreeSet::new();
        for seed in 0..CASES {
            let body = value(&model, "GetJobRunResponse", seed);
            check_output::<GetJobRun>(&mut oracle, &body, &mut seen);
            let body = json!({"JobRun": value(&model, "JobRun", seed)});
            check_output::<GetJobRun>(&mut oracle, &body, &mut seen);
        }
        assert_all_seen(&model, "GetJobRunResponse", &seen);
    }
}

#[test]
fn workflow_runs_read_the_same() {
    let model = model();
    for description in DESCRIPTIONS {
        let Some(mut oracle) = Oracle::start(description) else { return };
        let mut seen = BTreeSet::new();
        for seed in 0..CASES {
            let body = value(&model, "GetWorkflowRunResponse", seed);
            check_output::<GetWorkflowRun>(&mut oracle, &body, &mut seen);
            for (shape, place) in DEEP {
                let place = serde_json::from_str(place).unwrap();
                let body = put(&value(&model, shape, seed), &place);
                check_output::<GetWorkflowRun>(&mut oracle, &body, &mut seen);
            }
        }
        assert_all_seen(&model, "GetWorkflowRunResponse", &seen);
    }
}

#[test]
fn times_read_the_same() {
    // The range in which the client's doubles distinguish microseconds: 1833 to 2106.
    const FURTHEST: i64 = (1 << 32) - 1;
    let Some(mut oracle) = Oracle::start(Description::Ours) else { return };
    let mut random = fastrand::Rng::with_seed(1);
    for _ in 0..CASES {
        let time =
            Timestamp::from_unix(random.i64(-FURTHEST..FURTHEST), random.u32(..1000) * 1_000_000);
        let run = JobRun::default().with_started_on(time.unwrap());
        let ours = GetJobRunResponse::default().with_job_run(run);
        let written = serde_json::to_string(&ours).unwrap();
        assert_eq!(oracle.output::<GetJobRun>(&written), ours, "{written}");
    }
}

/// Writes a random input with both, and reads what the client wrote.
fn check_input<O: Operation>(oracle: &mut Oracle, input: &Value)
where
    O::Input: Debug + PartialEq,
{
    let ours: O::Input = serde_json::from_value(input.clone()).unwrap();
    let written = oracle.request::<O>(input);
    written.assert_is(&O::request(&ours).unwrap());
    assert_eq!(serde_json::from_str::<O::Input>(&written.body).unwrap(), ours);
}

#[test]
fn requests_are_the_same() {
    let model = model();
    for description in DESCRIPTIONS {
        let Some(mut oracle) = Oracle::start(description) else { return };
        for seed in 0..CASES {
            check_input::<GetJobRun>(&mut oracle, &value(&model, "GetJobRunRequest", seed));
            check_input::<GetWorkflowRun>(
                &mut oracle,
                &value(&model, "GetWorkflowRunRequest", seed),
            );
        }
    }
}

/// Reads an error with both.
fn check_error<O: Operation>(oracle: &mut Oracle, status: u16, body: &Value) {
    let body = body.to_string();
    let theirs = oracle.read::<O>(status, &body);
    let ours =
        O::response(status, [("Content-Type", "application/x-amz-json-1.1"); 1], body.as_bytes());
    let Err(ResponseError::Service(ours)) = ours else { panic!("no error of {body}") };
    let text = |pointer: &str| theirs.pointer(pointer).and_then(Value::as_str);
    assert_eq!(ours.code(), text("/Error/Code"), "{body}");
    // The client has an empty message if there is none.
    assert_eq!(ours.message().unwrap_or_default(), text("/Error/Message").unwrap(), "{body}");
}

#[test]
fn errors_are_the_same() {
    const CODES: [&str; 6] = [
        "EntityNotFoundException",
        "InvalidInputException",
        "InternalServiceException",
        "OperationTimeoutException",
        "ThrottlingException",
        "TomorrowsException",
    ];
    let Some(mut oracle) = Oracle::start(Description::Ours) else { return };
    for code in CODES {
        for name in [
            code.to_owned(),
            format!("com.amazonaws.glue#{code}"),
            format!("{code}:http://a.example/"),
            format!("aws#{code}:http://a.example/b#c"),
        ] {
            for (status, body) in [
                (400, json!({"__type": name, "message": "lower"})),
                (400, json!({"__type": name, "Message": "upper Ω\n"})),
                (500, json!({"__type": name, "FromFederationSource": true})),
            ] {
                check_error::<GetJobRun>(&mut oracle, status, &body);
                check_error::<GetWorkflowRun>(&mut oracle, status, &body);
            }
        }
    }
}
