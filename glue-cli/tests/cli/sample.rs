//! `sample`: values that pass `check`, and values that break one constraint.

mod bounds;
mod broken;
mod impossible;
mod many;
pub(crate) mod toy;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::{Playground, Run};

/// The model of Glue in this repository.
const GLUE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/glue/2017-03-31/service-2.json");

const STEP_FUNCTIONS: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/stepfunctions/2016-11-23/service-2.json");

/// What a run without problems prints.
#[track_caller]
fn sample(model: &str, arguments: &[&str]) -> String {
    let all = ["sample", "--model", model].into_iter().chain(arguments.iter().copied());
    let Run { code, stdout, stderr } = Playground::new().run(all);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{arguments:?}");
    stdout
}

/// The values of JSON Lines.
fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Models with values and constraints of all kinds.
const FEATURES: [&str; 16] = [
    "blobs",
    "collections",
    "constraints",
    "customized",
    "enums",
    "event_streams",
    "floats",
    "json_headers",
    "oddities",
    "policies",
    "recursion",
    "rest",
    "smithy",
    "timestamps",
    "unions",
    "uniques",
];

/// The paths of these models, and that of Step Functions.
fn models() -> Vec<String> {
    let path = |name| format!("{}/../tests/features/{name}/model.json", env!("CARGO_MANIFEST_DIR"));
    FEATURES.into_iter().map(path).chain([STEP_FUNCTIONS.to_owned()]).collect()
}

#[test]
fn a_request_with_required_members_alone() {
    insta::assert_snapshot!(sample(GLUE, &["--operation", "GetJobRun", "--minimal"]), @r#"
    {
      "JobName": "a",
      "RunId": "a"
    }
    "#);
    insta::assert_snapshot!(sample(GLUE, &["--operation", "CreateTrigger", "--minimal"]), @r#"
    {
      "Name": "a",
      "Type": "EVENT",
      "Actions": []
    }
    "#);
}

#[test]
fn a_seed_gives_the_same_bytes_everywhere() {
    insta::assert_snapshot!(sample(GLUE, &["--operation", "GetJobRun", "--count", "5"]), @r#"
    {"JobName":"\\{$@<>\t XO:tLG) ΩU𐀀|􏿿-񗽶𐀀L中􏿿nn 😀-","RunId":"6kbk$XK0s99Z9","PredecessorsIncluded":true}
    {"JobName":"yankee","RunId":"hFz$ko^J","PredecessorsIncluded":false}
    {"JobName":"whiskey-quebec","RunId":"lima-echo-romeo-kilo-november"}
    {"JobName":"foxtrot","RunId":"zulu-yankee","PredecessorsIncluded":false}
    {"JobName":"+we|tUadQR|DHi4 t7","RunId":"bravo-romeo"}
    "#);
    insta::assert_snapshot!(
        sample(GLUE, &["--operation", "GetWorkflowRun", "--output", "--seed", "3"]), @r#"
    {
      "Run": {
        "Name": "juliett-romeo-delta-delta",
        "WorkflowRunId": "tango",
        "StartedOn": 1704199853,
        "CompletedOn": 1597438716.863,
        "Status": "COMPLETED",
        "ErrorMessage": "papa-golf-uniform",
        "Graph": {
          "Nodes": [
            {
              "CrawlerDetails": {
                "Crawls": [
                  {}
                ]
              }
            }
          ]
        },
        "StartingEventBatchCondition": {}
      }
    }
    "#
    );
    insta::assert_snapshot!(
        sample(STEP_FUNCTIONS, &["--operation", "DescribeExecution", "--output", "--seed", "5"]),
        @r#"
    {
      "executionArn": "o",
      "stateMachineArn": "victor-yankee-kilo",
      "status": "FAILED",
      "startDate": 1694795790.555,
      "stopDate": 1583332110,
      "inputDetails": {
        "included": false
      },
      "output": "romeo-india",
      "outputDetails": {
        "included": false
      },
      "mapRunArn": "echo",
      "cause": "delta",
      "stateMachineVersionArn": "november",
      "stateMachineAliasArn": "victor",
      "redriveCount": 981,
      "redriveDate": 1632765041,
      "redriveStatus": "NOT_REDRIVABLE",
      "redriveStatusReason": "papa"
    }
    "#
    );
}

#[test]
fn more_values_begin_with_the_fewer() {
    let some = |count| sample(GLUE, &["--operation", "GetJob", "--output", "--count", count]);
    let (two, nine) = (some("2"), some("9"));
    assert!(nine.starts_with(&two), "{two}\n{nine}");
    assert_eq!(nine.lines().count(), 9);
    assert_ne!(nine, sample(GLUE, &["--operation", "GetJob", "--count", "9", "--seed", "1"]));
}

#[test]
fn every_member_in_the_spelling_of_the_cli() {
    insta::assert_snapshot!(
        sample(STEP_FUNCTIONS, &["--operation", "DescribeExecution", "--output", "--full"]), @r#"
    {
      "executionArn": "uniform-victor",
      "stateMachineArn": "xray",
      "name": "v",
      "status": "PENDING_REDRIVE",
      "startDate": 1809378922.867,
      "stopDate": 1871118497.418,
      "input": "mike-golf-bravo-oscar",
      "inputDetails": {
        "included": true
      },
      "output": "kilo",
      "outputDetails": {
        "included": false
      },
      "traceHeader": "juliett",
      "mapRunArn": "oscar-whiskey-papa",
      "error": "whiskey",
      "cause": "lima-alpha",
      "stateMachineVersionArn": "charlie",
      "stateMachineAliasArn": "papa",
      "redriveCount": 381,
      "redriveDate": 1762909356,
      "redriveStatus": "REDRIVABLE_BY_MAP_RUN",
      "redriveStatusReason": "hotel"
    }
    "#
    );
    insta::assert_snapshot!(
        sample(GLUE, &["--operation", "GetJobRun", "--output", "--full", "--command-line"]), @r#"
    {
      "JobRun": {
        "Id": "charlie",
        "Attempt": 890,
        "PreviousRunId": "alpha",
        "TriggerName": "zulu",
        "JobName": "mike-golf-bravo-oscar",
        "JobMode": "VISUAL",
        "JobRunQueuingEnabled": false,
        "StartedOn": "2023-11-07T05:25:28.419000+00:00",
        "LastModifiedOn": "2026-07-05T08:47:15.096000+00:00",
        "CompletedOn": "2026-05-15T09:14:33+00:00",
        "JobRunState": "ERROR",
        "Arguments": {
          "oscar-whiskey-papa": "whiskey"
        },
        "ErrorMessage": "lima-alpha",
        "PredecessorRuns": [
          {
            "JobName": "romeo",
            "RunId": "yankee"
          }
        ],
        "AllocatedCapacity": 311,
        "ExecutionTime": 315,
        "Timeout": 916,
        "MaxCapacity": 525.25,
        "WorkerType": "R.8X",
        "NumberOfWorkers": 775,
        "SecurityConfiguration": "juliett-zulu",
        "LogGroupName": "hotel",
        "NotificationProperty": {
          "NotifyDelayAfter": 768
        },
        "GlueVersion": "dw_9wGj_ttCkBJqGcOBR_.O",
        "DPUSeconds": 1700000.0,
        "ExecutionClass": "FLEX",
        "MaintenanceWindow": "Thu:11",
        "ProfileName": "bravo-romeo-xray-mike-charlie-yankee-victor-xray-delta-foxtrot-foxtrot-romeo-mike-tango-yankee-victor-oscar-golf-november-echo-xray-india-alpha-kilo-foxtrot-romeo-lima-delta-echo-uniform-hotel-echo-sierra-romeo-foxtrot-whiskey-golf-quebec-yankee-sierra-si",
        "StateDetail": "lima-echo-romeo-kilo-november",
        "ExecutionRoleSessionPolicy": "romeo"
      }
    }
    "#
    );
}

#[test]
fn json_in_text_is_text_for_the_cli_and_json_from_it() {
    let model = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/features/policies/model.json");
    let role = ["--operation", "CreateRole", "--minimal", "--command-line"];
    insta::assert_snapshot!(sample(model, &role), @r#"
    {
      "RoleName": "a",
      "AssumeRolePolicyDocument": "{}"
    }
    "#);
    let answer = ["--operation", "GetPolicyVersion", "--output", "--full", "--command-line"];
    insta::assert_snapshot!(sample(model, &answer), @r#"
    {
      "PolicyVersion": {
        "Document": {
          "uniform-victor": "xray"
        },
        "VersionId": "v14278185281577368663745520221.j",
        "IsDefaultVersion": true,
        "CreateDate": "2024-09-09T15:01:06.311000+00:00"
      }
    }
    "#);
}

#[test]
fn a_structure_within_itself_has_an_end() {
    let model = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/features/recursion/model.json");
    insta::assert_snapshot!(sample(model, &["--operation", "Find", "--full"]), @r#"
    {
      "Filter": {
        "Not": {},
        "And": [
          {}
        ],
        "By": {
          "unifo": {}
        },
        "Either": {
          "Left": {}
        }
      }
    }
    "#);
    insta::assert_snapshot!(sample(model, &["--operation", "Find", "--minimal"]), @r#"
    {
      "Filter": {}
    }
    "#);
}

#[test]
fn errors_say_their_names() {
    insta::assert_snapshot!(
        sample(GLUE, &["--operation", "GetJobRun", "--error=EntityNotFoundException", "--full"]),
        @r#"
    {
      "__type": "EntityNotFoundException",
      "Message": "uniform-victor",
      "FromFederationSource": false
    }
    "#
    );
    insta::assert_snapshot!(
        sample(GLUE, &["--operation", "GetJobRun", "--error", "--count", "4"]), @r#"
    {"__type":"OperationTimeoutException","Message":"victor"}
    {"__type":"OperationTimeoutException","Message":"victor"}
    {"__type":"InternalServiceException","Message":"delta"}
    {"__type":"InvalidInputException","Message":"foxtrot","FromFederationSource":true}
    "#
    );
}

#[test]
fn values_of_every_type_pass_check() {
    for model in models() {
        let model = model.as_str();
        let playground = Playground::new();
        let mut values: BTreeMap<String, String> = BTreeMap::new();
        for arguments in [&["--count", "5"][..], &["--minimal"], &["--full", "--command-line"]] {
            let run = playground.run([&["sample", "--model", model], arguments].concat());
            // Some types require themselves.
            let (impossible, others): (Vec<&str>, Vec<&str>) = run
                .stderr
                .lines()
                .partition(|line| line.starts_with("note: cannot make a value of `Loop"));
            let code = i32::from(!impossible.is_empty());
            assert_eq!(run.code, Some(code), "{model}: {}", run.stderr);
            let is_left_out = |line: &&str| {
                line.starts_with("note: ") && line.contains("requires another one, at ")
            };
            let mut others = others.into_iter().filter(|line| !is_left_out(line));
            assert_eq!(others.next().is_some(), code == 1, "{model}: {}", run.stderr);
            assert_eq!(others.next(), None, "{model}: {}", run.stderr);
            for line in lines(&run.stdout) {
                let name = line["shape"].as_str().unwrap().to_owned();
                *values.entry(name).or_default() += &format!("{}\n", line["value"]);
            }
        }
        for (name, values) in values {
            playground.write("values.jsonl", &values);
            let check = ["check", "--model", model, "--strict", "--shape", &name, "values.jsonl"];
            assert_eq!(playground.run(check), Run::fine(""), "{model} {name}:\n{values}");
        }
    }
}

#[test]
fn unknown_names_are_named() {
    let run = |arguments: &[&str]| {
        let all = ["sample", "--model", GLUE].into_iter().chain(arguments.iter().copied());
        let Run { code, stdout, stderr } = Playground::new().run(all);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{arguments:?}");
        stderr.replace(GLUE, "MODEL")
    };
    insta::assert_snapshot!(run(&["--operation", "GetJobRum"]), @"
    error: MODEL: the model has no operation `GetJobRum`
      = help: did you mean `GetJobRun`?
    ");
    insta::assert_snapshot!(run(&["--shape", "JobRuns"]), @"
    error: the model has no structure or union `JobRuns`
      = help: did you mean `JobRun`?
    ");
    insta::assert_snapshot!(
        run(&["--operation", "GetJobRun", "--error=EntityNotFoundExeption"]), @"
    error: GetJobRun has no error `EntityNotFoundExeption`
      = help: did you mean `EntityNotFoundException`?
    "
    );
    insta::assert_snapshot!(run(&["--operation", "GetJobRun", "--break", "lenght"]), @"
    error: there is no constraint `lenght`
      = help: did you mean `length`?
    ");
    insta::assert_snapshot!(run(&["--operation", "GetJobRun", "--break", "shape"]), @"
    error: there is no constraint `shape`
      = help: constraints are `required`, `length`, `range`, `pattern`, `enum`, `uniqueItems` and `form`
    ");
    insta::assert_snapshot!(run(&["--operation", "GetJobRun", "--break", "range"]), @"
    error: nothing in `GetJobRunRequest` has the constraint `range`
      = help: there are `form`, `length`, `pattern` and `required`
    ");
}

#[test]
fn shapes_of_other_kinds_are_named() {
    for command in ["check", "sample", "schema"] {
        let run = |name| {
            let file: &[&str] = if command == "check" { &["toy.json"] } else { &[] };
            let all = [&[command, "--model", GLUE, "--shape", name], file].concat();
            let Run { code, stdout, stderr } = Playground::new().run(all);
            assert_eq!((code, stdout.as_str()), (Some(2), ""), "{command} {name}");
            stderr
        };
        insta::allow_duplicates! {
            insta::assert_snapshot!(run("NameString"), @"
            error: `NameString` is a string, and not a structure or union
              = help: name a structure that has it, such as `Action`; `glue-codegen show NameString` shows it
            ");
            insta::assert_snapshot!(run("WorkerType"), @"
            error: `WorkerType` is an enum, and not a structure or union
              = help: `glue-codegen show WorkerType` shows its values
            ");
            insta::assert_snapshot!(run("JobRunList"), @"
            error: `JobRunList` is a list, and not a structure or union
              = help: it holds values of `JobRun`: name that with `--shape JobRun`
            ");
            insta::assert_snapshot!(run("GenericMap"), @"
            error: `GenericMap` is a map, and not a structure or union
              = help: name a structure that has it, such as `Action`; `glue-codegen show GenericMap` shows it
            ");
            insta::assert_snapshot!(run("TimestampValue"), @"
            error: `TimestampValue` is a timestamp, and not a structure or union
              = help: name a structure that has it, such as `Blueprint`; `glue-codegen show TimestampValue` shows it
            ");
        }
    }
}

#[test]
fn negative_numbers_are_refused() {
    for option in ["--seed", "--count"] {
        let run = Playground::new().run(["sample", "--model", GLUE, option, "-1"]);
        let message = format!(
            "error: invalid value '-1' for '{option} <N>': it is not a whole number from 0 to {}\n",
            u64::MAX
        );
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        assert!(run.stderr.starts_with(&message), "{}", run.stderr);
    }
}

#[test]
fn a_side_is_of_an_operation() {
    for side in ["--input", "--output", "--error=Missing"] {
        let run = Playground::new().run(["sample", "--model", GLUE, side]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        assert!(run.stderr.contains("--operation <NAME>"), "{}", run.stderr);
    }
}
