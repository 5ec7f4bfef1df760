//! `--allow`: changes that may pass, each for a reason.

mod problems;

use serde_json::{Value, json};

use super::one_of_each;
use crate::support::Run;

/// What a list must have to allow the breaking change of [`one_of_each`].
fn ratio() -> Value {
    json!({
        "reason": "Nothing reads the ratio.",
        "kind": "structure", "item": "Item", "member": "Ratio", "aspect": "type"
    })
}

/// The changes of [`one_of_each`], some of them allowed by a list.
fn run(list: &str, arguments: &[&str]) -> Run {
    let playground = one_of_each();
    playground.write("allow.json", list);
    let arguments = [&["diff", "--allow", "allow.json"], arguments, &["old.json", "new.json"]];
    playground.run(arguments.concat())
}

#[test]
fn an_allowed_change_is_shown_and_does_not_fail() {
    let stdout = "\
structure Item, sent by the service
  ! Ratio: type Option<f64> -> Option<Vec<String>> (old JSON does not read; allowed: Nothing reads the ratio.)
shape Count, sent by both
  ~ range 1 or more -> 1 to 9 (tighter)
enum State, sent by the service
  + \"STUCK\": added, Stuck

3 changes: 1 breaking, 1 behavior, 1 additive; 1 of them is allowed
";
    let list = json!({"ratio": ratio()}).to_string();
    assert_eq!(run(&list, &[]), Run::fine(stdout));
    // Others still count.
    let strict = run(&list, &["--deny", "behavior"]);
    assert_eq!((strict.code, strict.stdout.as_str()), (Some(1), stdout));
    assert!(strict.stderr.starts_with("error: 1 behavior change from "), "{}", strict.stderr);
}

#[test]
fn everything_may_be_allowed() {
    let list = json!({
        "ratio": {
            "reason": "Nothing reads the ratio.",
            "kind": "structure", "item": "Item", "member": "Ratio", "aspect": "type",
            "old": "Option<f64>", "new": "Option<Vec<String>>"
        },
        "count": {
            "reason": "We never\ncount so far.",
            "kind": "shape", "item": "Count", "member": null, "aspect": "range"
        },
        "state": {
            "reason": "Unknown values are shown as they are.",
            "kind": "enum", "item": "State", "member": "STUCK", "aspect": "existence", "old": null
        }
    });
    let run = run(&list.to_string(), &["--deny", "additive"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let count = "  ~ range 1 or more -> 1 to 9 (tighter; allowed: We never\\ncount so far.)\n";
    assert!(run.stdout.contains(count), "{}", run.stdout);
    let totals = "\n3 changes: 1 breaking, 1 behavior, 1 additive; 3 of them are allowed\n";
    assert!(run.stdout.ends_with(totals), "{}", run.stdout);
}

#[test]
fn json_and_markdown_have_the_reasons() {
    let list = json!({"ratio": ratio()}).to_string();
    let output: Value = serde_json::from_str(&run(&list, &["--json"]).stdout).unwrap();
    assert_eq!(output["changes"][0]["allowed"], "Nothing reads the ratio.");
    assert_eq!(output["changes"][1]["allowed"], json!(null));
    assert_eq!(
        output["totals"],
        json!({"additive": 1, "allowed": 1, "behavior": 1, "breaking": 1})
    );
    let markdown = run(&list.replace("the ratio", "`ratio` <b>"), &["--markdown"]).stdout;
    let line = "\n  - `Ratio`: type `Option<f64>` -> `Option<Vec<String>>` \
                (old JSON does not read) **allowed**: Nothing reads \\`ratio\\` \\<b\\>.\n";
    assert!(markdown.contains(line), "{markdown}");
}

#[test]
fn the_keys_are_those_of_json() {
    let output: Value = serde_json::from_str(&run("{}", &["--json"]).stdout).unwrap();
    let entry = |(number, change): (usize, &Value)| {
        let mut entry = json!({"reason": "It is known."});
        for key in ["kind", "item", "member", "aspect", "old", "new"] {
            entry[key] = change[key].clone();
        }
        (format!("change {number}"), entry)
    };
    let changes = output["changes"].as_array().unwrap().iter().enumerate();
    let list: serde_json::Map<String, Value> = changes.map(entry).collect();
    let run = run(&Value::from(list).to_string(), &["--deny", "additive"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

#[test]
fn lists_may_be_several() {
    let playground = one_of_each();
    playground.write("one.json", json!({"ratio": ratio()}).to_string());
    let count = json!({"reason": "-", "kind": "shape", "item": "Count", "aspect": "range"});
    playground.write("two.json", json!({"count": count}).to_string());
    let files = ["--allow", "one.json", "--allow", "two.json", "old.json", "new.json"];
    let allowed = playground.run([&["diff", "--deny", "behavior"][..], &files].concat());
    assert_eq!((allowed.code, allowed.stderr.as_str()), (Some(0), ""));

    // What is wrong with each is told, and standard input is one file alone.
    playground.write("one.json", "[]");
    let failed = playground.run([&["diff", "--allow", "none.json"][..], &files].concat());
    assert_eq!((failed.code, failed.stdout.as_str()), (Some(2), ""));
    assert!(failed.stderr.contains("error: cannot read none.json: "), "{}", failed.stderr);
    assert!(failed.stderr.contains("\n  --> one.json:1:1\n"), "{}", failed.stderr);
    for files in [["--allow=-", "-", "new.json"], ["--allow=-", "--allow=-", "new.json"]] {
        let run = playground.run([&["diff"][..], &files, &["new.json"]].concat());
        assert_eq!(run.code, Some(2), "{files:?}");
    }
    assert_eq!(
        playground.run(["diff", "--allow", "-", "-", "new.json"]),
        Run::failed(
            2,
            "\
error: standard input cannot be several files
  = help: give all but one of them by their paths
"
        )
    );
}
