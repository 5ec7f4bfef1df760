//! Length, range, pattern and uniqueness.

use glue_model::{Bounds, Constraints, Number};

use super::{reaching, taking};
use crate::common::{members, model, shape};

#[test]
fn constraints_are_traits_of_their_own() {
    let model = model(&reaching(
        &["t#S", "t#B", "t#L", "t#M", "t#I", "t#D", "t#N", "t#Huge", "t#Free"],
        r#"
        "t#S": {"type": "string", "traits": {"smithy.api#length": {"min": 1, "max": 255}, "smithy.api#pattern": "^a|b$"}},
        "t#B": {"type": "blob", "traits": {"smithy.api#length": {"max": 18446744073709551615}}},
        "t#L": {"type": "list", "member": {"target": "t#S"}, "traits": {"smithy.api#length": {"min": 3}, "smithy.api#uniqueItems": {}}},
        "t#M": {"type": "map", "key": {"target": "t#S"}, "value": {"target": "t#S"}, "traits": {"smithy.api#length": {"min": 2.0, "max": 1e3}}},
        "t#I": {"type": "byte", "traits": {"smithy.api#range": {"min": -5, "max": -5}}},
        "t#D": {"type": "double", "traits": {"smithy.api#range": {"min": -1.5}}},
        "t#N": {"type": "intEnum", "members": {"A": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}},
            "traits": {"smithy.api#range": {"max": 9}}},
        "t#Huge": {"type": "bigInteger", "traits": {"smithy.api#range": {"min": 0.5, "max": 18446744073709551615}}},
        "t#Free": {"type": "string"}
        "#,
    ));
    let constraints = |name| shape(&model, name).constraints.clone();
    let length =
        |min, max| Constraints { length: Some(Bounds { min, max }), ..Constraints::default() };
    let range =
        |min, max| Constraints { range: Some(Bounds { min, max }), ..Constraints::default() };
    let text = Constraints { pattern: Some("^a|b$".to_owned()), ..length(Some(1), Some(255)) };
    assert_eq!(constraints("S"), text);
    assert_eq!(constraints("B"), length(None, Some(u64::MAX)));
    assert_eq!(constraints("L"), Constraints { unique_items: true, ..length(Some(3), None) });
    assert_eq!(constraints("M"), length(Some(2), Some(1000)));
    assert_eq!(constraints("I"), range(Some(Number::Integer(-5)), Some(Number::Integer(-5))));
    assert_eq!(constraints("D"), range(Some(Number::Float(-1.5)), None));
    assert_eq!(constraints("N"), range(None, Some(Number::Integer(9))));
    let max = Number::Float(18_446_744_073_709_551_615.0);
    assert_eq!(constraints("Huge"), range(Some(Number::Float(0.5)), Some(max)));
    assert_eq!(constraints("Free"), Constraints::default());
}

#[test]
fn a_member_has_constraints_of_its_own() {
    let model = model(&taking(
        r#"
        "t#In": {"type": "structure", "members": {
            "s": {"target": "t#S", "traits": {"smithy.api#length": {"max": 9}}},
            "i": {"target": "smithy.api#Integer", "traits": {"smithy.api#range": {"max": 9}}},
            "m": {"target": "t#M"}}},
        "t#M": {"type": "map", "key": {"target": "t#S", "traits": {"smithy.api#pattern": "^k"}}, "value": {"target": "t#S"}},
        "t#S": {"type": "string", "traits": {"smithy.api#length": {"max": 5}}}
        "#,
    ));
    let [s, i, _] = members(&model, "In") else { panic!("three members") };
    assert_eq!(s.constraints.length, Some(Bounds { min: None, max: Some(9) }));
    assert_eq!(i.constraints.range, Some(Bounds { min: None, max: Some(Number::Integer(9)) }));
    let glue_model::ShapeKind::Map(map) = &shape(&model, "M").kind else { panic!("not a map") };
    assert_eq!(map.key.constraints.pattern.as_deref(), Some("^k"));
    assert_eq!((map.key.constraints.length, map.value.constraints.pattern.as_ref()), (None, None));
}

#[test]
fn constraints_that_make_no_sense_for_a_kind_are_passed_over() {
    let model = model(&reaching(
        &["t#B", "t#I", "t#T"],
        r#"
        "t#B": {"type": "boolean", "traits": {"smithy.api#range": {"min": "x"}, "smithy.api#pattern": 3}},
        "t#I": {"type": "integer", "traits": {"smithy.api#length": {"min": 1}, "smithy.api#uniqueItems": {}}},
        "t#T": {"type": "structure", "members": {}, "traits": {"smithy.api#length": {"min": 3, "max": 2}}}
        "#,
    ));
    assert!(model.shapes().all(|(_, shape)| shape.constraints == Constraints::default()));
}
