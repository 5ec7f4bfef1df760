//! `show`: operations and shapes with all their members, and their diagrams.

use serde_json::{Map, Value, json};

use crate::support::{Playground, Run};

/// The model of Glue in this repository.
const GLUE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/glue/2017-03-31/service-2.json");

/// A model with something of everything that is shown otherwise than the rest.
const THINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/things.json");

fn show(model: &str, arguments: &[&str]) -> String {
    let all = ["show", "--model", model].into_iter().chain(arguments.iter().copied());
    let Run { code, stdout, stderr } = Playground::new().run(all);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{arguments:?}");
    stdout
}

#[test]
fn an_operation_is_shown_with_its_request_answer_and_errors() {
    insta::assert_snapshot!("get_job_run", show(GLUE, &["GetJobRun"]));
    insta::assert_snapshot!("get_workflow_run", show(GLUE, &["GetWorkflowRun"]));
}

#[test]
fn everything_has_a_form() {
    insta::assert_snapshot!("put", show(THINGS, &["Put"]));
}

#[test]
fn a_circle_refers_to_what_is_above() {
    insta::assert_snapshot!("circle", show(THINGS, &["AttributeValue", "Kind"]));
}

#[test]
fn descriptions_are_shown_if_wanted() {
    let shown = show(THINGS, &["Put", "--descriptions"]);
    let head: Vec<&str> = shown.lines().take(16).collect();
    insta::assert_snapshot!("described", head.join("\n"));
}

#[test]
fn a_name_of_two_things_is_told_apart() {
    let playground = Playground::new();
    let run = playground.run(["show", "--model", THINGS, "Both"]);
    let message = "\
error: `Both` is an operation and a shape
  = help: say which one with `--operation` or `--shape`
";
    assert_eq!(run, Run::failed(2, message));
    insta::assert_snapshot!("both", show(THINGS, &["--shape", "Both", "--operation", "Both"]));
}

#[test]
fn a_shape_may_be_of_any_kind() {
    insta::assert_snapshot!(
        "any_kind",
        show(THINGS, &["Name", "TagLists", "Item", "Time", "Kind"])
    );
    insta::assert_snapshot!("name_string", show(GLUE, &["NameString", "--descriptions"]));
}

#[test]
fn all_names_that_are_wrong_are_reported() {
    let run = Playground::new().run(["show", "--model", GLUE, "GetJobRuns", "Wrong", "JobRum"]);
    let message = "\
error: the model has no operation or shape `Wrong`
  = help: `glue-codegen list` shows the operations

error: the model has no operation or shape `JobRum`
  = help: did you mean `JobRun`?
";
    assert_eq!(run, Run::failed(2, message));
    let run = Playground::new().run(["show", "--model", GLUE, "--mermaid", "NameString"]);
    let message = "\
error: `NameString` is not in diagrams
  = help: name an operation, or a structure, union or enum that operations reach
";
    assert_eq!(run, Run::failed(2, message));
    let run = Playground::new().run(["show"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.starts_with("error: the following required arguments"), "{}", run.stderr);
}

#[test]
fn the_model_is_the_project_s_that_has_the_name() {
    let playground = Playground::new();
    let folder = playground.path("models/things/2026-01-01");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(THINGS, folder.join("service-2.json")).unwrap();
    for name in ["Put", "AttributeValue"] {
        assert_eq!(playground.run(["show", name]), Run::fine(show(THINGS, &[name])));
    }
}

#[test]
fn a_diagram_has_names_that_mermaid_takes_for_nothing_else() {
    insta::assert_snapshot!("both_diagram", show(THINGS, &["--operation", "Both", "--mermaid"]));
    insta::assert_snapshot!("put_diagram", show(THINGS, &["Put", "--mermaid"]));
}

/// What is shown of an operation `Ask` in a model in Smithy of these shapes.
fn show_ask(shapes: &Value) -> String {
    let playground = Playground::new();
    let mut all = json!({
        "toy#Toy": {
            "type": "service", "version": "2020-02-02", "operations": [{"target": "toy#Ask"}],
            "traits": {
                "aws.api#service": {"sdkId": "Toy", "endpointPrefix": "toy"},
                "aws.protocols#restJson1": {},
            },
        },
    });
    all.as_object_mut().unwrap().extend(shapes.as_object().unwrap().clone());
    playground.write("model.json", json!({"smithy": "2.0", "shapes": all}).to_string());
    let Run { code, stdout, stderr } =
        playground.run(["show", "--model", "model.json", "--operation", "Ask"]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert!(stdout.lines().all(|line| line.chars().count() <= 90), "{stdout}");
    stdout
}

#[test]
fn notes_that_have_no_room_beside_a_member_are_below_it() {
    let header = "x-amz-copy-source-server-side-encryption-customer-algorithm";
    let numbers: Map<String, Value> = (0..60)
        .map(|number| {
            let value = json!({"smithy.api#enumValue": number * 100});
            (format!("N{number}"), json!({"target": "smithy.api#Unit", "traits": value}))
        })
        .collect();
    insta::assert_snapshot!(show_ask(&json!({
        "toy#Ask": {
            "type": "operation", "input": {"target": "toy#Question"},
            "traits": {"smithy.api#http": {"method": "POST", "uri": "/"}},
        },
        "toy#Question": {"type": "structure", "members": {
            "CopySourceSSECustomerKeyWithALongName": {"target": "smithy.api#String", "traits": {
                "smithy.api#httpHeader": header, "smithy.api#length": {"min": 1},
                "smithy.api#required": {},
            }},
            "Plain": {"target": "smithy.api#String", "traits": {"smithy.api#httpQuery": "Plain"}},
            "Number": {"target": "toy#Number"},
            "Whole": {"target": "smithy.api#BigInteger"},
            "Decimals": {"target": "toy#Decimals"},
        }},
        "toy#Number": {"type": "intEnum", "members": numbers},
        "toy#Decimals": {"type": "list", "member": {"target": "smithy.api#BigDecimal"}},
    })), @"
    Ask of Toy 2020-02-02
    POST /

    Request: Question {
      CopySourceSSECustomerKeyWithALongName: string
          // required, length at least 1,
          // header x-amz-copy-source-server-side-encryption-customer-algorithm
      Decimals: [number of any size]
      Number: integer                                // one of 0, 100, 1000, 1100, 1200, 1300,
                                                     // 1400, 1500, 1600, 1700, 1800, 1900,
                                                     // 200, 2000, 2100, 2200, 2300, 2400,
                                                     // 2500, 2600, 2700, 2800, 2900, 300,
                                                     // 3000, 3100, 3200, 3300, 3400, 3500,
                                                     // 3600, 3700, 3800, 3900, 400, 4000,
                                                     // 4100, 4200, 4300, 4400, 4500, 4600,
                                                     // 4700, 4800, 4900, 500, 5000, 5100,
                                                     // 5200, 5300, 5400, 5500, 5600, 5700,
                                                     // 5800, 5900, 600, 700, 800, 900
      Plain: string                                  // in the query
      Whole: integer of any size
    }

    Answer: nothing
    ");
}

#[test]
fn errors_with_more_than_a_message_are_shown_with_their_members() {
    let error = |members: Value| {
        json!({
            "type": "structure", "members": members, "traits": {"smithy.api#error": "client"},
        })
    };
    let text = |traits: Value| json!({"target": "smithy.api#String", "traits": traits});
    let names = ["A", "B", "C", "D"].map(|name| json!({"target": format!("toy#{name}")}));
    insta::assert_snapshot!(show_ask(&json!({
        "toy#Ask": {
            "type": "operation",
            "errors": names,
            "traits": {"smithy.api#http": {"method": "POST", "uri": "/"}},
        },
        "toy#A": error(json!({"message": text(json!({"smithy.api#required": {}}))})),
        "toy#B": error(json!({"message": text(json!({}))})),
        "toy#C": error(json!({"Message": text(json!({"smithy.api#length": {"max": 9}}))})),
        "toy#D": error(json!({})),
    })), @"
    Ask of Toy 2020-02-02
    POST /

    Request: nothing

    Answer: nothing

    Errors
      A  // 400, the caller's fault, message required
      B  // 400, the caller's fault
      D  // 400, the caller's fault
      C {  // 400, the caller's fault
        Message: string  // length at most 9
      }
    ");
}

#[test]
fn a_shape_without_a_name() {
    let playground = Playground::new();
    let model = playground.read("toy.json").replace("\"GetToyRequest\"", "\"\"");
    playground.write("toy.json", model);
    let text = playground.run(["show", "--model", "toy.json", "GetToy"]).stdout;
    assert!(text.contains("Request: \"\" {\n"), "{text}");
    let run = playground.run(["show", "--model", "toy.json", "GetToy", "--mermaid"]);
    insta::assert_snapshot!(run.stdout, @r##"
    flowchart LR
        o0[["GetToy"]]
        s0["#34;#34;"]
        o0 -->|"request"| s0
        s1["GetToyResponse"]
        o0 -->|"answer"| s1
        s2["NoSuchToy"]
        o0 -->|"error"| s2
        s3["Toy"]
        s1 -->|"Toy"| s3
        s4(["ToyState"])
        s3 -->|"State"| s4
    "##);
}
