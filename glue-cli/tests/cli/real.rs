//! The whole of AWS Glue's own model, which is not part of the repository.
//!
//! Set `GLUE_MODEL_CORPUS` to a folder laid out as botocore's `data` to run these.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use serde_json::Value;

use crate::support::{Playground, Run};

/// The model's path, or none and a word about it.
fn glue() -> Option<PathBuf> {
    match std::env::var_os("GLUE_MODEL_CORPUS") {
        Some(folder) => Some(PathBuf::from(folder).join("glue/2017-03-31/service-2.json")),
        None => {
            // Straight to standard error, because the test harness swallows what `eprintln!` prints.
            let message = b"skipped: GLUE_MODEL_CORPUS is not set\n";
            std::io::stderr().write_all(message).unwrap();
            None
        }
    }
}

#[test]
fn what_is_generated_is_fresh_then_stale_with_other_options() {
    let Some(model) = glue() else { return };
    let model = model.to_str().unwrap();
    let playground = Playground::new();
    let generate = ["generate", "--model", model, "--out", "glue.rs"];
    assert_eq!(playground.run(generate), Run::fine(""));
    let check = generate.into_iter().chain(["--check"]);
    assert_eq!(playground.run(check.clone()), Run::fine(""));

    let other = playground.run(check.chain(["--no-docs"]));
    assert_eq!(other.code, Some(1));
    assert!(other.stdout.starts_with("--- glue.rs\n+++ glue.rs\n@@ "));
    let added = other.stdout.lines().skip(2).filter(|line| line.starts_with('+')).count();
    let removed = other.stdout.lines().skip(2).filter(|line| line.starts_with('-')).count();
    assert!(removed > added, "leaving out descriptions adds {added} and removes {removed} lines");
}

#[test]
fn every_operation_is_listed() {
    let Some(path) = glue() else { return };
    let model: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let run = Playground::new().run(["list", "--json", "--model", path.to_str().unwrap()]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let list: Value = serde_json::from_str(&run.stdout).unwrap();

    let listed = list["operations"].as_array().unwrap();
    let listed: Vec<_> =
        listed.iter().map(|operation| operation["name"].as_str().unwrap()).collect();
    let operations: Vec<_> = model["operations"].as_object().unwrap().keys().collect();
    assert_eq!(listed, operations);
    assert_eq!(list["shapes"]["model"], model["shapes"].as_object().unwrap().len());
    assert_eq!(list["service"], model["metadata"]["serviceFullName"]);
    assert_eq!(list["apiVersion"], model["metadata"]["apiVersion"]);
}

#[test]
fn every_operation_reaches_what_a_plain_search_of_the_json_reaches() {
    let Some(path) = glue() else { return };
    let model: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let run = Playground::new().run(["list", "--model", path.to_str().unwrap()]);
    let expected: String = (model["operations"].as_object().unwrap().iter())
        .map(|(name, operation)| format!("{name}\t{}\n", reach(&model, operation)))
        .collect();
    assert_eq!(run, Run::fine(expected));
}

/// How many shapes are named `{"shape": ...}` in a value, or in one of those shapes.
fn reach(model: &Value, start: &Value) -> usize {
    let mut reached = std::collections::BTreeSet::new();
    let mut open = vec![start];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(object) => {
                if let Some(Value::String(name)) = object.get("shape")
                    && reached.insert(name)
                {
                    open.push(&model["shapes"][name]);
                }
                open.extend(object.values());
            }
            Value::Array(array) => open.extend(array),
            _ => {}
        }
    }
    reached.len()
}
