//! The patterns of real models, which are not part of this repository.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The variable that says where they are: a JSON list of patterns, or a folder with models in
/// botocore's format, in which every `pattern` counts.
pub const VARIABLE: &str = "GLUE_PATTERN_CORPUS";

/// All patterns, sorted and without duplicates; `None`, with a message, where none are given.
pub fn patterns() -> Option<Vec<String>> {
    let Some(path) = std::env::var_os(VARIABLE) else {
        eprintln!("SKIPPED: {VARIABLE} does not say where models are");
        return None;
    };
    let mut found = BTreeSet::new();
    let mut pending = vec![PathBuf::from(path)];
    while let Some(path) = pending.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).unwrap();
            pending.extend(entries.map(|entry| entry.unwrap().path()));
        } else if is_model(&path) {
            let text = std::fs::read_to_string(&path).unwrap();
            collect(&serde_json::from_str(&text).unwrap(), &mut found);
        }
    }
    assert!(!found.is_empty(), "{VARIABLE} leads to no patterns");
    Some(found.into_iter().collect())
}

/// botocore's other files are not models of operations and shapes.
fn is_model(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let is_json = path.extension().is_some_and(|extension| extension == "json");
    let in_botocore = path.ancestors().any(|folder| folder.ends_with("botocore/data"));
    is_json && (!in_botocore || name == Some("service-2.json"))
}

fn collect(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => {
            for item in items {
                match item {
                    Value::String(pattern) => drop(found.insert(pattern.clone())),
                    other => collect(other, found),
                }
            }
        }
        Value::Object(members) => {
            // In a model the patterns are on the shapes.
            let shapes = members.get("shapes").and_then(Value::as_object);
            for shape in shapes.into_iter().flat_map(|shapes| shapes.values()) {
                if let Some(Value::String(pattern)) = shape.get("pattern") {
                    found.insert(pattern.clone());
                }
            }
        }
        _ => {}
    }
}
