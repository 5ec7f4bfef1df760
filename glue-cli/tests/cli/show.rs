//! `show`: operations and shapes with all their members, and their diagrams.

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
