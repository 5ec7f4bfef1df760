//! `check`: values that are what a model says, and values that are not.

mod broken_files;
mod errors;
mod numbers;
mod smithy_validation;

use crate::support::{Playground, Run};

/// The model of Glue in this repository.
const GLUE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/glue/2017-03-31/service-2.json");

const REQUEST: [&str; 5] = ["check", "--model", GLUE, "--operation", "GetJobRun"];

fn request<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    REQUEST.into_iter().chain(arguments.iter().copied()).collect()
}

#[test]
fn a_valid_request_passes_in_silence() {
    let playground = Playground::new();
    playground.write("request.json", r#"{"JobName": "nightly", "RunId": "jr_1"}"#);
    assert_eq!(playground.run(request(&["request.json"])), Run::fine(""));
}

#[test]
fn all_problems_are_told_at_once_with_their_places() {
    let playground = Playground::new();
    let text = "{\n  \"jobName\": \"\",\n  \"Predecesors\": 1,\n  \"PredecessorsIncluded\": \"é\", \"é\": 1\n}";
    playground.write("request.json", text);
    assert_eq!(
        playground.run(request(&["request.json"])),
        Run {
            code: Some(1),
            stdout: "\
error: Value at '/RunId' failed to satisfy constraint: Member must not be null
  --> request.json:1:1 (GetJobRunRequest)

error: Value with length 0 at '/JobName' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
  --> request.json:2:14 (/jobName, GetJobRunRequest)

note: `Predecesors` is not a member of GetJobRunRequest
  --> request.json:3:3 (/Predecesors, GetJobRunRequest)

error: invalid type: string \"é\", expected a boolean
  --> request.json:4:27 (/PredecessorsIncluded, GetJobRunRequest)

note: `é` is not a member of GetJobRunRequest
  --> request.json:4:32 (/é, GetJobRunRequest)

"
            .to_owned(),
            stderr: "error: 3 problems and 2 notes in request.json\n".to_owned(),
        }
    );
}

/// A run whose problems are on standard output.
fn invalid(stdout: &str, summary: &str) -> Run {
    Run { code: Some(1), stdout: stdout.to_owned(), stderr: format!("error: {summary}\n") }
}

#[test]
fn strictness_makes_notes_problems() {
    let playground = Playground::new();
    let run = r#"{"JobRun": {"WorkerType": "G.9X", "Color": 1}}"#;
    playground.write("run.json", run);
    let told = |severity: &str| {
        format!(
            "\
{severity}: Value at '/JobRun/WorkerType' failed to satisfy constraint: Member must satisfy enum value set: [Standard, G.1X, G.2X, G.4X, G.8X, G.025X, Z.2X, G.12X, G.16X, R.1X, R.2X, R.4X, R.8X]
  --> run.json:1:27 (/JobRun/WorkerType, JobRun)
  = help: did you mean `G.1X`?

{severity}: `Color` is not a member of JobRun
  --> run.json:1:35 (/JobRun/Color, JobRun)

"
        )
    };
    let lenient = playground.run(request(&["--output", "run.json"]));
    assert_eq!(lenient, Run::fine(told("note")));
    let strict = playground.run(request(&["--output", "--strict", "run.json"]));
    assert_eq!(strict, invalid(&told("error"), "2 problems in run.json"));
}

#[test]
fn each_line_is_a_value_whatever_the_others_are() {
    let playground = Playground::new();
    let lines = "{\"JobName\": \"a\", \"RunId\": \"b\"}\n{\"JobName\": {\n\n  {\"JobName\": 5, \"RunId\": \"b\"}\n[]\n";
    let expected = "\
error: invalid type: map, expected a string
  --> <stdin>:2:13 (/JobName, GetJobRunRequest)

error: the text is not JSON: EOF while parsing an object
  --> <stdin>:2:13

error: invalid type: integer `5`, expected a string
  --> <stdin>:4:15 (/JobName, GetJobRunRequest)

error: invalid type: sequence, expected an object for GetJobRunRequest
  --> <stdin>:5:1 (GetJobRunRequest)

";
    assert_eq!(
        playground.run_with_input(&request(&["-"]), lines.as_bytes()),
        invalid(expected, "4 problems in <stdin>")
    );
}

#[test]
fn entries_of_an_array_are_values() {
    let playground = Playground::new();
    let text =
        "[{\"JobName\": \"a\", \"RunId\": \"b\"},\n {\"JobName\": \"\", \"RunId\": \"b\"}, 7";
    let expected = "\
error: Value with length 0 at '/JobName' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
  --> values.json:2:14 (/1/JobName, GetJobRunRequest)

error: invalid type: integer `7`, expected an object for GetJobRunRequest
  --> values.json:2:33 (/2, GetJobRunRequest)

error: the text is not JSON: the array has no end
  --> values.json:2:34

";
    playground.write("values.json", text);
    assert_eq!(
        playground.run(request(&["values.json"])),
        invalid(expected, "3 problems in values.json")
    );
}

#[test]
fn yaml_has_places_of_its_own() {
    let playground = Playground::new();
    let text =
        "# A request.\nJobName: &name \"\"\nRunId: 012\nPredecessorsIncluded: yes\nOther: *name\n";
    playground.write("request.yaml", text);
    let expected = "\
error: Value with length 0 at '/JobName' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
  --> request.yaml:2:16 (/JobName, GetJobRunRequest)

error: invalid type: integer `12`, expected a string
  --> request.yaml:3:8 (/RunId, GetJobRunRequest)

error: invalid type: string \"yes\", expected a boolean
  --> request.yaml:4:23 (/PredecessorsIncluded, GetJobRunRequest)

note: `Other` is not a member of GetJobRunRequest
  --> request.yaml:5:1 (/Other, GetJobRunRequest)

";
    assert_eq!(
        playground.run(request(&["request.yaml"])),
        invalid(expected, "3 problems and 1 note in request.yaml")
    );
}

#[test]
fn aliases_in_yaml_do_not_fill_the_memory() {
    let playground = Playground::new();
    let mut text = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n".to_owned();
    for level in 1..12 {
        let inner = vec![format!("*a{}", level - 1); 10].join(", ");
        text += &format!("a{level}: &a{level} [{inner}]\n");
    }
    playground.write("bomb.yaml", text);
    let run = playground.run(request(&["bomb.yaml"]));
    let expected = "\
error: the text is not YAML: the document is too large with its aliases replaced
  --> bomb.yaml:6:9

";
    assert_eq!(run, invalid(expected, "1 problem in bomb.yaml"));
}

/// What CloudTrail would have recorded.
const TRAIL: &str = r#"{"Records": [
{"eventVersion": "1.08", "eventSource": "glue.amazonaws.com", "eventName": "GetJobRun",
 "requestParameters": {"jobName": "", "runId": "jr"}, "responseElements": null},
{"eventVersion": "1.08", "eventSource": "ec2.amazonaws.com", "eventName": "RunInstances",
 "requestParameters": {"instancesSet": {"items": []}}, "responseElements": null},
{"eventVersion": "1.08", "eventSource": "glue.amazonaws.com", "eventName": "StartJobRun20170331",
 "responseElements": {"jobRunId": 5}, "requestParameters": {"jobName": "a"}}
]}"#;

#[test]
fn records_are_checked_as_the_operations_that_they_name() {
    let playground = Playground::new();
    playground.write("trail.json", TRAIL);
    let expected = "\
error: Value with length 0 at '/JobName' failed to satisfy constraint: Member must have length between 1 and 255, inclusive
  --> trail.json:3:35 (/Records/0/requestParameters/jobName, GetJobRunRequest)

note: CloudTrail has a form of its own for calls of ec2.amazonaws.com, which is not checked
  --> trail.json:4:75 (/Records/1/eventName)

error: invalid type: integer `5`, expected a string
  --> trail.json:7:35 (/Records/2/responseElements/jobRunId, StartJobRunResponse)

";
    assert_eq!(
        playground.run(["check", "--model", GLUE, "trail.json"]),
        invalid(expected, "2 problems and 1 note in trail.json")
    );
    let detail = r#"{"version": "0", "detail-type": "AWS API Call via CloudTrail", "detail":
        {"eventVersion": "1", "eventSource": "glue.amazonaws.com", "eventName": "StopTrigger",
         "requestParameters": {"name": "nightly"}, "responseElements": {"name": "nightly"}}}"#;
    playground.write("event.json", detail);
    assert_eq!(playground.run(["check", "--model", GLUE, "event.json"]), Run::fine(""));
}

#[test]
fn a_document_of_another_kind_is_one_problem() {
    let playground = Playground::new();
    playground.write("run.json", r#"{"JobRun": {"Id": "jr"}}"#);
    let expected = "\
error: no key of the document is a member of GetJobRunRequest, such as `JobName`
  --> run.json:1:1 (GetJobRunRequest)
  = help: it has members of GetJobRunResponse: say so with `--output`

";
    assert_eq!(playground.run(request(&["run.json"])), invalid(expected, "1 problem in run.json"));
}

#[test]
fn reports_have_forms_for_tools() {
    let playground = Playground::new();
    playground.write("a b,c.json", "{\"JobName\": \"a\",\n \"RunID\": 1, \"x%\": 2}");
    let run = |format: &str| playground.run(request(&["--format", format, "a b,c.json"])).stdout;
    assert_eq!(
        run("github"),
        "\
::error file=a b%2Cc.json,line=2,col=11,title=form::invalid type: integer `1`, expected a string
::notice file=a b%2Cc.json,line=2,col=14,title=unknown-member::`x%25` is not a member of GetJobRunRequest
"
    );
    let json: serde_json::Value = serde_json::from_str(&run("json")).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "problems": [
                {
                    "column": 11, "file": "a b,c.json", "help": null, "line": 2,
                    "message": "invalid type: integer `1`, expected a string",
                    "pointer": "/RunID", "rule": "form", "severity": "error",
                    "shape": "GetJobRunRequest", "value": 1,
                },
                {
                    "column": 14, "file": "a b,c.json", "help": null, "line": 2,
                    "message": "`x%` is not a member of GetJobRunRequest",
                    "pointer": "/x%", "rule": "unknown-member", "severity": "note",
                    "shape": "GetJobRunRequest", "value": 1,
                },
            ],
            "totals": {
                "errors": 1, "events": 0, "files": 1, "notes": 1, "skippedEvents": 0, "values": 1,
            },
        })
    );
    let sarif: serde_json::Value = serde_json::from_str(&run("sarif")).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!((&result["level"], &result["ruleId"]), (&"error".into(), &"form".into()));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b%2Cc.json");
    assert_eq!(place["region"], serde_json::json!({"startColumn": 11, "startLine": 2}));
}

#[test]
fn what_cannot_be_checked_fails_with_the_way_out() {
    let playground = Playground::new();
    playground.write("request.json", "{}");
    let missing = playground.run(request(&["missing.json"]));
    assert_eq!(missing.code, Some(2));
    assert!(missing.stderr.starts_with("error: cannot read missing.json: "), "{missing:?}");
    let glue = |arguments: &[&str]| {
        playground.run(["check", "--model", GLUE].iter().chain(arguments).chain(&["request.json"]))
    };
    assert_eq!(
        glue(&["--operation", "GetJobRuns2"]),
        Run::failed(
            2,
            &format!(
                "error: {GLUE}: the model has no operation `GetJobRuns2`\n  = help: did you mean `GetJobRuns`?\n"
            )
        )
    );
    assert_eq!(
        glue(&["--shape", "JobRunn"]),
        Run::failed(
            2,
            "error: the model has no structure or union `JobRunn`\n  = help: did you mean `JobRun`?\n"
        )
    );
    assert_eq!(
        glue(&[]),
        Run::failed(
            2,
            "\
error: request.json:1:1: it is no record of CloudTrail, and it is not said what it is
  = help: name its operation with `--operation`, or its structure with `--shape`
"
        )
    );
    assert_eq!(glue(&["--operation", "GetJobRun", "--input", "--output"]).code, Some(2));
}

#[test]
fn a_file_without_a_value_is_a_problem() {
    let playground = Playground::new();
    let run = |name: &str, text: &str| {
        playground.write(name, text);
        playground.run(request(&[name]))
    };
    let missing = |name: &str, what: &str| Run {
        code: Some(1),
        stdout: format!("error: {what} holds no value\n  --> {name}:1:1\n\n"),
        stderr: format!("error: 1 problem in {name}\n"),
    };
    for (name, text) in [
        ("a.json", ""),
        ("a.json", " \n"),
        ("a.json", "\u{feff}"),
        ("a", "\n"),
        ("a.txt", ""),
        ("a.yaml", ""),
        ("a.yml", "# nothing\n"),
    ] {
        assert_eq!(run(name, text), missing(name, "the file"), "{name}: {text:?}");
    }
    let empty = playground.run_with_input(&request(&["-"]), b"");
    assert_eq!(empty, missing("<stdin>", "standard input"));
    for (name, text) in [("a.jsonl", ""), ("a.ndjson", "\n"), ("a.json", "[]"), ("a", "[]\n")] {
        assert_eq!(run(name, text), Run::fine(""), "{name}: {text:?}");
    }
}

#[test]
fn nesting_and_long_documents_have_bounds() {
    let playground = Playground::new();
    let deep = format!("{{\"JobName\": {}", "[".repeat(100_000));
    let run = playground.run_with_input(&request(&["-"]), deep.as_bytes());
    assert_eq!(run.code, Some(1));
    let values = "1,".repeat(2_000);
    let many =
        format!("{{\"JobRun\": {{\"AllocatedCapacity\": 1, \"PredecessorRuns\": [{}1]}}}}", values);
    let run = playground.run_with_input(&request(&["--output", "-"]), many.as_bytes());
    assert_eq!(run.stderr, "error: 2,001 problems in <stdin>\n");
    assert!(run.stdout.contains("error: the value has 1,001 more problems\n"), "{}", run.stdout);
}

#[test]
fn the_model_is_found_by_what_is_checked() {
    let playground = Playground::new();
    let folder = playground.path("models/glue/2017-03-31");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(GLUE, folder.join("service-2.json")).unwrap();
    playground.write("request.json", r#"{"JobName": "nightly", "RunId": "jr_1"}"#);
    playground.write("trail.json", TRAIL);
    let run = |arguments: &[&str]| {
        let mut command = playground.command(["check"].iter().chain(arguments));
        // Nothing is installed.
        command.env("PATH", "").env("HOME", playground.path("home")).env_remove("AWS_DATA_PATH");
        Run::from(command.output().unwrap())
    };
    assert_eq!(run(&["--operation", "GetJobRun", "request.json"]), Run::fine(""));
    assert_eq!(
        run(&["--service", "glue", "--operation", "GetJobRun", "request.json"]),
        Run::fine("")
    );
    assert_eq!(run(&["--shape", "GetJobRunRequest", "request.json"]), Run::fine(""));
    assert_eq!(run(&["trail.json"]).stderr, "error: 2 problems and 1 note in trail.json\n");
    assert_eq!(
        run(&["--operation", "GetJobRunn", "request.json"]),
        Run::failed(
            2,
            "\
error: no model was found that has an operation `GetJobRunn`
  = help: did you mean `GetJobRun`?
"
        )
    );
}
