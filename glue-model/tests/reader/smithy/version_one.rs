//! What is different in version 1.0.

use glue_model::{Json, JsonNumber, ShapeKind};

use super::{reaching, taking};
use crate::common::{members, model, shape};

fn of_version_one(text: &str) -> String {
    text.replace("\"smithy\": \"2.0\"", "\"smithy\": \"1.0\"")
}

const NUMBERS: &str = r#"
    "t#In": {"type": "structure", "members": {
        "flag": {"target": "smithy.api#PrimitiveBoolean"},
        "count": {"target": "t#Count", "traits": {"smithy.api#required": {}}},
        "ratio": {"target": "smithy.api#PrimitiveDouble"},
        "boxed": {"target": "t#Boxed"},
        "boxedHere": {"target": "t#Count", "traits": {"smithy.api#box": {}}},
        "boxedByThePrelude": {"target": "smithy.api#Integer"},
        "text": {"target": "smithy.api#String"},
        "big": {"target": "t#Big"}
    }},
    "t#Count": {"type": "integer"},
    "t#Boxed": {"type": "integer", "traits": {"smithy.api#box": {}}},
    "t#Big": {"type": "bigInteger"}
    "#;

#[test]
fn absent_numbers_and_flags_are_zero_unless_boxed() {
    let zero = Json::Number(JsonNumber::Integer(0));
    let one = model(&of_version_one(&taking(NUMBERS)));
    let defaults: Vec<Option<Json>> =
        members(&one, "In").iter().map(|member| member.default.clone()).collect();
    assert_eq!(
        defaults,
        [Some(Json::Bool(false)), Some(zero.clone()), Some(zero), None, None, None, None, None]
    );
    let two = model(&taking(NUMBERS));
    assert!(members(&two, "In").iter().all(|member| member.default.is_none()));
}

#[test]
fn entries_of_lists_have_no_default() {
    let model = model(&of_version_one(&reaching(
        &["t#L", "t#U"],
        r#""t#L": {"type": "list", "member": {"target": "smithy.api#PrimitiveLong"}},
        "t#U": {"type": "union", "members": {"a": {"target": "smithy.api#PrimitiveLong"}}}"#,
    )));
    let ShapeKind::List(list) = &shape(&model, "L").kind else { panic!("not a list") };
    assert_eq!((&list.member.default, &members(&model, "U")[0].default), (&None, &None));
}

#[test]
fn a_set_is_a_list_without_repeats() {
    for text in [of_version_one, str::to_owned as fn(&str) -> String].map(|version| {
        version(&reaching(
            &["t#S", "t#L"],
            r#""t#S": {"type": "set", "member": {"target": "smithy.api#String"}},
            "t#L": {"type": "list", "member": {"target": "smithy.api#String"}}"#,
        ))
    }) {
        let model = model(&text);
        assert!(matches!(shape(&model, "S").kind, ShapeKind::List(_)));
        assert!(shape(&model, "S").constraints.unique_items);
        assert!(!shape(&model, "L").constraints.unique_items);
    }
}

#[test]
fn traits_without_a_value_may_be_true_or_null() {
    let model = model(&of_version_one(&taking(
        r#"
        "t#In": {"type": "structure", "members": {
            "a": {"target": "smithy.api#String", "traits": {"smithy.api#required": true}},
            "b": {"target": "smithy.api#String", "traits": {"smithy.api#required": null, "smithy.api#deprecated": true}}
        }}
        "#,
    )));
    let [a, b] = members(&model, "In") else { panic!("two members") };
    assert!(a.required && b.required && b.deprecated.is_some() && a.deprecated.is_none());
}
