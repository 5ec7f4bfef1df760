//! Fixes: named corrections of constraints that a model has wrong.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use glue_codegen::{FixFile, Options, Source, generate};

const MODEL: &str = "tests/features/constraints/model.json";

fn fixed(fixes: &str) -> Result<String, String> {
    let bytes = support::read(MODEL);
    let mut options = Options::default();
    options.fixes = vec![FixFile { file: "fixes.json".into(), bytes: fixes.into() }];
    match generate(&Source { file: MODEL, bytes: &bytes }, &options) {
        Ok(generated) => Ok(generated.code),
        Err(diagnostics) => Err(diagnostics.to_string()),
    }
}

#[test]
fn constraints_are_replaced_and_dropped() {
    let code = fixed(
        r#"{
            "day-names": {
                "reason": "Every day has a window.",
                "shape": "Day",
                "pattern": {"from": "^(Sat|Sun):([01]?[0-9]|2[0-3])$", "to": "[A-Z][a-z]+:[0-9]+"}
            },
            "no-age": {"reason": "Nobody asks.", "shape": "Age", "range": {"from": {"min": -1, "max": 150}, "to": null}},
            "longer": {"reason": "Names grew.", "shape": "Name", "length": {"from": {"min": 1, "max": 5}, "to": {"max": 50}}}
        }"#,
    )
    .unwrap();
    assert!(code.contains("/// `[A-Z][a-z]+:[0-9]+`"), "the new pattern is compiled");
    assert!(!code.contains("Sat|Sun"), "the old one is gone");
    assert!(!code.contains("-1, "), "the range is gone");
    assert!(code.contains("Length: at most 50. Pattern: `[a-z]*`."), "the pattern beside it stays");
}

#[test]
fn problems_of_all_files_are_told() {
    let bytes = support::read(MODEL);
    let mut options = Options::default();
    options.fixes = ["one.json", "two.json"]
        .map(|file| FixFile { file: file.into(), bytes: b"{".into() })
        .into();
    let problems = generate(&Source { file: MODEL, bytes: &bytes }, &options).unwrap_err();
    let text = problems.to_string();
    assert!(text.contains("--> one.json:1:1") && text.contains("--> two.json:1:1"), "{text}");
}

#[test]
fn what_does_not_apply_is_an_error_with_its_place() {
    let problems = fixed(
        r#"{
    "mended": {"reason": "r", "shape": "Day", "pattern": {"from": "old", "to": null}},
    "no-shape": {"reason": "r", "shape": "Dya", "pattern": {"from": "x", "to": null}},
    "no-member": {"reason": "r", "shape": "Check", "member": "Nope", "length": {"from": {"min": 1}, "to": null}},
    "no-constraint": {"reason": "r", "shape": "Day"},
    "no-reason": {"shape": "Level", "range": {"from": {"min": 1}, "to": null}},
    "bad-bounds": {"reason": "r", "shape": "Name", "length": {"from": {"min": 5, "max": 1}, "to": null}}
}"#,
    )
    .unwrap_err();
    let expected = [
        ("fix `mended` does not apply: `from` is not what the model has", "fixes.json:2:5"),
        ("the model has no shape `Dya`", "fixes.json:3:42"),
        ("shape `Check` has no member `Nope`", "fixes.json:4:62"),
        (
            "a fix changes one of `length`, `pattern`, `range`, `values`, `required`, `target`",
            "fixes.json:5:22",
        ),
        ("key `reason` is missing", "fixes.json:6:18"),
        ("`min` is greater than `max`, so that no value fits", "fixes.json:7:"),
    ];
    for (message, place) in expected {
        let at = problems.find(message).unwrap_or_else(|| panic!("{message}\n{problems}"));
        assert!(problems[at..].lines().nth(1).unwrap().contains(place), "{place}\n{problems}");
    }
}

#[test]
fn a_broken_file_is_an_error() {
    assert!(fixed("{").unwrap_err().contains("fixes.json:1:"));
    assert!(fixed("[]").unwrap_err().contains("expected an object, found an array"));
}
