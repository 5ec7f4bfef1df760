//! `schema`: JSON Schemas of requests, answers, errors and shapes.

mod errors;
mod said;

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

/// A model with something of everything, and names that are not identifiers.
const THINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/things.json");

fn things(arguments: &[&str]) -> Value {
    let all = ["schema", "--model", THINGS].into_iter().chain(arguments.iter().copied());
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

#[test]
fn draft_07_has_definitions_and_nothing_beside_references() {
    let schema = things(&["--operation", "Put", "--dialect", "draft-07"]);
    assert!(jsonschema::draft7::meta::is_valid(&schema));
    let validator = jsonschema::draft7::new(&schema).unwrap();
    let request = json!({
        "Table": "a", "Item": {"a": {"S": "x"}}, "Chain": {"Next": {"Kind": "new"}},
        "At": "2024-05-01T12:00:00Z", "Counts": {"KIND_NUMBER_1": 9}, "Data": "QQ==",
    });
    assert!(validator.is_valid(&request), "{:?}", validator.validate(&request));
    for (pointer, broken) in [
        ("/Item/a", json!({"S": "x", "N": "1"})),
        ("/Counts/KIND_NUMBER_1", json!(10)),
        ("/Chain/Next/Kind", json!(1)),
        ("/Table", json!("")),
    ] {
        let mut value = request.clone();
        *value.pointer_mut(pointer).unwrap() = broken;
        assert!(!validator.is_valid(&value), "{pointer}");
    }
    insta::assert_snapshot!("draft_07", format!("{schema:#}"));
}

/// The keywords of a schema in OpenAPI 3.0, beside extensions.
const OPENAPI_3_0: [&str; 22] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "default",
    "deprecated",
    "description",
    "enum",
    "exclusiveMaximum",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "nullable",
    "pattern",
    "properties",
];

/// Holds a schema and those in it against OpenAPI 3.0.
fn is_openapi_3_0(schema: &Value) {
    for (keyword, value) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "properties" => value.as_object().unwrap().values().for_each(is_openapi_3_0),
            "items" | "additionalProperties" | "x-propertyNames" => is_openapi_3_0(value),
            "anyOf" | "allOf" => value.as_array().unwrap().iter().for_each(is_openapi_3_0),
            "$ref" => assert_eq!(schema.as_object().unwrap().len(), 1, "{schema}"),
            "exclusiveMaximum" => assert!(value.is_boolean(), "{schema}"),
            "type" => assert!(
                ["array", "boolean", "integer", "number", "object", "string"]
                    .contains(&value.as_str().unwrap())
            ),
            "required" | "title" | "uniqueItems" => {}
            other => assert!(OPENAPI_3_0.contains(&other), "{other}"),
        }
    }
}

#[test]
fn openapi_3_0_has_its_own_keywords_alone() {
    let all = things(&["--operation", "Put", "--dialect", "openapi-3.0"]);
    all["components"]["schemas"].as_object().unwrap().values().for_each(is_openapi_3_0);
    insta::assert_snapshot!("openapi_3_0", format!("{all:#}"));
    let newer = things(&["--operation", "Put", "--dialect", "openapi-3.1"]);
    assert_eq!(newer, things(&["--operation", "Put", "--openapi"]));
    let glue = schema(&["--operation", "GetWorkflowRun", "--output", "--dialect", "openapi-3.0"]);
    glue["components"]["schemas"].as_object().unwrap().values().for_each(is_openapi_3_0);
}

#[test]
fn references_have_escapes_for_what_a_uri_cannot_have() {
    let schema = things(&["--shape", "Both"]);
    assert_eq!(schema["properties"]["Odd"]["$ref"], "#/$defs/Odd%20%5B%22x%22%5D%3B%20end");
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    assert!(validator.is_valid(&json!({"Odd": {"Both": {}}})));
    assert!(!validator.is_valid(&json!({"Odd": {"Both": 1}})));
}

#[test]
fn an_operation_is_a_tool() {
    let text = json!({
        "type": "string", "minLength": 1, "maxLength": 255,
        "pattern": "^[\\t -\\ufffd\\u{10000}-\\u{10ffff}]*$",
    });
    let input = json!({
        "type": "object",
        "properties": {
            "JobName": text, "RunId": text, "PredecessorsIncluded": {"type": "boolean"},
        },
        "required": ["JobName", "RunId"],
    });
    let (name, description) = ("GetJobRun", "GetJobRun of AWS Glue.");
    let tool = |kind| schema(&["--operation", "GetJobRun", "--no-docs", "--tool", kind]);
    assert_eq!(
        tool("mcp"),
        json!({"name": name, "description": description, "inputSchema": input})
    );
    assert_eq!(
        tool("anthropic"),
        json!({"name": name, "description": description, "input_schema": input})
    );
    assert_eq!(
        tool("openai"),
        json!({
            "type": "function",
            "function": {"name": name, "description": description, "parameters": input},
        })
    );
    let described = schema(&["--operation", "GetJobRun", "--tool", "mcp"]);
    let description = described["description"].as_str().unwrap();
    assert!(description.starts_with("Fetches what Glue has recorded about one run of a job"));
}

#[test]
fn the_schema_of_a_tool_stands_alone_and_has_times_in_one_form() {
    let tool = things(&["--operation", "Put", "--tool", "mcp"]);
    assert_eq!(
        tool["description"],
        "> **Note:** Read this.\n\nPuts an item. It may be there already."
    );
    let schema = &tool["inputSchema"];
    assert!(jsonschema::draft202012::meta::is_valid(schema));
    let validator = jsonschema::draft202012::new(schema).unwrap();
    let request = json!({"Table": "a", "Item": {"a": {"M": {"b": {"BOOL": true}}}}, "At": 1});
    assert!(validator.is_valid(&request));
    let text = json!({"Table": "a", "Item": {}, "At": "2024-05-01T12:00:00Z"});
    assert!(!validator.is_valid(&text));
    let nothing = things(&["--operation", "Both", "--tool", "mcp"]);
    assert_eq!(
        nothing,
        json!({
            "name": "Both", "description": "Both of Example Things.",
            "inputSchema": {"type": "object", "properties": {}},
        })
    );
}

#[test]
fn a_shape_is_no_tool() {
    let run = Playground::new().run(["schema", "--shape", "Trigger", "--tool", "mcp"]);
    assert_eq!(run.code, Some(2));
    let message = "error: the argument '--shape <NAME>' cannot be used with '--tool <KIND>'\n";
    assert!(run.stderr.starts_with(message), "{}", run.stderr);
}
