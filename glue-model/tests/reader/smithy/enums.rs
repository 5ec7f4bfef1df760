//! Enums of texts, in both spellings, and of integers.

use glue_model::{Constraints, Deprecation, EnumValue, IntEnumValue, ShapeKind};

use super::reaching;
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

fn spelled(values: &[EnumValue]) -> Vec<(Option<&str>, &str)> {
    values.iter().map(|value| (value.name.as_deref(), value.value.as_str())).collect()
}
