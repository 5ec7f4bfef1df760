//! Members.

use super::check;
use crate::common::with_shapes;

#[test]
fn not_an_object() {
    check(
        &with_shapes(r#""T": {"type": "structure", "members": {"a": "S"}}"#),
        r#"error: expected an object, found a string
  --> toy.json:4:45 (/shapes/T/members/a, shape `T`)

1 problem in toy.json"#,
    );
}

#[test]
fn no_target() {
    check(
        &with_shapes(r#""T": {"type": "structure", "members": {"a": {}}}"#),
        r#"error: key `shape` is missing
  --> toy.json:4:45 (/shapes/T/members/a, shape `T`)

1 problem in toy.json"#,
    );
}

#[test]
fn target_of_another_type() {
    check(
        &with_shapes(r#""T": {"type": "structure", "members": {"a": {"shape": 1}}}"#),
        r#"error: expected a string, found a number
  --> toy.json:4:55 (/shapes/T/members/a/shape, shape `T`)

1 problem in toy.json"#,
    );
}

#[test]
fn traits_of_other_types() {
    check(
        &with_shapes(
            r#""T": {"type": "structure", "members": {"a": {"shape": "T", "documentation": [], "locationName": 1, "location": {}, "idempotencyToken": "x", "timestampFormat": 0}}}"#,
        ),
        r#"error: expected a string, found an array
  --> toy.json:4:77 (/shapes/T/members/a/documentation, shape `T`)

error: expected a string, found a number
  --> toy.json:4:97 (/shapes/T/members/a/locationName, shape `T`)

error: expected a string, found an object
  --> toy.json:4:112 (/shapes/T/members/a/location, shape `T`)

error: expected a boolean, found a string
  --> toy.json:4:136 (/shapes/T/members/a/idempotencyToken, shape `T`)

error: expected a string, found a number
  --> toy.json:4:160 (/shapes/T/members/a/timestampFormat, shape `T`)

5 problems in toy.json"#,
    );
}

#[test]
fn unknown_location() {
    check(
        &with_shapes(
            r#""T": {"type": "structure", "members": {"a": {"shape": "T", "location": "body"}}}"#,
        ),
        r#"error: location `body` is unknown
  --> toy.json:4:72 (/shapes/T/members/a/location, shape `T`)
  = help: use one of `header`, `headers`, `querystring`, `statusCode`, `uri`

1 problem in toy.json"#,
    );
}

#[test]
fn required_member_that_is_not_there() {
    check(
        &with_shapes(
            r#""T": {"type": "structure", "required": ["b", "NodeNmae", 3], "members": {"a": {"shape": "T"}, "NodeName": {"shape": "T"}}}"#,
        ),
        r#"error: required member `b` is not one of the members
  --> toy.json:4:41 (/shapes/T/required/0, shape `T`)

error: required member `NodeNmae` is not one of the members
  --> toy.json:4:46 (/shapes/T/required/1, shape `T`)
  = help: did you mean `NodeName`?

error: expected a string, found a number
  --> toy.json:4:58 (/shapes/T/required/2, shape `T`)

3 problems in toy.json"#,
    );
}

#[test]
fn required_of_another_type() {
    check(
        &with_shapes(
            r#""T": {"type": "structure", "required": "a", "members": {"a": {"shape": "T"}}}"#,
        ),
        r#"error: expected an array, found a string
  --> toy.json:4:40 (/shapes/T/required, shape `T`)

1 problem in toy.json"#,
    );
}

#[test]
fn payload_that_is_not_there() {
    check(
        &with_shapes(
            r#""T": {"type": "structure", "payload": "bodu", "members": {"body": {"shape": "T"}}}"#,
        ),
        r#"error: payload member `bodu` is not one of the members
  --> toy.json:4:39 (/shapes/T/payload, shape `T`)
  = help: did you mean `body`?

1 problem in toy.json"#,
    );
}

#[test]
fn payload_of_another_type() {
    check(
        &with_shapes(r#""T": {"type": "structure", "payload": true, "members": {}}"#),
        r#"error: expected a string, found a boolean
  --> toy.json:4:39 (/shapes/T/payload, shape `T`)

1 problem in toy.json"#,
    );
}
