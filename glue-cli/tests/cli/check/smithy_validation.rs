//! Smithy's own suite of constraints: `tests/data/smithy_validation` is made from the published
//! protocol tests. `check` must say of each body what the suite expects, word for word.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::Playground;

const MODEL: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/smithy_validation/model.json");

#[test]
fn bodies_get_the_sentences_of_the_suite() {
    let suite = include_str!("../../../../tests/data/smithy_validation/cases.json");
    let suite: Value = serde_json::from_str(suite).unwrap();
    let cases = ["malformed", "valid"].map(|kind| suite[kind].as_array().unwrap());
    let mut operations: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for case in cases.into_iter().flatten().filter(|case| is_body(case)) {
        operations.entry(case["operation"].as_str().unwrap()).or_default().push(case);
    }
    let mut judged = 0;
    for (operation, cases) in operations {
        let lines: Vec<String> = cases.iter().map(|case| line(case)).collect();
        let found = check(operation, &lines.join("\n"));
        for (number, case) in (1..).zip(cases) {
            let messages = found.get(&number).cloned().unwrap_or_default();
            assert_eq!(messages, expected(case), "{operation} {}", line(case));
            judged += 1;
        }
    }
    assert_eq!(judged, 122);
}

/// Whether all input of a case is in the body.
fn is_body(case: &Value) -> bool {
    let mut headers = case["headers"].as_object().unwrap().keys();
    case["query"].as_object().unwrap().is_empty()
        && headers.all(|name| name.eq_ignore_ascii_case("content-type"))
}

/// The body on one line.
fn line(case: &Value) -> String {
    let body = case["body"].as_str().filter(|body| !body.is_empty()).unwrap_or("{}");
    serde_json::from_str::<Value>(body).unwrap().to_string()
}

/// The sentences that the suite expects, sorted.
fn expected(case: &Value) -> Vec<String> {
    let fields = case["fieldList"].as_array().into_iter().flatten();
    let mut messages: Vec<String> =
        fields.map(|field| field["message"].as_str().unwrap().to_owned()).collect();
    messages.sort();
    messages
}

/// The sentences for each line, sorted.
fn check(operation: &str, lines: &str) -> BTreeMap<u64, Vec<String>> {
    let playground = Playground::new();
    playground.write("bodies.jsonl", lines);
    let check = ["check", "--model", MODEL, "--operation", operation, "--strict"];
    let run = playground.run([&check[..], &["--format", "json", "bodies.jsonl"]].concat());
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let mut found: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    // Servers pass over members that they do not know.
    let problems = report["problems"].as_array().unwrap().iter();
    for problem in problems.filter(|problem| problem["rule"] != "unknown-member") {
        let message = problem["message"].as_str().unwrap().to_owned();
        found.entry(problem["value"].as_u64().unwrap()).or_default().push(message);
    }
    found.values_mut().for_each(|messages| messages.sort());
    found
}
