//! Fixes of whether members are required.

use super::fixed_model;
use crate::common::{members, with_shapes};

const SHAPES: &str = r#"
    "Door": {"type": "structure", "required": ["State"], "members": {"State": {"shape": "S"}, "Color": {"shape": "S"}}},
    "Key": {"type": "structure", "union": true, "members": {"Code": {"shape": "S"}}},
    "S": {"type": "string"}
    "#;

#[test]
fn a_member_is_required_or_not() {
    let model = fixed_model(
        &with_shapes(SHAPES),
        r#"{
        "a": {"reason": "r", "shape": "Door", "member": "State", "required": {"from": true, "to": false}},
        "b": {"reason": "r", "shape": "Door", "member": "Color", "required": {"from": false, "to": true}}
        }"#,
    )
    .unwrap();
    let required: Vec<bool> =
        members(&model, "Door").iter().map(|member| member.required).collect();
    assert_eq!(required, [false, true]);
}

#[test]
fn only_members_of_structures_are_and_only_from_what_they_are() {
    let problems = fixed_model(
        &with_shapes(SHAPES),
        r#"{
"mended": {"reason": "r", "shape": "Door", "member": "Color", "required": {"from": true, "to": false}},
"union": {"reason": "r", "shape": "Key", "member": "Code", "required": {"from": false, "to": true}},
"shape": {"reason": "r", "shape": "Door", "required": {"from": "yes", "to": true}},
"same": {"reason": "r", "shape": "Door", "member": "Color", "required": {"from": false, "to": false}}
}"#,
    );
    assert_eq!(
        problems.unwrap_err(),
        "error: fix `mended` does not apply: `from` is not what the model has
  --> fixes.json:2:1 (/mended)
  = help: correct `from`, or remove the fix if the model has been mended

error: fix `union` is not for a structure's member
  --> fixes.json:3:1 (/union)
  = help: name a structure and its `member`: nothing else is required or not

error: fix `shape` is not for a structure's member
  --> fixes.json:4:1 (/shape)
  = help: name a structure and its `member`: nothing else is required or not

error: expected a boolean, found a string
  --> fixes.json:4:64 (/shape/required/from)

error: `from` and `to` are the same
  --> fixes.json:5:95 (/same/required/to)
  = help: say what is to be, or remove the fix

5 problems in fixes.json"
    );
}
