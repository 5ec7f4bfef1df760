//! Fixes of the values of enums.

use glue_model::{EnumValue, Model, ShapeKind};

use super::fixed_model;
use crate::common::{shape, with_shapes};

const SHAPES: &str = r#"
    "State": {"type": "string", "enum": ["Open", "Closed", "Ajar"]},
    "Door": {"type": "structure", "members": {"State": {"shape": "State"}}},
    "Text": {"type": "string"}
    "#;

fn fixed(values: &str) -> Result<Model, String> {
    let fixes = format!(r#"{{"a": {{"reason": "r", "shape": "State", "values": {values}}}}}"#);
    fixed_model(&with_shapes(SHAPES), &fixes)
}

fn values(model: &Model) -> &[EnumValue] {
    match &shape(model, "State").kind {
        ShapeKind::Enum(values) => values,
        other => panic!("no values in {other:?}"),
    }
}

fn texts(model: &Model) -> Vec<&str> {
    values(model).iter().map(|value| value.value.as_str()).collect()
}

#[test]
fn values_are_replaced_in_place_added_and_removed() {
    let replaced = fixed(r#"{"from": ["Ajar", "Open"], "to": ["ajar", "open"]}"#).unwrap();
    assert_eq!(texts(&replaced), ["open", "Closed", "ajar"]);
    let added = fixed(r#"{"from": [], "to": ["open", "gone"]}"#).unwrap();
    assert_eq!(texts(&added), ["Open", "Closed", "Ajar", "open", "gone"]);
    let removed = fixed(r#"{"from": ["Ajar", "Open"], "to": []}"#).unwrap();
    assert_eq!(texts(&removed), ["Closed"]);
}

#[test]
fn a_replaced_value_keeps_its_name_and_description() {
    let text = r#"{"smithy": "2.0", "shapes": {
        "t#Toy": {"type": "service", "operations": [{"target": "t#Go"}], "traits": {"aws.protocols#awsJson1_1": {}}},
        "t#Go": {"type": "operation", "input": {"target": "t#In"}},
        "t#In": {"type": "structure", "members": {"State": {"target": "t#State"}, "Level": {"target": "t#Level"}}},
        "t#State": {"type": "enum", "members": {
            "OPEN": {"target": "smithy.api#Unit", "traits": {
                "smithy.api#enumValue": "Open", "smithy.api#documentation": "Not closed.",
                "smithy.api#internal": {}, "smithy.api#deprecated": {}
            }},
            "CLOSED": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "Closed"}}
        }},
        "t#Level": {"type": "intEnum", "members": {"LOW": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}}}
    }}"#;
    let model = fixed_model(
        text,
        r#"{"a": {"reason": "r", "shape": "State", "values": {"from": ["Open"], "to": ["open"]}}}"#,
    )
    .unwrap();
    let [open, closed] = values(&model) else { panic!("{:?}", values(&model)) };
    assert_eq!((open.name.as_deref(), open.value.as_str()), (Some("OPEN"), "open"));
    assert_eq!(open.documentation.as_deref(), Some("Not closed."));
    assert!(open.internal && open.deprecated.is_some());
    assert_eq!(closed.value, "Closed");
    let problems = fixed_model(
        text,
        r#"{"a": {"reason": "r", "shape": "Level", "values": {"from": [], "to": ["2"]}}}"#,
    );
    assert_eq!(
        problems.unwrap_err(),
        "error: shape `Level` is an enum of integers, not an enum
  --> fixes.json:1:2 (/a)
  = help: name an enum of strings, or remove the fix

1 problem in fixes.json"
    );
}

#[test]
fn a_fix_does_not_apply_when_a_value_has_gone_or_has_come() {
    assert_eq!(
        fixed(r#"{"from": ["Open", "Gone"], "to": ["Ajar", "gone"]}"#).unwrap_err(),
        "error: fix `a` does not apply: enum `State` has no value `Gone`
  --> fixes.json:1:69 (/a/values/from/1)
  = help: correct the value, or remove the fix if the model has been mended

error: fix `a` does not apply: enum `State` has the value `Ajar` already
  --> fixes.json:1:85 (/a/values/to/0)
  = help: leave the value out, or remove the fix if the model has been mended

2 problems in fixes.json"
    );
}

#[test]
fn values_that_say_nothing_or_leave_nothing() {
    let told = |values: &str| fixed(values).unwrap_err();
    assert_eq!(
        told(r#"{"from": ["Open", "Closed", "Ajar"], "to": []}"#),
        "error: the enum `State` has no values left
  --> fixes.json:1:51 (/a/values)
  = help: leave at least one

1 problem in fixes.json"
    );
    assert_eq!(
        told(r#"{"from": ["Open", "Closed"], "to": ["open"]}"#),
        "error: `from` has 2 values and `to` has 1
  --> fixes.json:1:51 (/a/values)
  = help: give one for each, or leave a side empty to add or remove values

1 problem in fixes.json"
    );
    assert_eq!(
        told(r#"{"from": [], "to": []}"#),
        "error: `from` and `to` are the same
  --> fixes.json:1:70 (/a/values/to)
  = help: say what is to be, or remove the fix

1 problem in fixes.json"
    );
    assert_eq!(
        told(r#"{"from": ["Open", "Open"], "to": ["open", 1], "too": []}"#),
        "error: enum value `Open` is listed more than once
  --> fixes.json:1:69 (/a/values/from/1)
  = help: keep only one

error: expected a string, found a number
  --> fixes.json:1:93 (/a/values/to/1)

error: key `too` is unknown
  --> fixes.json:1:97 (/a/values/too)
  = help: use `from`, `to`

3 problems in fixes.json"
    );
    assert_eq!(
        told("1"),
        "error: expected an object, found a number
  --> fixes.json:1:51 (/a/values)

1 problem in fixes.json"
    );
}

#[test]
fn only_enums_have_values() {
    let problems = fixed_model(
        &with_shapes(SHAPES),
        r#"{
"text": {"reason": "r", "shape": "Text", "values": {"from": [], "to": ["a"]}},
"member": {"reason": "r", "shape": "Door", "member": "State", "values": {"from": [], "to": ["a"]}},
"gone": {"reason": "r", "shape": "Stat", "values": {"from": []}}
}"#,
    );
    assert_eq!(
        problems.unwrap_err(),
        "error: shape `Text` is a string, not an enum
  --> fixes.json:2:1 (/text)
  = help: name an enum of strings, or remove the fix

error: fix `member` is for a member
  --> fixes.json:3:1 (/member)
  = help: leave `member` out, and name the enum: members have no values of their own

error: the model has no shape `Stat`
  --> fixes.json:4:34 (/gone/shape)
  = help: correct the name, or remove the fix

error: key `to` is missing
  --> fixes.json:4:52 (/gone/values)

4 problems in fixes.json"
    );
}

#[test]
fn fixes_are_applied_in_order() {
    let model = fixed_model(
        &with_shapes(SHAPES),
        r#"{
        "a": {"reason": "r", "shape": "State", "values": {"from": ["Open"], "to": ["open"]}},
        "b": {"reason": "r", "shape": "State", "values": {"from": ["open"], "to": []}}
        }"#,
    )
    .unwrap();
    assert_eq!(texts(&model), ["Closed", "Ajar"]);
}
