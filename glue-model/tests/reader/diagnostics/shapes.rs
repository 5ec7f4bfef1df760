//! Shape definitions.

use super::check;
use crate::common::with_shapes;

#[test]
fn not_an_object() {
    check(
        &with_shapes(r#""A": "string""#),
        r#"error: expected an object, found a string
  --> toy.json:4:6 (/shapes/A, shape `A`)

1 problem in toy.json"#,
    );
}

#[test]
fn no_type() {
    check(
        &with_shapes(r#""A": {"members": {}}"#),
        r#"error: key `type` is missing
  --> toy.json:4:6 (/shapes/A, shape `A`)

1 problem in toy.json"#,
    );
}

#[test]
fn unknown_type() {
    check(
        &with_shapes(r#""A": {"type": "strng"}"#),
        r#"error: shape type `strng` is unknown
  --> toy.json:4:15 (/shapes/A/type, shape `A`)
  = help: use one of `blob`, `boolean`, `double`, `float`, `integer`, `list`, `long`, `map`, `string`, `structure`, `timestamp`

1 problem in toy.json"#,
    );
}

#[test]
fn type_of_another_type() {
    check(
        &with_shapes(r#""A": {"type": ["string"]}"#),
        r#"error: expected a string, found an array
  --> toy.json:4:15 (/shapes/A/type, shape `A`)

1 problem in toy.json"#,
    );
}

#[test]
fn parts_missing() {
    check(
        &with_shapes(
            r#""L": {"type": "list"},
"M": {"type": "map"},
"T": {"type": "structure"},
"U": {"type": "structure", "union": true}"#,
        ),
        r#"error: key `member` is missing
  --> toy.json:4:6 (/shapes/L, shape `L`)

error: key `key` is missing
  --> toy.json:5:6 (/shapes/M, shape `M`)

error: key `value` is missing
  --> toy.json:5:6 (/shapes/M, shape `M`)

error: key `members` is missing
  --> toy.json:6:6 (/shapes/T, shape `T`)

error: key `members` is missing
  --> toy.json:7:6 (/shapes/U, shape `U`)

5 problems in toy.json"#,
    );
}

#[test]
fn parts_of_another_type() {
    check(
        &with_shapes(
            r#""L": {"type": "list", "member": "L", "sparse": 1},
"T": {"type": "structure", "members": ["a"], "union": "true"},
"S": {"type": "string", "documentation": 1, "sensitive": "yes", "deprecated": "true", "deprecatedMessage": true},
"B": {"type": "blob", "streaming": 0}"#,
        ),
        r#"error: expected an object, found a string
  --> toy.json:4:33 (/shapes/L/member, shape `L`)

error: expected a boolean, found a number
  --> toy.json:4:48 (/shapes/L/sparse, shape `L`)

error: expected an object, found an array
  --> toy.json:5:39 (/shapes/T/members, shape `T`)

error: expected a boolean, found a string
  --> toy.json:5:55 (/shapes/T/union, shape `T`)

error: expected a string, found a number
  --> toy.json:6:42 (/shapes/S/documentation, shape `S`)

error: expected a boolean, found a string
  --> toy.json:6:58 (/shapes/S/sensitive, shape `S`)

error: expected a boolean, found a string
  --> toy.json:6:79 (/shapes/S/deprecated, shape `S`)

error: expected a string, found a boolean
  --> toy.json:6:108 (/shapes/S/deprecatedMessage, shape `S`)

error: expected a boolean, found a number
  --> toy.json:7:36 (/shapes/B/streaming, shape `B`)

9 problems in toy.json"#,
    );
}

#[test]
fn map_key_that_is_not_a_string() {
    check(
        &with_shapes(
            r#""M": {"type": "map", "key": {"shape": "I"}, "value": {"shape": "I"}},
"I": {"type": "integer"}"#,
        ),
        r#"error: the map's key is an integer, not a string
  --> toy.json:4:39 (/shapes/M/key/shape, shape `M`)

1 problem in toy.json"#,
    );
}

#[test]
fn enum_value_twice() {
    check(
        &with_shapes(r#""E": {"type": "string", "enum": ["a", "b", "a"]}"#),
        r#"error: enum value `a` is listed more than once
  --> toy.json:4:44 (/shapes/E/enum/2, shape `E`)
  = help: keep only one

1 problem in toy.json"#,
    );
}

#[test]
fn enum_without_values() {
    check(
        &with_shapes(r#""E": {"type": "string", "enum": []}"#),
        r#"error: the enum has no values
  --> toy.json:4:33 (/shapes/E/enum, shape `E`)
  = help: list at least one, or leave `enum` out

1 problem in toy.json"#,
    );
}

#[test]
fn enum_of_other_types() {
    check(
        &with_shapes(
            r#""E": {"type": "string", "enum": ["a", 1, null]},
"F": {"type": "string", "enum": "a"}"#,
        ),
        r#"error: expected a string, found a number
  --> toy.json:4:39 (/shapes/E/enum/1, shape `E`)

error: expected a string, found null
  --> toy.json:4:42 (/shapes/E/enum/2, shape `E`)

error: expected an array, found a string
  --> toy.json:5:33 (/shapes/F/enum, shape `F`)

3 problems in toy.json"#,
    );
}

#[test]
fn unknown_timestamp_format() {
    check(
        &with_shapes(r#""T": {"type": "timestamp", "timestampFormat": "epoch"}"#),
        r#"error: timestamp format `epoch` is unknown
  --> toy.json:4:47 (/shapes/T/timestampFormat, shape `T`)
  = help: use one of `iso8601`, `rfc822`, `unixTimestamp`

1 problem in toy.json"#,
    );
}

#[test]
fn list_of_itself() {
    check(
        &with_shapes(r#""L": {"type": "list", "member": {"shape": "L"}}"#),
        r#"error: shape `L` contains itself through lists and maps alone
  --> toy.json:4:6 (/shapes/L, shape `L`)
  = help: put a structure between: `L` holds `L`

1 problem in toy.json"#,
    );
}

#[test]
fn cycle_of_lists_and_maps() {
    check(
        &with_shapes(
            r#""Start": {"type": "list", "member": {"shape": "A"}},
"A": {"type": "map", "key": {"shape": "S"}, "value": {"shape": "B"}},
"B": {"type": "list", "member": {"shape": "A"}},
"S": {"type": "string"}"#,
        ),
        r#"error: shape `A` contains itself through lists and maps alone
  --> toy.json:5:6 (/shapes/A, shape `A`)
  = help: put a structure between: `A` holds `B` holds `A`

1 problem in toy.json"#,
    );
}

#[test]
fn long_cycle_is_cut() {
    check(
        &with_shapes(
            r#""L0": {"type": "list", "member": {"shape": "L1"}},
"L1": {"type": "list", "member": {"shape": "L2"}},
"L2": {"type": "list", "member": {"shape": "L3"}},
"L3": {"type": "list", "member": {"shape": "L4"}},
"L4": {"type": "list", "member": {"shape": "L5"}},
"L5": {"type": "list", "member": {"shape": "L6"}},
"L6": {"type": "list", "member": {"shape": "L7"}},
"L7": {"type": "list", "member": {"shape": "L8"}},
"L8": {"type": "list", "member": {"shape": "L0"}}"#,
        ),
        r#"error: shape `L0` contains itself through lists and maps alone
  --> toy.json:4:7 (/shapes/L0, shape `L0`)
  = help: put a structure between: `L0` holds `L1` holds `L2` holds … holds `L7` holds `L8` holds `L0`

1 problem in toy.json"#,
    );
}

#[test]
fn error_traits_out_of_range_and_of_other_types() {
    check(
        &with_shapes(
            r#""A": {"type": "structure", "members": {}, "exception": true, "error": {"httpStatusCode": 4004, "senderFault": "yes"}},
"B": {"type": "structure", "members": {}, "exception": "true", "error": 400},
"C": {"type": "structure", "members": {}, "exception": true, "retryable": true}"#,
        ),
        r#"error: 4004 is not an HTTP status
  --> toy.json:4:90 (/shapes/A/error/httpStatusCode, shape `A`)
  = help: use a whole number from 100 to 599

error: expected a boolean, found a string
  --> toy.json:4:111 (/shapes/A/error/senderFault, shape `A`)

error: expected a boolean, found a string
  --> toy.json:5:56 (/shapes/B/exception, shape `B`)

error: expected an object, found a number
  --> toy.json:5:73 (/shapes/B/error, shape `B`)

error: expected an object, found a boolean
  --> toy.json:6:75 (/shapes/C/retryable, shape `C`)

5 problems in toy.json"#,
    );
}
