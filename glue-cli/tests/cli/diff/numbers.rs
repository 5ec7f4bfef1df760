//! Ranges and lengths, compared exactly, and enums of numbers.

use serde_json::{Value, json};

use super::{base, told};
use crate::diff::schema::changes_between;

/// The base model, whose count is a number of a kind with bounds.
fn counting(count: Value) -> Value {
    let mut model = base();
    model["shapes"]["Count"] = count;
    model
}

/// What is told of the range of the base model's count.
fn range(old: Value, new: Value) -> Value {
    range_between(&counting(old), &counting(new))
}

/// What is told of a range: what it was, what it is, the note, and whether what was valid is.
fn range_between(old: &Value, new: &Value) -> Value {
    let told = changes_between(old, new);
    let range: Vec<Value> = told
        .iter()
        .filter(|change| change["aspect"] == "range")
        .map(|change| {
            json!([change["old"], change["new"], change["note"], change["json"]["valid"]])
        })
        .collect();
    assert!(range.len() < 2, "{range:?}");
    range.into_iter().next().unwrap_or(Value::Null)
}

#[test]
fn bounds_of_whole_numbers_are_not_rounded() {
    let at_least = |min: i64| json!({"type": "long", "min": min});
    let (one, next) = (9_007_199_254_740_992, 9_007_199_254_740_993);
    assert_eq!(
        range(at_least(one), at_least(next)),
        json!(["9007199254740992 or more", "9007199254740993 or more", "tighter", "no"])
    );
    assert_eq!(
        range(at_least(next), at_least(one)),
        json!(["9007199254740993 or more", "9007199254740992 or more", "looser", "yes"])
    );
    // Doubles are compared with the closest double.
    let double = |min: i64| json!({"type": "double", "min": min});
    assert_eq!(range(double(one), double(next)), Value::Null);
}

#[test]
fn bounds_that_the_type_has_in_any_case_are_no_bounds() {
    for (kind, least, most) in [
        ("byte", i64::from(i8::MIN), i64::from(i8::MAX)),
        ("short", i64::from(i16::MIN), i64::from(i16::MAX)),
        ("integer", i64::from(i32::MIN), i64::from(i32::MAX)),
        ("long", i64::MIN, i64::MAX),
    ] {
        // Only Smithy has all four of them.
        let with = |range: Value| {
            smithy(json!({
                "a#Input": {"type": "structure", "members": {"Count": {"target": "a#Count"}}},
                "a#Count": {"type": kind, "traits": {"smithy.api#range": range}}
            }))
        };
        let bounds = |min: i64, max: i64| with(json!({"min": min, "max": max}));
        let natural = with(json!({"min": 0}));
        let free = bounds(least, most);
        assert_eq!(range_between(&natural, &bounds(0, most)), Value::Null, "{kind}");
        assert_eq!(range_between(&free, &with(json!({"max": most}))), Value::Null, "{kind}");
        assert_eq!(
            range_between(&free, &bounds(least, most - 1)),
            json!([null, format!("at most {}", most - 1), "tighter", "no"]),
        );
        assert_eq!(
            range_between(&bounds(least + 1, most), &free),
            json!([format!("{} or more", least + 1), null, "looser", "yes"]),
        );
    }
    // Bounds beyond what the type holds.
    let wide = json!({"type": "integer", "min": -5_000_000_000_i64, "max": 5_000_000_000_i64});
    assert_eq!(range(json!({"type": "integer"}), wide), Value::Null);
    // Nothing is as long as this.
    let (old, mut new) = (base(), base());
    new["shapes"]["String"]["max"] = json!(i64::MAX);
    assert_eq!(told(&old, &new), "");
}

#[test]
fn a_wider_type_need_not_say_the_limits_of_the_narrower() {
    let bounded = |max: i64| json!({"type": "long", "max": max});
    let valid = |max| {
        let told = changes_between(
            &counting(json!({"type": "integer", "min": 1})),
            &counting(bounded(max)),
        );
        let change = told.iter().find(|change| change["item"] == "Request").unwrap();
        json!([change["aspect"], change["json"]["reads"], change["json"]["valid"]])
    };
    assert_eq!(valid(i64::from(i32::MAX)), json!(["type", "yes", "yes"]));
    assert_eq!(valid(i64::from(i32::MAX) - 1), json!(["type", "yes", "no"]));
}

/// A Smithy model of one operation, whose members are these.
fn smithy(shapes: Value) -> Value {
    let mut model = json!({
        "smithy": "2.0",
        "shapes": {
            "a#Service": {
                "type": "service", "version": "1", "operations": [{"target": "a#Get"}],
                "traits": {
                    "aws.api#service": {"sdkId": "A"}, "aws.protocols#awsJson1_1": {},
                    "aws.auth#sigv4": {"name": "a"}
                }
            },
            "a#Get": {
                "type": "operation", "input": {"target": "a#Input"}, "output": {"target": "smithy.api#Unit"}
            }
        }
    });
    let all = model["shapes"].as_object_mut().unwrap();
    all.extend(shapes.as_object().unwrap().clone());
    model
}

fn with_values(values: &[(&str, i32)]) -> Value {
    let members: serde_json::Map<String, Value> = values
        .iter()
        .map(|(name, value)| {
            let traits = json!({"smithy.api#enumValue": value});
            ((*name).to_owned(), json!({"target": "smithy.api#Unit", "traits": traits}))
        })
        .collect();
    smithy(json!({
        "a#Input": {"type": "structure", "members": {"Level": {"target": "a#Level"}}},
        "a#Level": {"type": "intEnum", "members": members}
    }))
}

#[test]
fn values_of_an_enum_of_numbers_come_and_go() {
    let old = with_values(&[("LOW", 1), ("MID", 2)]);
    let new = with_values(&[("LOW", 1), ("HIGH", 3)]);
    assert_eq!(
        told(&old, &new),
        "shape Level, sent by the client\n  ~ 2: removed, was MID\n  + 3: added, HIGH\n"
    );
    let verdicts: Vec<Value> =
        changes_between(&old, &new).into_iter().map(|change| change["json"].clone()).collect();
    assert_eq!(verdicts, vec![json!({"reads": "yes", "valid": "yes"}); 2]);
    // What a value is called shows nowhere.
    assert_eq!(told(&old, &with_values(&[("LEAST", 1), ("MID", 2)])), "");
    let plain = smithy(json!({
        "a#Input": {"type": "structure", "members": {"Level": {"target": "a#Level"}}},
        "a#Level": {"type": "integer"}
    }));
    assert_eq!(
        told(&plain, &old),
        "shape Level, sent by the client\n  ~ kind integer -> enum of integers\n"
    );
}

#[test]
fn a_member_with_another_enum_of_numbers_is_told_its_values() {
    let with = |target: &str| {
        let value = |value: i32| json!({"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": value}});
        smithy(json!({
            "a#Input": {"type": "structure", "members": {"Level": {"target": target}}},
            "a#One": {"type": "intEnum", "members": {"LOW": value(1)}},
            "a#Two": {"type": "intEnum", "members": {"LOW": value(1), "HIGH": value(2)}}
        }))
    };
    assert_eq!(
        told(&with("a#One"), &with("a#Two")),
        "structure Input, sent by the client\n  + Level/2: added, HIGH\n"
    );
}
