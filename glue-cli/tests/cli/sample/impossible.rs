//! Types without values.

use serde_json::{Value, json};

use super::toy::run;
use crate::support::Run;

/// Runs with a model of these shapes, and returns what standard error has.
fn failed(shapes: &Value, arguments: &[&str]) -> String {
    let Run { code, stdout, stderr } = run(shapes, arguments);
    assert_eq!((code, stdout.as_str()), (Some(1), ""), "{stderr}");
    stderr
}

fn question(member: &str, more: &Value) -> Value {
    let mut shapes = json!({
        "Question": {"type": "structure", "required": ["a"], "members": {"a": {"shape": member}}},
        "Text": {"type": "string"},
    });
    let more = more.as_object().unwrap().clone();
    shapes.as_object_mut().unwrap().extend(more);
    shapes
}

#[test]
fn a_structure_that_requires_itself() {
    let list = json!({
        "Questions": {"type": "list", "member": {"shape": "Question"}, "min": 1},
    });
    insta::assert_snapshot!(failed(&question("Questions", &list), &["--operation", "Ask"]), @"error: cannot make a value of `Question`: every `Question` requires another one, at '/a/0'");
}

#[test]
fn a_pattern_that_nothing_matches() {
    let code = json!({"Code": {"type": "string", "pattern": "[a-c]{3}", "max": 2}});
    insta::assert_snapshot!(failed(&question("Code", &code), &["--operation", "Ask"]), @"error: cannot make a value of `Question`: no text matches the pattern [a-c]{3} and has 0 to 2 characters, at '/a'");
}

#[test]
fn an_enum_whose_values_are_too_long() {
    let size = json!({"Size": {"type": "string", "enum": ["small", "large"], "max": 2}});
    insta::assert_snapshot!(failed(&question("Size", &size), &["--shape", "Question"]), @"error: cannot make a value of `Question`: no text is a value of Size and has 0 to 2 characters, at '/a'");
}

#[test]
fn values_that_are_too_large() {
    let text = json!({"Long": {"type": "string", "min": 4_000_000_000_u64}});
    insta::assert_snapshot!(failed(&question("Long", &text), &["--operation", "Ask"]), @"error: cannot make a value of `Question`: a value of 4000000000 characters, bytes or entries is not printed, at '/a'");
    let lists = json!({
        "A": {"type": "list", "member": {"shape": "B"}, "min": 2_000},
        "B": {"type": "list", "member": {"shape": "Text"}, "min": 2_000},
    });
    insta::assert_snapshot!(failed(&question("A", &lists), &["--operation", "Ask"]), @"error: cannot make a value of `Question`: a value of more than 1000000 members and entries is not printed");
}

#[test]
fn a_constraint_that_nothing_breaks_alone() {
    let text = json!({"Any": {"type": "string", "pattern": "[a-z]+", "min": 1}});
    let arguments = ["--operation", "Ask", "--break", "length"];
    insta::assert_snapshot!(failed(&question("Any", &text), &arguments), @"error: `length` of Question at '/a' cannot be broken alone: no text matches the pattern [a-z]+ and has 0 characters");
}
