//! Fixes of a model.

mod required;
mod source;
mod target;
mod values;

use glue_model::{Bounds, Model, Number, Source, apply_fixes};

use crate::common::{members, model, shape, with_shapes};

const SHAPES: &str = r#"
    "Job": {"type": "structure", "members": {"Name": {"shape": "Name", "pattern": "[A-Z]"}, "Age": {"shape": "Age"}}},
    "Name": {"type": "string", "min": 1, "max": 5, "pattern": "[a-z]"},
    "Age": {"type": "integer", "max": 150}, "Level": {"type": "double", "min": 0.5}
    "#;

/// The model of [`SHAPES`] with the fixes, or what is said of them.
fn fixed(fixes: &str) -> Result<Model, String> {
    fixed_model(&with_shapes(SHAPES), fixes)
}

/// A model with the fixes, or what is said of them.
fn fixed_model(text: &str, fixes: &str) -> Result<Model, String> {
    let mut model = model(text);
    let source = Source { file: "fixes.json", bytes: fixes.as_bytes() };
    match apply_fixes(&mut model, &source) {
        Ok(()) => Ok(model),
        Err(diagnostics) => Err(diagnostics.to_string()),
    }
}

#[test]
fn each_kind_of_constraint_changes_alone() {
    let model = fixed(
        r#"{
        "a": {"reason": "r", "shape": "Job", "member": "Name", "pattern": {"from": "[A-Z]", "to": null}},
        "b": {"reason": "r", "shape": "Name", "length": {"from": {"min": 1, "max": 5}, "to": {"max": 9}}},
        "c": {"reason": "r", "shape": "Age", "range": {"from": {"max": 150}, "to": {"min": 1e1}}},
        "d": {"reason": "r", "shape": "Level", "range": {"from": {"min": 0.5}, "to": {"min": 0.25, "max": 1}}}
        }"#,
    )
    .unwrap();
    assert_eq!(members(&model, "Job")[0].constraints.pattern, None);
    let name = &shape(&model, "Name").constraints;
    assert_eq!(name.pattern.as_deref(), Some("[a-z]"));
    assert_eq!(name.length, Some(Bounds { min: None, max: Some(9) }));
    let range = |name: &str| shape(&model, name).constraints.range;
    assert_eq!(range("Age"), Some(Bounds { min: Some(Number::Integer(10)), max: None }));
    let level = Bounds { min: Some(Number::Float(0.25)), max: Some(Number::Integer(1)) };
    assert_eq!(range("Level"), Some(level));
}

#[test]
fn misspelt_keys_and_bounds_that_bound_nothing() {
    let problems = fixed(
        r#"{
"a": {"reason": "r", "shape": "Name", "membr": "Name", "pattern": {"from": "[a-z]", "to": null}},
"b": {"reason": "r", "shape": "Name", "length": {"from": {"min": 1, "max": 5}, "to": {"mx": 9}}},
"c": {"reason": "r", "shape": "Age", "range": {"From": {"max": 150}, "from": {}, "to": null}}
}"#,
    );
    assert_eq!(
        problems.unwrap_err(),
        "error: key `membr` is unknown
  --> fixes.json:2:39 (/a/membr)
  = help: use `reason`, `source`, `shape`, `member`, `length`, `pattern`, `range`, `values`, `required`, `target`

error: key `mx` is unknown
  --> fixes.json:3:87 (/b/length/to/mx)
  = help: use `min`, `max`

error: key `From` is unknown
  --> fixes.json:4:48 (/c/range/From)
  = help: use `from`, `to`

error: there is neither `min` nor `max`
  --> fixes.json:4:78 (/c/range/from)
  = help: give one or both; null for `to` drops the constraint

4 problems in fixes.json"
    );
}

#[test]
fn all_that_a_fix_lacks_is_told_at_once() {
    let problems = fixed(
        r#"{
"a": {"shape": "Nmae", "length": {}},
"b": {"range": {"from": {"min": "x"}, "to": 1}, "pattern": 1, "reason": 2}
}"#,
    );
    assert_eq!(
        problems.unwrap_err(),
        "error: key `reason` is missing
  --> fixes.json:2:6 (/a)

error: the model has no shape `Nmae`
  --> fixes.json:2:16 (/a/shape)
  = help: correct the name, or remove the fix

error: key `from` is missing
  --> fixes.json:2:34 (/a/length)

error: key `to` is missing
  --> fixes.json:2:34 (/a/length)

error: key `shape` is missing
  --> fixes.json:3:6 (/b)

error: a fix changes one of `length`, `pattern`, `range`, `values`, `required`, `target`
  --> fixes.json:3:6 (/b)

error: expected a string, found a number
  --> fixes.json:3:73 (/b/reason)

7 problems in fixes.json"
    );
}
