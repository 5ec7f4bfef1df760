//! `schema`: JSON Schemas of requests, answers, errors and shapes.

use serde_json::{Value, json};

use crate::support::{Playground, Run};

/// The model of Glue in this repository.
const GLUE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/glue/2017-03-31/service-2.json");

fn schema(arguments: &[&str]) -> Value {
    let all = ["schema", "--model", GLUE].into_iter().chain(arguments.iter().copied());
    let Run { code, stdout, stderr } = Playground::new().run(all);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{arguments:?}");
    serde_json::from_str(&stdout).unwrap()
}

fn data(name: &str) -> Value {
    let path = format!("{}/../tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn a_request_s_schema_stands_alone() {
    let text = json!({
        "type": "string", "minLength": 1, "maxLength": 255,
        "pattern": "^[\\t -\\ufffd\\u{10000}-\\u{10ffff}]*$",
    });
    let expected = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "GetJobRunRequest",
        "type": "object",
        "properties": {
            "JobName": text, "RunId": text, "PredecessorsIncluded": {"type": "boolean"},
        },
        "required": ["JobName", "RunId"],
    });
    assert_eq!(schema(&["--operation", "GetJobRun", "--no-docs"]), expected);
}

#[test]
fn a_validator_takes_real_documents_and_refuses_broken_ones() {
    for (side, operation, file) in [
        ("--input", "GetJobRun", "get_job_run.request.json"),
        ("--output", "GetJobRun", "get_job_run.wire.json"),
        ("--output", "GetJobRun", "get_job_run.cli.json"),
        ("--output", "GetWorkflowRun", "get_workflow_run.wire.json"),
        ("--output", "GetWorkflowRun", "get_workflow_run.cli.json"),
    ] {
        let schema = schema(&["--operation", operation, side]);
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{operation} {side}");
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        assert!(validator.is_valid(&data(file)), "{file}");
    }
    let schema = schema(&["--operation", "GetJobRun", "--output"]);
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for broken in [json!({"JobRun": {"Timeout": 0}}), json!({"JobRun": {"Id": ""}}), json!([])] {
        assert!(!validator.is_valid(&broken), "{broken}");
    }
}

#[test]
fn shapes_refer_to_each_other_in_openapi() {
    let all = schema(&["--shape", "GetTableResponse", "--openapi"]);
    let schemas = all["components"]["schemas"].as_object().unwrap();
    for name in ["GetTableResponse", "Table", "Column"] {
        assert!(schemas.contains_key(name), "{name}");
    }
    assert_eq!(
        schemas["GetTableResponse"]["properties"]["Table"]["$ref"],
        "#/components/schemas/Table"
    );
    assert!(all.get("$schema").is_none());
}

#[test]
fn errors_are_any_of_the_operation_s() {
    let schema = schema(&["--operation", "GetJobRun", "--error"]);
    assert_eq!(
        schema["anyOf"],
        json!([
            {"$ref": "#/$defs/InvalidInputException"},
            {"$ref": "#/$defs/EntityNotFoundException"},
            {"$ref": "#/$defs/InternalServiceException"},
            {"$ref": "#/$defs/OperationTimeoutException"},
        ])
    );
    assert_eq!(schema["$defs"].as_object().unwrap().len(), 4);
}

#[test]
fn what_is_missing_or_unknown_is_named() {
    let playground = Playground::new();
    let run = playground.run(["schema"]);
    let message = "\
error: nothing is named whose schema to print
  = help: name an operation with `--operation`, or a structure or union with `--shape`
";
    assert_eq!(run, Run::failed(2, message));
    let run = playground.run(["schema", "--model", GLUE, "--shape", "JobRum"]);
    let message = "\
error: the model has no structure or union `JobRum`
  = help: did you mean `JobRun`?
";
    assert_eq!(run, Run::failed(2, message));
}
