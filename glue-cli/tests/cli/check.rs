//! `check`: values that are what a model says, and values that are not.

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
