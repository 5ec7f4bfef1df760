//! Operations, their sides and shapes, as `check`, `schema`, `sample` and `show` take them.

use serde_json::{Value, json};

use crate::support::{Playground, Run};

/// A model whose operation `Big` has a shape with a pattern that cannot be read.
fn model() -> Value {
    let operation = |name: &str, rest: Value| {
        let mut operation = json!({"name": name, "http": {"method": "POST", "requestUri": "/"}});
        let rest = rest.as_object().unwrap().clone();
        operation.as_object_mut().unwrap().extend(rest);
        operation
    };
    json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2020-02-02", "endpointPrefix": "toy", "protocol": "json",
            "jsonVersion": "1.1", "serviceFullName": "Toy", "serviceId": "Toy",
            "targetPrefix": "Toy",
        },
        "operations": {
            "Big": operation("Big", json!({"input": {"shape": "BigQuestion"}})),
            "Ask": operation(
                "Ask",
                json!({"input": {"shape": "Question"}, "errors": [{"shape": "Lost"}]}),
            ),
            "Bare": operation("Bare", json!({})),
            "Give": operation("Give", json!({"output": {"shape": "Question"}})),
        },
        "shapes": {
            "BigQuestion": {
                "type": "structure",
                "members": {"Q": {"shape": "Question"}, "B": {"shape": "Broken"}},
            },
            "Question": {"type": "structure", "members": {"Word": {"shape": "Word"}}},
            "Lost": {"type": "structure", "exception": true, "members": {}},
            "Broken": {"type": "string", "pattern": "[a-z"},
            "Word": {"type": "string", "max": 9},
        },
    })
}

fn run(arguments: &[&str]) -> Run {
    let playground = Playground::new();
    playground.write("model.json", model().to_string());
    playground.write("question.json", r#"{"Word": "a"}"#);
    let (command, rest) = arguments.split_first().unwrap();
    playground.run([&[*command, "--model", "model.json"], rest].concat())
}

#[test]
fn what_a_shape_does_not_have_may_be_wrong() {
    for arguments in [
        &["sample", "--shape", "Question"][..],
        &["schema", "--shape", "Question"],
        &["check", "--shape", "Question", "question.json"],
        &["show", "Question"],
        &["show", "Word"],
    ] {
        let Run { code, stderr, .. } = run(arguments);
        assert_eq!((code, stderr.as_str()), (Some(0), ""), "{arguments:?}");
    }
    insta::assert_snapshot!(run(&["show", "Word"]).stdout, @"Word: string  // length at most 9");
    for arguments in [&["sample", "--shape", "BigQuestion"][..], &["show", "Broken"]] {
        let Run { code, stderr, .. } = run(arguments);
        assert_eq!(code, Some(1));
        assert!(stderr.starts_with("error: the pattern cannot be read"), "{stderr}");
    }
}

#[test]
fn only_sides_that_there_are_are_proposed() {
    let message = |arguments: &[&str]| {
        let run = run(&[&["sample", "--operation"], arguments].concat());
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        run.stderr
    };
    insta::assert_snapshot!(message(&["Ask", "--output"]), @"
    error: Ask gives no output
      = help: name another side with `--input` or `--error`
    ");
    insta::assert_snapshot!(message(&["Give"]), @"
    error: Give takes no input
      = help: name another side with `--output`
    ");
    insta::assert_snapshot!(message(&["Give", "--error"]), @"
    error: the model has no errors for Give
      = help: name another side with `--output`
    ");
    insta::assert_snapshot!(message(&["Bare", "--error"]), @"
    error: the model has no errors for Bare
      = help: it has no requests, answers or errors with content
    ");
}

#[test]
fn the_name_of_an_error_needs_an_equals_sign() {
    let sample = run(&["sample", "--operation", "Ask", "--error", "Lost"]);
    assert!(sample.stderr.contains("unexpected argument 'Lost' found"), "{sample:?}");
    let check = |files: &[&str]| run(&[&["check", "--operation", "Ask"], files].concat()).stderr;
    insta::assert_snapshot!(check(&["--error", "Lost"]), @"
    error: cannot read Lost: No such file or directory (os error 2)
      = help: to name an error, write `--error=NAME`
    ");
    insta::assert_snapshot!(check(&["Lost"]), @"error: cannot read Lost: No such file or directory (os error 2)");
}
