//! Names of shapes, with and without their namespaces.

use super::{names, reaching};
use crate::common::{model, shape};
use glue_model::ShapeKind;

/// The service's start, to add properties to.
const VERSION: &str = r#""version": "2020-02-02""#;

#[test]
fn the_service_renames_shapes() {
    let text = reaching(
        &["a#Box", "b#Box", "b#Lid"],
        r#""a#Box": {"type": "string"}, "b#Box": {"type": "boolean"}, "b#Lid": {"type": "string"}"#,
    );
    let renamed = text.replace(VERSION, r#""rename": {"b#Box": "OtherBox", "a#Unreached": "X"}"#);
    let renamed =
        renamed.replace("\"b#Lid\": {", "\"a#Unreached\": {\"type\": \"string\"}, \"b#Lid\": {");
    let model = model(&renamed);
    assert_eq!(names(&model), ["In", "Box", "OtherBox", "Lid"]);
    assert_eq!(shape(&model, "OtherBox").kind, ShapeKind::Boolean);
}

#[test]
fn names_that_differ_by_case_are_two() {
    let model = model(&reaching(
        &["t#Box", "t#box"],
        r#""t#Box": {"type": "string"}, "t#box": {"type": "string"}"#,
    ));
    assert_eq!(names(&model), ["In", "Box", "box"]);
}

#[test]
fn shapes_of_the_prelude_make_way() {
    let model = model(&reaching(
        &["smithy.api#String", "t#String", "smithy.api#Integer", "t#SmithyInteger", "t#Integer"],
        r#""t#String": {"type": "string", "traits": {"smithy.api#length": {"min": 1}}},
        "t#SmithyInteger": {"type": "integer"}, "t#Integer": {"type": "integer"}"#,
    ));
    assert_eq!(
        names(&model),
        ["In", "String", "SmithyInteger", "Integer", "SmithySmithyInteger", "SmithyString"]
    );
    let constrained: Vec<bool> =
        model.shapes().map(|(_, shape)| shape.constraints.length.is_some()).collect();
    assert_eq!(constrained, [false, true, false, false, false, false]);
}

#[test]
fn a_file_may_define_the_prelude() {
    let model = model(&reaching(
        &["smithy.api#String"],
        r#""smithy.api#String": {"type": "string", "traits": {"smithy.api#documentation": "Text."}}"#,
    ));
    assert_eq!(names(&model), ["In", "String"]);
    assert_eq!(shape(&model, "String").documentation.as_deref(), Some("Text."));
}
