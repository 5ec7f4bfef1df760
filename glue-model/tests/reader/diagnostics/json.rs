//! Text that is not JSON, and JSON that says things twice.

use super::check;
use crate::common::{METADATA, with_operations, with_shapes};

#[test]
fn cut_off() {
    check(
        r#"{"shapes": {"#,
        r#"error: the file cannot be read as JSON: EOF while parsing an object
  --> toy.json:1:12
  = help: the file ends too early: check that it was saved whole

1 problem in toy.json"#,
    );
}

#[test]
fn not_json_on_a_later_line() {
    check(
        r#"{
  "shapes": {},
  oops
}"#,
        r#"error: the file cannot be read as JSON: key must be a string
  --> toy.json:3:3

1 problem in toy.json"#,
    );
}

#[test]
fn more_after_the_end() {
    check(
        "{} {}",
        r#"error: the file cannot be read as JSON: trailing characters
  --> toy.json:1:4

1 problem in toy.json"#,
    );
}

#[test]
fn number_too_large_for_any_type() {
    check(
        r#"{"shapes": 1e999}"#,
        r#"error: the file cannot be read as JSON: number out of range
  --> toy.json:1:16

1 problem in toy.json"#,
    );
}

#[test]
fn lone_surrogate() {
    check(
        r#"{"shapes": "\ud800."}"#,
        r#"error: the file cannot be read as JSON: unexpected end of hex escape
  --> toy.json:1:19

1 problem in toy.json"#,
    );
}

#[test]
fn control_character_in_a_string() {
    check(
        r#"{"shapes": "a	b"}"#,
        r#"error: the file cannot be read as JSON: control character (\u0000-\u001F) found while parsing a string
  --> toy.json:1:14

1 problem in toy.json"#,
    );
}

#[test]
fn shape_twice() {
    check(
        &with_shapes(
            r#""A": {"type": "string"},
"B": {"type": "string"},
"A": {"type": "blob"}"#,
        ),
        r#"error: shape `A` is given more than once
  --> toy.json:6:1 (/shapes/A, shape `A`)
  = help: keep only one

1 problem in toy.json"#,
    );
}

#[test]
fn member_three_times() {
    check(
        &with_shapes(
            r#""A": {"type": "structure", "members": {
"m": {"shape": "A"},
"m": {"shape": "A"},
"m": {"shape": "A"}}}"#,
        ),
        r#"error: member `m` is given more than once
  --> toy.json:6:1 (/shapes/A/members/m, shape `A`)
  = help: keep only one

error: member `m` is given more than once
  --> toy.json:7:1 (/shapes/A/members/m, shape `A`)
  = help: keep only one

2 problems in toy.json"#,
    );
}

#[test]
fn operation_twice() {
    check(
        &with_operations(
            r#""Get": {"http": {"method": "POST", "requestUri": "/"}},
"Get": {"http": {"method": "POST", "requestUri": "/"}}"#,
            "",
        ),
        r#"error: operation `Get` is given more than once
  --> toy.json:4:1 (/operations/Get)
  = help: keep only one

1 problem in toy.json"#,
    );
}

#[test]
fn other_key_twice() {
    check(
        &with_shapes(r#""A": {"type": "string", "max": 3, "max": 4}"#),
        r#"error: key `max` is given more than once
  --> toy.json:4:35 (/shapes/A/max, shape `A`)
  = help: keep only one

1 problem in toy.json"#,
    );
}

#[test]
fn key_twice_in_an_array_under_an_escaped_key() {
    check(
        &r#"{"a/b~c": [0, {"x": 1, "x": 2}], "shapes": {}, "operations": {}, "metadata": {META}}"#
            .replace("META", METADATA),
        r#"error: key `x` is given more than once
  --> toy.json:1:24 (/a~1b~0c/1/x)
  = help: keep only one

1 problem in toy.json"#,
    );
}
