//! Lists and maps of very many distinct entries.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::toy::{run, run_smithy};
use crate::support::Run;

/// The least question, whose member has so many entries.
#[track_caller]
fn member(run: impl FnOnce(&[&str]) -> Run) -> Value {
    let started = Instant::now();
    let Run { code, stdout, stderr } = run(&["--operation", "Ask", "--minimal"]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    // Without optimizations; it was minutes where each was compared with all others.
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    serde_json::from_str::<Value>(&stdout).unwrap()["a"].take()
}

/// The keys of a map of so many entries.
#[track_caller]
fn keys(count: usize, key: &Value) -> Vec<String> {
    let shapes = json!({
        "Question": {"type": "structure", "required": ["a"], "members": {"a": {"shape": "Many"}}},
        "Many": {"type": "map", "key": {"shape": "Key"}, "value": {"shape": "Size"}, "min": count},
        "Key": key,
        "Size": {"type": "integer"},
    });
    let map = member(|arguments| run(&shapes, arguments));
    let keys: Vec<String> = map.as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys.len(), count);
    keys
}

/// A list of so many entries, which are all different.
#[track_caller]
fn entries(count: usize, entry: &Value) -> Vec<Value> {
    let at_least = json!({"smithy.api#length": {"min": count}, "smithy.api#uniqueItems": {}});
    let required = json!({"smithy.api#required": {}});
    let unit = json!({"target": "smithy.api#Unit"});
    let shapes = json!({
        "Question": {
            "type": "structure",
            "members": {"a": {"target": "toy#Many", "traits": required}},
        },
        "Many": {"type": "list", "member": {"target": "toy#Entry"}, "traits": at_least},
        "Entry": entry,
        "Digit": {"type": "integer", "traits": {"smithy.api#range": {"min": -2, "max": 7}}},
        "Word": {"type": "enum", "members": {"ONE": unit, "TWO": unit, "THREE": unit}},
        "Words": {
            "type": "list", "member": {"target": "toy#Word"},
            "traits": {"smithy.api#length": {"max": 1}},
        },
    });
    let entries = member(|arguments| run_smithy(&shapes, arguments)).as_array().unwrap().clone();
    let distinct: BTreeSet<String> = entries.iter().map(Value::to_string).collect();
    assert_eq!((entries.len(), distinct.len()), (count, count), "{entry}");
    entries
}

#[test]
fn keys_with_a_pattern() {
    keys(10_000, &json!({"type": "string", "pattern": "[a-z][a-z0-9-]{2,30}", "max": 20}));
    // Every text that there is.
    let keys = keys(10_000, &json!({"type": "string", "pattern": "[0-9]{4}"}));
    assert_eq!((keys[0].as_str(), keys[9_999].as_str()), ("0000", "9999"));
}

#[test]
fn keys_of_a_length() {
    keys(10_000, &json!({"type": "string"}));
    let keys = keys(10_000, &json!({"type": "string", "min": 2, "max": 3}));
    assert!(keys.iter().all(|key| (2..=3).contains(&key.chars().count())));
}

#[test]
fn keys_of_an_enum() {
    let values: Vec<String> = (0..5_000).map(|number| format!("value-{number:04}")).collect();
    assert_eq!(keys(5_000, &json!({"type": "string", "enum": values})), values);
}

#[test]
fn unique_entries() {
    let traits = |kind: &str, traits: Value| json!({"type": kind, "traits": traits});
    let bounds = |kind, min: f64, max: f64| {
        traits(kind, json!({"smithy.api#range": {"min": min, "max": max}}))
    };
    entries(10_000, &traits("string", json!({"smithy.api#pattern": "^i-[0-9a-f]{8}$"})));
    entries(10_000, &traits("integer", json!({})));
    entries(256, &bounds("byte", -128.0, 127.0));
    entries(10_000, &bounds("double", 0.5, 0.75));
    entries(10_000, &bounds("double", -0.75, -0.5));
    entries(10_000, &traits("timestamp", json!({})));
    entries(10_000, &traits("blob", json!({"smithy.api#length": {"max": 2}})));
}

#[test]
fn unique_structures() {
    let with = |kind: &str, members: &[(&str, &str)]| {
        let target = |(name, target): &(&str, &str)| {
            ((*name).to_owned(), json!({"target": format!("toy#{target}")}))
        };
        let members: serde_json::Map<String, Value> = members.iter().map(target).collect();
        json!({"type": kind, "members": members})
    };
    entries(
        10_000,
        &json!({
            "type": "structure", "members": {"a": {"target": "smithy.api#Integer"}},
        }),
    );
    // All combinations, with and without each member.
    let members = [("a", "Word"), ("b", "Word"), ("c", "Digit"), ("d", "Words")];
    entries(4 * 4 * 11 * 5, &with("structure", &members));
    entries(13, &with("union", &[("a", "Word"), ("b", "Digit")]));
    // One within itself differs at the first levels.
    entries(8, &with("structure", &[("a", "Entry"), ("b", "Word")]));
}

#[test]
fn fewer_values_than_entries() {
    let shapes = json!({
        "Question": {"type": "structure", "required": ["a"], "members": {"a": {"shape": "Many"}}},
        "Many": {
            "type": "map", "key": {"shape": "One"}, "value": {"shape": "One"}, "min": 10_000,
        },
        "One": {"type": "string", "pattern": "[a-j]{3,4}", "max": 3},
    });
    let run = run(&shapes, &["--operation", "Ask"]);
    let message = "error: cannot make a value of `Question`: 10000 distinct keys were not found\n";
    assert_eq!(run, Run::failed(1, message));
}
