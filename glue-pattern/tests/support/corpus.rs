//! The patterns of real models, which are not part of this repository.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The variable that says where botocore's patterns are: a JSON list of patterns, or a folder with
/// models.
pub const BOTOCORE: &str = "GLUE_PATTERN_CORPUS";

/// The variable that says where Smithy's patterns are: a folder with models, perhaps compressed.
pub const SMITHY: &str = "GLUE_PATTERN_SMITHY";

/// All patterns of a corpus, sorted and without duplicates; `None` where none is given.
pub fn patterns(variable: &str) -> Option<Vec<String>> {
    let path = std::env::var_os(variable)?;
    let mut found = BTreeSet::new();
    let mut pending = vec![PathBuf::from(path)];
    while let Some(path) = pending.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).unwrap();
            pending.extend(entries.map(|entry| entry.unwrap().path()));
        } else if let Some(text) = text(&path) {
            collect(&serde_json::from_str(&text).unwrap(), &mut found);
        }
    }
    assert!(!found.is_empty(), "{variable} leads to no patterns");
    Some(found.into_iter().collect())
}

/// The text of a JSON file; `None` of any other.
fn text(path: &Path) -> Option<String> {
    match path.extension()?.to_str()? {
        "json" => std::fs::read_to_string(path).ok(),
        "gz" => {
            let output = Command::new("gzip").arg("-dc").arg(path).output().unwrap();
            String::from_utf8(output.stdout).ok()
        }
        _ => None,
    }
}

fn collect(value: &Value, found: &mut BTreeSet<String>) {
    let patterns: Vec<&Value> = match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(members) => {
            let shapes = members.get("shapes").and_then(Value::as_object);
            let shapes = shapes.into_iter().flat_map(|shapes| shapes.values());
            shapes.flat_map(patterns_of_shape).collect()
        }
        _ => Vec::new(),
    };
    found.extend(patterns.into_iter().filter_map(Value::as_str).map(str::to_owned));
}

/// The patterns of a shape: botocore's member, or Smithy's traits, on the shape or its members.
fn patterns_of_shape(shape: &Value) -> Vec<&Value> {
    let mut patterns: Vec<&Value> = shape.get("pattern").into_iter().collect();
    let members = shape.get("members").and_then(Value::as_object);
    let members = members.into_iter().flat_map(|members| members.values());
    for shape in members.chain([shape]) {
        let traits = shape.get("traits");
        patterns.extend(traits.and_then(|traits| traits.get("smithy.api#pattern")));
    }
    patterns
}
