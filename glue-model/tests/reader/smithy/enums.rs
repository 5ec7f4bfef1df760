//! Enums of texts, in both spellings, and of integers.

use glue_model::{Constraints, Deprecation, EnumValue, IntEnumValue, ShapeKind};

use super::{check, reaching};
use crate::common::{model, shape};

#[test]
fn an_enum_is_its_members() {
    let model = model(&reaching(
        &["t#E"],
        r#""t#E": {"type": "enum", "members": {
            "B": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "b.1", "smithy.api#documentation": "<p>B.</p>"}},
            "A": {"target": "smithy.api#Unit"},
            "EMPTY": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "", "smithy.api#deprecated": {"since": "2"}}}
        }}"#,
    ));
    let ShapeKind::Enum(values) = &shape(&model, "E").kind else { panic!("not an enum") };
    assert_eq!(spelled(values), [(Some("B"), "b.1"), (Some("A"), "A"), (Some("EMPTY"), "")]);
    assert_eq!(values[0].documentation.as_deref(), Some("<p>B.</p>"));
    let since = Deprecation { message: None, since: Some("2".to_owned()) };
    assert_eq!(
        (values[1].deprecated.as_ref(), values[2].deprecated.as_ref()),
        (None, Some(&since))
    );
}

#[test]
fn a_string_with_the_trait_is_an_enum() {
    let model = model(&reaching(
        &["t#E"],
        r#""t#E": {"type": "string", "traits": {"smithy.api#length": {"max": 9}, "smithy.api#enum": [
            {"value": "b", "name": "B", "documentation": "<p>B.</p>"}, {"value": "a", "deprecated": true, "tags": []}]}}"#,
    ));
    let ShapeKind::Enum(values) = &shape(&model, "E").kind else { panic!("not an enum") };
    assert_eq!(spelled(values), [(Some("B"), "b"), (None, "a")]);
    assert_eq!(values[0].documentation.as_deref(), Some("<p>B.</p>"));
    let deprecated: Vec<bool> = values.iter().map(|value| value.deprecated.is_some()).collect();
    assert_eq!(deprecated, [false, true]);
    assert_ne!(shape(&model, "E").constraints, Constraints::default());
}

#[test]
fn an_enum_of_integers_has_numbers() {
    let model = model(&reaching(
        &["t#E"],
        r#""t#E": {"type": "intEnum", "members": {
            "B": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 2, "smithy.api#documentation": "<p>B.</p>"}},
            "A": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": -2147483648, "smithy.api#deprecated": {}}}
        }}"#,
    ));
    let ShapeKind::IntEnum(values) = &shape(&model, "E").kind else { panic!("not an enum") };
    let spelled: Vec<(&str, i32)> =
        values.iter().map(|value: &IntEnumValue| (value.name.as_str(), value.value)).collect();
    assert_eq!(spelled, [("B", 2), ("A", i32::MIN)]);
    assert_eq!(values[0].documentation.as_deref(), Some("<p>B.</p>"));
    assert_eq!(values[1].deprecated, Some(Deprecation::default()));
}

#[test]
fn values_missing_repeated_or_of_other_types() {
    check(
        &reaching(
            &["t#A", "t#B", "t#C", "t#D", "t#E"],
            r#""t#A": {"type": "enum", "members": {}},
"t#B": {"type": "enum", "members": {"X": {"target": "smithy.api#Unit"},
"Y": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "X"}}, "Z": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}}},
"t#C": {"type": "intEnum", "members": {"X": {"target": "smithy.api#Unit"},
"Y": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 2147483648}}, "Z": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "1"}}}},
"t#D": {"type": "string", "traits": {"smithy.api#enum": [{"name": "A"}, {"value": 1}, "x", {"value": "y"}, {"value": "y", "deprecated": "no"}]}},
"t#E": {"type": "string", "traits": {"smithy.api#enum": {}}}"#,
        ),
        "error: the enum has no values
  --> toy.json:5:8 (/shapes/t#A, shape `A`)
  = help: list at least one

error: enum value `X` is listed more than once
  --> toy.json:7:6 (/shapes/t#B/members/Y, shape `B`)
  = help: keep only one

error: expected a string, found a number
  --> toy.json:7:148 (/shapes/t#B/members/Z/traits/smithy.api#enumValue, shape `B`)

error: member `X` has no trait `smithy.api#enumValue`
  --> toy.json:8:45 (/shapes/t#C/members/X, shape `C`)
  = help: give it a number

error: 2147483648 is not a whole number of 32 bits
  --> toy.json:9:71 (/shapes/t#C/members/Y/traits/smithy.api#enumValue, shape `C`)

error: expected a number, found a string
  --> toy.json:9:155 (/shapes/t#C/members/Z/traits/smithy.api#enumValue, shape `C`)

error: key `value` is missing
  --> toy.json:10:58 (/shapes/t#D/traits/smithy.api#enum/0, shape `D`)

error: expected a string, found a number
  --> toy.json:10:83 (/shapes/t#D/traits/smithy.api#enum/1/value, shape `D`)

error: expected an object, found a string
  --> toy.json:10:87 (/shapes/t#D/traits/smithy.api#enum/2, shape `D`)

error: enum value `y` is listed more than once
  --> toy.json:10:108 (/shapes/t#D/traits/smithy.api#enum/4, shape `D`)
  = help: keep only one

error: expected a boolean, found a string
  --> toy.json:10:137 (/shapes/t#D/traits/smithy.api#enum/4/deprecated, shape `D`)

error: expected an array, found an object
  --> toy.json:11:57 (/shapes/t#E/traits/smithy.api#enum, shape `E`)

12 problems in toy.json",
    );
}

fn spelled(values: &[EnumValue]) -> Vec<(Option<&str>, &str)> {
    values.iter().map(|value| (value.name.as_deref(), value.value.as_str())).collect()
}
