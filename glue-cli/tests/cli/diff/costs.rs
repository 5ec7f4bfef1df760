//! Models for which a comparison would take long if anything were decided twice.

use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use super::base;
use crate::support::Playground;

/// Far more than is needed, and far less than what it took to decide everything anew.
const PATIENCE: Duration = Duration::from_secs(20);

/// The changes, found in time.
fn changes(old: &Value, new: &Value) -> Vec<Value> {
    let playground = Playground::new();
    playground.write("old.json", old.to_string());
    playground.write("new.json", new.to_string());
    let start = Instant::now();
    let run = playground.run(["diff", "--json", "--deny", "nothing", "old.json", "new.json"]);
    let took = start.elapsed();
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(took < PATIENCE, "{took:?}");
    let output: Value = serde_json::from_str(&run.stdout).unwrap();
    output["changes"].as_array().unwrap().clone()
}

/// Operations that share an input, each with all its labels, which are called otherwise.
fn with_labels(prefix: &str) -> Value {
    const LABELS: usize = 300;
    let mut model = base();
    model["metadata"]["protocol"] = json!("rest-json");
    let label = |label: usize| format!("{prefix}{label}");
    let member = |number: usize| {
        let member = json!({"shape": "Name", "location": "uri", "locationName": label(number)});
        (format!("Member{number}"), member)
    };
    let members: Map<String, Value> = (0..LABELS).map(member).collect();
    let required: Vec<&String> = members.keys().collect();
    model["shapes"]["Labels"] =
        json!({"type": "structure", "required": required, "members": members});
    let path: String = (0..LABELS).map(|number| format!("/{{{}}}", label(number))).collect();
    for number in 0..LABELS {
        let name = format!("Do{number}");
        model["operations"][&name] = json!({
            "name": name, "input": {"shape": "Labels"},
            "http": {"method": "POST", "requestUri": format!("/{number}{path}")}
        });
    }
    model
}

#[test]
fn labels_that_operations_share_are_placed_once() {
    assert_eq!(changes(&with_labels("a"), &with_labels("b")), [Value::Null; 0]);
}

/// Layers of structures, each with members for all of the next layer, whose targets are rotated.
fn layered(rotation: usize) -> Value {
    const LAYERS: usize = 6;
    const SHAPES: usize = 30;
    let mut model = base();
    model["shapes"]["Item"]["members"]["All"] = json!({"shape": "S0x0"});
    for layer in 0..LAYERS {
        for shape in 0..SHAPES {
            let mut members = Map::new();
            for member in 0..SHAPES {
                let target = match layer + 1 < LAYERS {
                    true => format!("S{}x{}", layer + 1, (member + rotation) % SHAPES),
                    false => "String".to_owned(),
                };
                members.insert(format!("M{member}"), json!({"shape": target}));
            }
            let own = if shape == 7 { "Seven" } else { "Own" };
            members.insert(own.to_owned(), json!({"shape": "String"}));
            model["shapes"][format!("S{layer}x{shape}")] =
                json!({"type": "structure", "members": members});
        }
    }
    model
}

#[test]
fn pairs_of_types_are_decided_once() {
    let told = changes(&layered(0), &layered(1));
    assert!(told.iter().all(|change| change["aspect"] == "type"));
    assert_eq!(told.len(), (1 + 4 * 30) * 30);
    // A layer above another holds a pair that does not read; in the last but one, only two do not.
    let reads = |item: &str, member: &str| {
        let change =
            told.iter().find(|change| change["item"] == item && change["member"] == member);
        change.unwrap()["json"]["reads"].clone()
    };
    assert_eq!(reads("S0x0", "M0"), "no");
    assert_eq!(reads("S4x0", "M0"), "yes");
    assert_eq!(reads("S4x0", "M6"), "no");
    assert_eq!(reads("S4x0", "M7"), "no");
    assert_eq!(reads("S4x0", "M8"), "yes");
}

#[test]
fn each_entry_of_a_list_is_looked_up() {
    const VALUES: usize = 4000;
    let mut new = base();
    new["shapes"]["State"]["enum"] = (0..VALUES).map(|number| format!("S{number}")).collect();
    let entry = |number: usize| {
        let entry = json!({
            "reason": "New.", "kind": "enum", "item": "State", "member": format!("S{number}"),
            "aspect": "existence"
        });
        (format!("value-{number}"), entry)
    };
    let list: Map<String, Value> = (0..VALUES).map(entry).collect();
    let playground = Playground::new();
    playground.write("old.json", base().to_string());
    playground.write("new.json", new.to_string());
    playground.write("allow.json", Value::Object(list).to_string());
    let start = Instant::now();
    let run = playground.run(["diff", "--allow", "allow.json", "old.json", "new.json"]);
    assert!(start.elapsed() < PATIENCE);
    assert!(run.stdout.ends_with("; 4,000 of them are allowed\n"), "{}", run.stderr);
}
