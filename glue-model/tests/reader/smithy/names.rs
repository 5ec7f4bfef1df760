//! Names of shapes, with and without their namespaces.

use super::{check, names, reaching};
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

#[test]
fn two_shapes_of_one_name() {
    check(
        &reaching(
            &["a#Box", "b#Box"],
            r#""a#Box": {"type": "string"},
"b#Box": {"type": "boolean"}"#,
        ),
        "error: shapes `a#Box` and `b#Box` have one name, `Box`
  --> toy.json:6:1 (/shapes/b#Box, shape `Box`)
  = help: give one of them another name in the service's `rename`

1 problem in toy.json",
    );
    check(
        &reaching(
            &["a#Box", "b#Lid"],
            r#""a#Box": {"type": "string"},
"b#Lid": {"type": "boolean"}"#,
        )
        .replace(VERSION, r#""rename": {"b#Lid": "Box"}"#),
        "error: shapes `a#Box` and `b#Lid` have one name, `Box`
  --> toy.json:6:1 (/shapes/b#Lid, shape `Lid`)
  = help: give one of them another name in the service's `rename`

1 problem in toy.json",
    );
}

#[test]
fn bad_renames() {
    check(
        &reaching(&["b#Box"], r#""b#Box": {"type": "boolean"}"#)
            .replace(VERSION, r#""rename": {"b#Box": "Big Box", "b#Bux": "X", "b#Y": 1}"#),
        "error: shape name `Big Box` is not an identifier
  --> toy.json:2:50 (/shapes/t#Toy/rename/b#Box, shape `Toy`)
  = help: use ASCII letters, digits and underscores, and do not start with a digit

error: shape `b#Bux`, which the model does not define, is renamed
  --> toy.json:2:61 (/shapes/t#Toy/rename/b#Bux, shape `Toy`)
  = help: did you mean `b#Box`?

error: expected a string, found a number
  --> toy.json:2:82 (/shapes/t#Toy/rename/b#Y, shape `Toy`)

3 problems in toy.json",
    );
}

#[test]
fn ids_that_are_none() {
    check(
        &reaching(
            &["Box"],
            r#""Box": {"type": "string"},
"t.#A": {"type": "string"},
"t.u#2": {"type": "string"},
"t#A$b": {"type": "string"},
"t#": {"type": "apply"},
"t.u_1#_A2": {"type": "structure", "members": {"a-b": {"target": "t#In"}}}"#,
        ),
        "error: `Box` is not a shape id
  --> toy.json:5:1 (/shapes/Box, shape `Box`)
  = help: write it as `namespace#Name`, in ASCII letters, digits and underscores

error: `t.#A` is not a shape id
  --> toy.json:6:1 (/shapes/t.#A, shape `A`)
  = help: write it as `namespace#Name`, in ASCII letters, digits and underscores

error: `t.u#2` is not a shape id
  --> toy.json:7:1 (/shapes/t.u#2, shape `2`)
  = help: write it as `namespace#Name`, in ASCII letters, digits and underscores

error: `t#A$b` is not a shape id
  --> toy.json:8:1 (/shapes/t#A$b, shape `A`)
  = help: write it as `namespace#Name`, in ASCII letters, digits and underscores

error: `t#` is not a shape id
  --> toy.json:9:1 (/shapes/t#, shape ``)
  = help: write it as `namespace#Name`, in ASCII letters, digits and underscores

error: member name `a-b` is not an identifier
  --> toy.json:10:48 (/shapes/t.u_1#_A2/members/a-b, shape `_A2`)
  = help: use ASCII letters, digits and underscores, and do not start with a digit

6 problems in toy.json",
    );
}

#[test]
fn a_shape_given_twice() {
    check(
        &reaching(
            &["t#A"],
            r#""t#A": {"type": "string"},
"t#A": {"type": "apply", "traits": {}}"#,
        ),
        "error: shape `t#A` is given more than once
  --> toy.json:6:1 (/shapes/t#A, shape `A`)
  = help: keep only one

1 problem in toy.json",
    );
}
