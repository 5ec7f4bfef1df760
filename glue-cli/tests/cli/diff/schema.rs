//! The published schema of `--json`, and the verdicts in it.

use serde_json::{Value, json};

use super::base;
use crate::support::Playground;

const SCHEMA: &str = include_str!("../../../schemas/diff.schema.json");

/// The changes of the base model as JSON, which the schema allows.
fn changes(change: impl FnOnce(&mut Value)) -> Vec<Value> {
    let mut new = base();
    change(&mut new);
    changes_between(&base(), &new)
}

pub(super) fn changes_between(old: &Value, new: &Value) -> Vec<Value> {
    let playground = Playground::new();
    playground.write("old.json", old.to_string());
    playground.write("new.json", new.to_string());
    let run = playground.run(["diff", "--json", "--deny", "nothing", "old.json", "new.json"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let output: Value = serde_json::from_str(&run.stdout).unwrap();
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&output).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0], "{output:#}");
    output["changes"].as_array().unwrap().clone()
}

/// Item, member and aspect, then the verdicts: on source, whether old JSON reads, whether what was
/// valid still is, and who sends it.
fn verdicts(changes: &[Value]) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let line = |change: &Value| {
        format!(
            "{} {} {}: {} {} {} {}",
            text(&change["item"]),
            text(&change["member"]),
            text(&change["aspect"]),
            text(&change["source"]),
            text(&change["json"]["reads"]),
            text(&change["json"]["valid"]),
            text(&change["direction"]),
        )
    };
    changes.iter().map(line).collect()
}

#[test]
fn the_schema_refuses_what_is_not_an_answer() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::validator_for(&schema).unwrap();
    let totals = json!({"additive": 0, "allowed": 0, "behavior": 0, "breaking": 0});
    assert!(validator.is_valid(&json!({"changes": [], "totals": totals})));
    assert!(!validator.is_valid(&json!({"changes": []})));
    assert!(!validator.is_valid(&json!({"changes": [{}], "totals": totals})));
    let mut change = changes(|new| new["shapes"]["Count"]["max"] = json!(9)).remove(0);
    assert!(validator.is_valid(&json!({"changes": [change], "totals": totals})));
    change["allowed"] = json!("Nobody counts so far.");
    change["cause"] = json!({
        "kind": "reached", "now": true, "operation": "Get", "path": "input", "shape": null
    });
    assert!(validator.is_valid(&json!({"changes": [change], "totals": totals})));
    change["cause"]["now"] = json!(null);
    assert!(!validator.is_valid(&json!({"changes": [change], "totals": totals})));
    change["cause"] = json!(null);
    change["json"]["valid"] = json!("perhaps");
    assert!(!validator.is_valid(&json!({"changes": [change], "totals": totals})));
}

#[test]
fn what_is_gone_is_lost_in_structures_and_kept_in_enums_and_unions() {
    let told = changes(|new| {
        new["operations"].as_object_mut().unwrap().remove("Put");
        new["shapes"]["Request"]["members"].as_object_mut().unwrap().remove("Note");
        new["shapes"]["Choice"]["members"].as_object_mut().unwrap().remove("Text");
        new["shapes"]["State"]["enum"] = json!(["ON"]);
        new["operations"]["Get"]["errors"] = json!([]);
    });
    assert_eq!(
        verdicts(&told),
        [
            "Get Gone existence: breaking yes yes service",
            "Put - existence: breaking yes yes -",
            "Gone - existence: breaking no no service",
            "Request Note existence: breaking no no client",
            "Choice Text existence: breaking yes yes service",
            "State OFF existence: breaking yes yes service",
        ]
    );
}

#[test]
fn another_type_may_read_the_same_json() {
    let mut old = base();
    old["shapes"]["Other"] = json!({"type": "structure", "members": {"Names": {"shape": "Names"}}});
    let members = json!({
        "A": {"shape": "Count"}, "B": {"shape": "Long"}, "C": {"shape": "State"},
        "D": {"shape": "Names"}, "E": {"shape": "Item"}, "F": {"shape": "Other"},
        "G": {"shape": "String"}, "H": {"shape": "Time"}, "I": {"shape": "Blob"}
    });
    old["shapes"]["Item"]["members"]["All"] = json!({"shape": "All"});
    old["shapes"]["All"] = json!({"type": "structure", "members": members});
    old["shapes"]["Long"] = json!({"type": "long"});
    old["shapes"]["Blob"] = json!({"type": "blob"});
    let mut new = old.clone();
    for (member, target) in [
        ("A", "Long"),
        ("B", "Small"),
        ("C", "String"),
        ("D", "String"),
        ("E", "Other"),
        ("F", "Item"),
        ("G", "State"),
        ("H", "String"),
        ("I", "String"),
    ] {
        new["shapes"]["All"]["members"][member]["shape"] = json!(target);
    }
    new["shapes"]["Small"] = json!({"type": "integer"});
    let told = changes_between(&old, &new);
    let types: Vec<String> =
        verdicts(&told).into_iter().filter(|line| line.contains(" type: ")).collect();
    assert_eq!(
        types,
        [
            "All A type: breaking yes yes service",
            "All B type: breaking no no service",
            "All C type: breaking yes yes service",
            "All D type: breaking no no service",
            // `Other` has no member `Ratio`.
            "All E type: breaking no no service",
            "All F type: breaking yes unknown service",
            "All G type: breaking yes yes service",
            "All H type: breaking unknown unknown service",
            "All I type: breaking yes yes service",
        ]
    );
}

#[test]
fn boxes_and_nulls_are_told_apart() {
    let told = changes(|new| {
        new["shapes"]["Names"]["sparse"] = json!(true);
        new["shapes"]["Item"]["members"]["Self"] = json!({"shape": "Response"});
    });
    assert_eq!(
        verdicts(&told),
        [
            "Item Names type: breaking yes yes service",
            "Item Self existence: compatible yes yes service",
            "Response Choice type: breaking yes yes service",
            "Response Item type: breaking yes yes service",
        ]
    );
}

#[test]
fn a_key_in_another_case_still_reads() {
    let told = changes(|new| {
        let members = &mut new["shapes"]["Request"]["members"];
        members["Name"]["locationName"] = json!("name");
        members["Note"]["locationName"] = json!("Remark");
        members["Count"]["locationName"] = json!("Number");
        new["shapes"]["Choice"]["members"]["Text"]["locationName"] = json!("Words");
    });
    assert_eq!(
        verdicts(&told),
        [
            // The name in the model still reads.
            "Request Count wire-name: compatible yes yes client",
            "Request Name wire-name: compatible yes yes client",
            "Request Note wire-name: compatible yes yes client",
            "Choice Text wire-name: compatible yes yes service",
        ]
    );
    let mut old = base();
    old["shapes"]["Request"]["members"]["Note"]["locationName"] = json!("Remark");
    let told = changes_between(&old, &base());
    assert_eq!(verdicts(&told), ["Request Note wire-name: compatible no no client"]);
}

#[test]
fn who_sends_what_counts_in_both_versions() {
    let told = changes(|new| {
        new["shapes"]["Response"]["members"]["Echo"] = json!({"shape": "Request"});
        new["shapes"]["Request"]["members"]["More"] = json!({"shape": "String"});
        new["shapes"]["Request"]["required"] = json!(["Name", "More"]);
        new["operations"]["Put"]["output"] = json!({"shape": "Item"});
        new["operations"]["Get"].as_object_mut().unwrap().remove("input");
    });
    assert_eq!(
        verdicts(&told),
        [
            "Get - input: breaking no no client",
            "Put - output: breaking yes yes service",
            "Request Count presence: compatible yes yes both",
            "Request More existence: compatible yes no both",
            "Response Echo existence: compatible yes yes service",
        ]
    );
}

#[test]
fn a_pattern_is_compared_by_what_passes_at_its_length() {
    let compared = |change: &dyn Fn(&mut Value)| {
        let told = changes(change);
        let told = told.iter().find(|change| change["aspect"] == "pattern")?;
        let (gained, lost) = (&told["accepted_now"], &told["refused_now"]);
        Some(json!([told["note"], told["json"]["valid"], gained, lost]))
    };
    let pattern =
        |pattern: &'static str| compared(&|new| new["shapes"]["Name"]["pattern"] = json!(pattern));
    assert_eq!(pattern("[a-z][a-z-]*"), Some(json!(["looser", "yes", "a-", null])));
    assert_eq!(pattern("[a-y]+"), Some(json!(["tighter", "no", null, "z"])));
    assert_eq!(pattern("[a-y-]+"), Some(json!(["looser and tighter", "no", "-", "z"])));
    // No name has more than ten characters, nor none.
    assert_eq!(pattern("[a-z]{1,10}"), None);
    assert_eq!(pattern("[a-z]*"), None);
    assert_eq!(pattern("[a-z]{1,9}"), Some(json!(["tighter", "no", null, "aaaaaaaaaa"])));
    let told = Some(json!(["may be looser or tighter", "unknown", null, null]));
    assert_eq!(pattern("([a-z]+)\\1"), told);
    let mut old = base();
    old["shapes"]["Name"]["pattern"] = json!("([a-z]+)\\1");
    let mut new = base();
    new["shapes"]["Name"].as_object_mut().unwrap().remove("pattern");
    let note = |told: Vec<Value>| json!([told[0]["note"], told[0]["json"]["valid"]]);
    assert_eq!(note(changes_between(&old, &new)), json!(["looser", "yes"]));
    assert_eq!(note(changes_between(&new, &old)), json!(["tighter", "unknown"]));
    let longer = compared(&|new| {
        new["shapes"]["Name"]["pattern"] = json!("[a-z]{2,}|[0-9]{11}");
        new["shapes"]["Name"]["max"] = json!(11);
    });
    assert_eq!(longer, Some(json!(["looser and tighter", "no", "00000000000", "a"])));
}
