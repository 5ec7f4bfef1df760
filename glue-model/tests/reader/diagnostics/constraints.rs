//! Lengths, ranges, patterns.

use super::check;
use crate::common::with_shapes;

#[test]
fn min_over_max() {
    check(
        &with_shapes(
            r#""S": {"type": "string", "min": 2, "max": 1},
"I": {"type": "integer", "max": -2, "min": -1},
"D": {"type": "double", "min": 1.5, "max": 1}"#,
        ),
        r#"error: `min` is greater than `max`, so that no value fits
  --> toy.json:4:32 (/shapes/S/min, shape `S`)

error: `min` is greater than `max`, so that no value fits
  --> toy.json:5:44 (/shapes/I/min, shape `I`)

error: `min` is greater than `max`, so that no value fits
  --> toy.json:6:32 (/shapes/D/min, shape `D`)

3 problems in toy.json"#,
    );
}

#[test]
fn negative_length() {
    check(
        &with_shapes(
            r#""S": {"type": "string", "min": -1},
"L": {"type": "list", "member": {"shape": "S"}, "max": -2.0}"#,
        ),
        r#"error: -1 is not a length
  --> toy.json:4:32 (/shapes/S/min, shape `S`)

error: -2 is not a length
  --> toy.json:5:56 (/shapes/L/max, shape `L`)

2 problems in toy.json"#,
    );
}

#[test]
fn length_that_is_not_whole() {
    check(
        &with_shapes(
            r#""S": {"type": "string", "max": 1.5},
"B": {"type": "blob", "max": 1e300}"#,
        ),
        r#"error: 1.5 is not a whole number
  --> toy.json:4:32 (/shapes/S/max, shape `S`)

error: 1e300 does not fit 64 bits
  --> toy.json:5:30 (/shapes/B/max, shape `B`)

2 problems in toy.json"#,
    );
}

#[test]
fn range_of_a_whole_number_that_is_not_whole_or_too_large() {
    check(
        &with_shapes(
            r#""I": {"type": "integer", "min": 0.5},
"N": {"type": "long", "max": 9223372036854775808}"#,
        ),
        r#"error: 0.5 is not a whole number
  --> toy.json:4:33 (/shapes/I/min, shape `I`)

error: 9223372036854775808 does not fit 64 bits
  --> toy.json:5:30 (/shapes/N/max, shape `N`)

2 problems in toy.json"#,
    );
}

#[test]
fn bounds_of_other_types() {
    check(
        &with_shapes(
            r#""S": {"type": "string", "min": "1", "max": null, "pattern": ["a"]},
"I": {"type": "integer", "min": {}, "max": true}"#,
        ),
        r#"error: expected a number, found a string
  --> toy.json:4:32 (/shapes/S/min, shape `S`)

error: expected a number, found null
  --> toy.json:4:44 (/shapes/S/max, shape `S`)

error: expected a string, found an array
  --> toy.json:4:61 (/shapes/S/pattern, shape `S`)

error: expected a number, found an object
  --> toy.json:5:33 (/shapes/I/min, shape `I`)

error: expected a number, found a boolean
  --> toy.json:5:44 (/shapes/I/max, shape `I`)

5 problems in toy.json"#,
    );
}

#[test]
fn constraint_of_a_member() {
    check(
        &with_shapes(
            r#""T": {"type": "structure", "members": {"s": {"shape": "S", "min": 3, "max": 2}}},
"S": {"type": "string"}"#,
        ),
        r#"error: `min` is greater than `max`, so that no value fits
  --> toy.json:4:67 (/shapes/T/members/s/min, shape `T`)

1 problem in toy.json"#,
    );
}
