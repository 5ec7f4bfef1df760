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
    insta::assert_snapshot!(failed(&question("Code", &code), &["--operation", "Ask"]), @"error: cannot make a value of `Question`: no text matches the pattern `[a-c]{3}` and has 0 to 2 characters, at '/a'");
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
    insta::assert_snapshot!(failed(&question("Any", &text), &arguments), @"error: `length` of Question at '/a' cannot be broken alone: no text matches the pattern `[a-z]+` and has 0 characters");
}

/// A structure with a value, and two without.
fn partly() -> Value {
    let members = json!({
        "a": {"shape": "Text"}, "b": {"shape": "Never"}, "c": {"shape": "Empty"},
        "d": {"shape": "Strict"}, "e": {"shape": "Keys"},
    });
    json!({
        "Question": {"type": "structure", "required": ["a"], "members": members},
        "Strict": {"type": "structure", "required": ["x"], "members": {"x": {"shape": "Never"}}},
        "Keys": {
            "type": "map", "key": {"shape": "Letter"}, "value": {"shape": "Text"}, "min": 3,
        },
        "Letter": {"type": "string", "pattern": "[ab]"},
        "Never": {"type": "string", "pattern": "[a-c]{3}", "max": 2},
        "Empty": {"type": "string", "pattern": "", "min": 1},
        "Text": {"type": "string"},
    })
}

#[test]
fn a_model_with_a_type_without_values() {
    for arguments in [&[][..], &["--minimal"], &["--full"], &["--count", "3"]] {
        let Run { code, stdout, stderr } = run(&partly(), arguments);
        assert_eq!(code, Some(1), "{stderr}");
        assert!(stdout.lines().all(|line| line.starts_with(r#"{"shape":"Question","value":"#)));
        assert_eq!(stdout.lines().count(), if arguments == ["--count", "3"] { 3 } else { 1 });
        let (_, end) = stderr.split_at(stderr.find("note: cannot make").unwrap());
        assert_eq!(end, "\
note: cannot make a value of `Strict`: no text matches the pattern `[a-c]{3}` and has 0 to 2 characters, at '/x'
error: no values printed for 1 of 2 structures and unions
");
    }
}

#[test]
fn full_values_without_members_that_cannot_be_there() {
    let Run { code, stdout, stderr } =
        run(&partly(), &["--operation", "Ask", "--full", "--count", "2"]);
    assert_eq!(code, Some(0), "{stderr}");
    insta::assert_snapshot!(stdout, @r#"
    {"a":"uniform-victor"}
    {"a":"xray"}
    "#);
    insta::assert_snapshot!(stderr, @"
    note: `b` of `Question` is left out: no text matches the pattern `[a-c]{3}` and has 0 to 2 characters
    note: `c` of `Question` is left out: no text matches the pattern `` and has at least 1 character
    note: `d` of `Question` is left out: no text matches the pattern `[a-c]{3}` and has 0 to 2 characters, at '/d/x'
    note: `e` of `Question` is left out: 3 distinct keys were not found
    ");
    let others = run(&partly(), &["--operation", "Ask", "--count", "20"]);
    assert_eq!((others.code, others.stderr.as_str()), (Some(0), ""));
}

#[test]
fn nothing_that_can_be_broken() {
    let shapes = json!({
        "Question": {"type": "structure", "members": {"a": {"shape": "Anything"}}},
        "Anything": {"type": "structure", "members": {}, "document": true},
    });
    for arguments in [&["--break"][..], &["--break=all", "--shape=Question"]] {
        insta::allow_duplicates! {
            insta::assert_snapshot!(failed(&shapes, arguments), @"error: nothing in `Question` can be broken alone");
        }
    }
    assert_eq!(run(&shapes, &["--break", "--count", "0"]), Run::fine(""));
}

#[test]
fn an_error_without_values_among_others() {
    let mut shapes = partly();
    shapes["Good"] = json!({"type": "structure", "exception": true, "members": {}});
    shapes["Strict"]["exception"] = json!(true);
    let ask = |more: &[&str]| run(&shapes, &[&["--operation", "Ask"], more].concat());
    let Run { code, stdout, stderr } = ask(&["--error", "--count", "9"]);
    assert_eq!((code, stdout.matches("{\"__type\":\"Good\",").count()), (Some(0), 9));
    let reason = "cannot make a value of `Strict`: no text matches the pattern `[a-c]{3}` and has \
        0 to 2 characters, at '/x'\n";
    assert_eq!(stderr, format!("note: {reason}"));
    assert_eq!(ask(&["--error=Strict"]), Run::failed(1, &format!("error: {reason}")));
}
