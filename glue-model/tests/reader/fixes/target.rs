//! Fixes of the targets of members.

use glue_model::{Binding, Bounds, Member, Model, Number, ShapeKind};

use super::fixed_model;
use crate::common::{members, model, shape, with_operations, with_shapes};

const SHAPES: &str = r#"
"Door": {"type": "structure", "members": {
    "OpenedOn": {"shape": "Text", "min": 1, "max": 5, "pattern": "[0-9]+", "documentation": "When.", "timestampFormat": "iso8601"},
    "Count": {"shape": "Ratio", "min": 0.5, "max": 7}, "Next": {"shape": "Text"}
}},
"Key": {"type": "structure", "union": true, "members": {"Code": {"shape": "Text"}}},
"Texts": {"type": "list", "member": {"shape": "Text", "max": 9}},
"Doors": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Texts"}},
"Text": {"type": "string"}, "State": {"type": "string", "enum": ["Open"]},
"Number": {"type": "integer"}, "Ratio": {"type": "double"}, "Time": {"type": "timestamp"}
"#;

fn fixed(fixes: &str) -> Result<Model, String> {
    fixed_model(&with_shapes(SHAPES), fixes)
}

/// A fix of one member's target.
fn fix(shape: &str, member: &str, from: &str, to: &str) -> String {
    format!(
        r#"{{"reason": "r", "shape": "{shape}", "member": "{member}", "target": {{"from": "{from}", "to": "{to}"}}}}"#
    )
}

/// The shape that a member targets.
fn target<'m>(model: &'m Model, name: &str, member: &str) -> &'m str {
    let member = shape(model, name).kind.members().find(|found| found.name == member);
    &model.shape(member.unwrap().target).name
}

#[test]
fn members_of_all_kinds_of_shapes_have_targets() {
    let fixes = [
        ("Door", "Next", "Text", "Door"),
        ("Key", "Code", "Text", "Number"),
        ("Texts", "member", "Text", "Time"),
        ("Doors", "key", "Text", "State"),
        ("Doors", "value", "Texts", "Text"),
    ];
    let text = fixes.map(|(shape, member, from, to)| {
        format!("\"{shape}{member}\": {}", fix(shape, member, from, to))
    });
    let model = fixed(&format!("{{{}}}", text.join(", "))).unwrap();
    for (shape, member, _, to) in fixes {
        assert_eq!(target(&model, shape, member), to, "{shape}.{member}");
    }
}

#[test]
fn a_member_keeps_what_makes_sense_for_its_new_target() {
    let fixes = format!(r#"{{"a": {}}}"#, fix("Door", "OpenedOn", "Text", "Time"));
    let model = fixed(&fixes).unwrap();
    let opened_on = &members(&model, "Door")[0];
    assert_eq!(opened_on.constraints, Default::default());
    assert_eq!(opened_on.documentation.as_deref(), Some("When."));
    assert!(opened_on.timestamp_format.is_some());

    let fixes = format!(r#"{{"a": {}}}"#, fix("Door", "OpenedOn", "Text", "State"));
    let model = fixed(&fixes).unwrap();
    let constraints = &members(&model, "Door")[0].constraints;
    assert_eq!(constraints.length, Some(Bounds { min: Some(1), max: Some(5) }));
    assert_eq!(constraints.pattern.as_deref(), Some("[0-9]+"));

    let fixes = format!(r#"{{"a": {}}}"#, fix("Door", "OpenedOn", "Text", "Texts"));
    let model = fixed(&fixes).unwrap();
    let constraints = &members(&model, "Door")[0].constraints;
    assert_eq!(constraints.length, Some(Bounds { min: Some(1), max: Some(5) }));
    assert_eq!(constraints.pattern, None);
}

#[test]
fn a_bound_with_a_fraction_does_not_fit_whole_numbers() {
    let change = fix("Door", "Count", "Ratio", "Number");
    assert_eq!(
        fixed(&format!("{{\"a\": {change}}}")).unwrap_err(),
        "error: 0.5 is not a whole number
  --> fixes.json:1:93 (/a/target/to)
  = help: change the member's `range` before

1 problem in fixes.json"
    );
    let range = r#"{"reason": "r", "shape": "Door", "member": "Count", "range": {"from": {"min": 0.5, "max": 7}, "to": {"max": 7}}}"#;
    let model = fixed(&format!("{{\"range\": {range}, \"a\": {change}}}")).unwrap();
    let range = members(&model, "Door")[1].constraints.range;
    assert_eq!(range, Some(Bounds { min: None, max: Some(Number::Integer(7)) }));
}

#[test]
fn a_default_of_another_kind_is_dropped() {
    let text = r#"{"smithy": "2.0", "shapes": {
        "t#Toy": {"type": "service", "operations": [{"target": "t#Go"}], "traits": {"aws.protocols#awsJson1_1": {}}},
        "t#Go": {"type": "operation", "input": {"target": "t#In"}},
        "t#In": {"type": "structure", "members": {
            "A": {"target": "smithy.api#Integer", "traits": {"smithy.api#default": 1}},
            "B": {"target": "smithy.api#Integer", "traits": {"smithy.api#default": 1}},
            "C": {"target": "smithy.api#String"}, "D": {"target": "smithy.api#Long"}
        }}
    }}"#;
    let fixes = [fix("In", "A", "Integer", "String"), fix("In", "B", "Integer", "Long")];
    let model = fixed_model(text, &format!(r#"{{"a": {}, "b": {}}}"#, fixes[0], fixes[1])).unwrap();
    let defaults = members(&model, "In").iter().map(|member| member.default.is_some());
    assert_eq!(defaults.collect::<Vec<_>>(), [false, true, false, false]);
}

#[test]
fn targets_are_checked_as_those_of_the_model() {
    let problems = fixed(
        r#"{
"close": {"reason": "r", "shape": "Door", "member": "Next", "target": {"from": "Text", "to": "Dor"}},
"far": {"reason": "r", "shape": "Texts", "member": "member", "target": {"from": "Text", "to": "Elephant"}},
"key": {"reason": "r", "shape": "Doors", "member": "key", "target": {"from": "Text", "to": "Texts"}},
"mended": {"reason": "r", "shape": "Doors", "member": "value", "target": {"from": "Text", "to": "State"}},
"shape": {"reason": "r", "shape": "Door", "target": {"from": "Text", "to": "State"}},
"types": {"reason": "r", "shape": "Door", "member": "Next", "target": {"from": 1, "to": null}}
}"#,
    );
    assert_eq!(
        problems.unwrap_err(),
        "error: member `Next` targets shape `Dor`, which the model does not define
  --> fixes.json:2:94 (/close/target/to)
  = help: did you mean `Door`?

error: the list's member targets shape `Elephant`, which the model does not define
  --> fixes.json:3:95 (/far/target/to)
  = help: name a shape of the model

error: the map's key is a list, not a string
  --> fixes.json:4:92 (/key/target/to)

error: fix `mended` does not apply: `from` is not what the model has
  --> fixes.json:5:1 (/mended)
  = help: correct `from`, or remove the fix if the model has been mended

error: fix `shape` is not for a member
  --> fixes.json:6:1 (/shape)
  = help: name the `member`: shapes have no target of their own

error: expected a string, found a number
  --> fixes.json:7:80 (/types/target/from)

error: expected a string, found null
  --> fixes.json:7:89 (/types/target/to)

7 problems in fixes.json"
    );
}

#[test]
fn lists_and_maps_may_not_become_infinite() {
    let problems = fixed(
        r#"{
"back": {"reason": "r", "shape": "Texts", "member": "member", "target": {"from": "Text", "to": "Doors"}},
"else": {"reason": "r", "shape": "Door", "member": "Next", "target": {"from": "Text", "to": "Doors"}}
}"#,
    );
    assert_eq!(
        problems.unwrap_err(),
        "error: shape `Texts` contains itself through lists and maps alone
  --> fixes.json:2:96 (/back/target/to)
  = help: put a structure between: `Texts` holds `Doors` holds `Texts`

1 problem in fixes.json"
    );
    // Another fix opens the circle again.
    let model = fixed(
        r#"{
        "back": {"reason": "r", "shape": "Texts", "member": "member", "target": {"from": "Text", "to": "Doors"}},
        "open": {"reason": "r", "shape": "Doors", "member": "value", "target": {"from": "Texts", "to": "Door"}}
        }"#,
    )
    .unwrap();
    assert_eq!(target(&model, "Texts", "member"), "Doors");
}

/// A model whose operation takes `In`, where `Holder` has a member of its own.
fn with_bindings(held: &str, query: &str) -> String {
    with_operations(
        r#""Go": {"name": "Go", "http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "In"}}"#,
        &format!(
            r#""In": {{"type": "structure", "members": {{
            "header": {{"shape": "S", "location": "header", "locationName": "X-Toy"}},
            "query": {{"shape": "{query}", "location": "querystring", "locationName": "q"}},
            "status": {{"shape": "S", "location": "statusCode", "locationName": "s"}}}}}},
            "Holder": {{"type": "structure", "members": {{"held": {{"shape": "{held}"}}}}}},
            "S": {{"type": "string"}}, "M": {{"type": "map", "key": {{"shape": "S"}}, "value": {{"shape": "S"}}}}"#
        ),
    )
}

/// Whether the fixed model says of `In` what one says that has been read so.
fn assert_bound(from: &str, fixes: &str, to: &str) {
    let fixed = fixed_model(from, fixes).unwrap();
    let read = model(to);
    assert_eq!(members(&fixed, "In"), members(&read, "In"));
    assert_eq!(fixed, read);
}

#[test]
fn what_is_carried_where_is_decided_again() {
    // Within `Holder`, the header is a key of a body, and needs its name there.
    let hold = fix("Holder", "held", "S", "In");
    assert_bound(
        &with_bindings("S", "S"),
        &format!(r#"{{"a": {hold}}}"#),
        &with_bindings("In", "S"),
    );
    let release = fix("Holder", "held", "In", "S");
    let fixes = format!(r#"{{"a": {release}}}"#);
    assert_bound(&with_bindings("In", "S"), &fixes, &with_bindings("S", "S"));
    let both = format!(r#"{{"a": {hold}, "b": {release}}}"#);
    assert_bound(&with_bindings("S", "S"), &both, &with_bindings("S", "S"));
    let names = |member: &Member| (member.location_name.clone(), member.body_name.clone());
    let held = model(&with_bindings("In", "S"));
    let name = Some("X-Toy".to_owned());
    assert_eq!(names(&members(&held, "In")[0]), (name.clone(), name));
}

#[test]
fn a_map_is_a_query_parameter_for_each_entry() {
    let fixes = format!(r#"{{"a": {}}}"#, fix("In", "query", "S", "M"));
    assert_bound(&with_bindings("S", "S"), &fixes, &with_bindings("S", "M"));
    let fixes = format!(r#"{{"a": {}}}"#, fix("In", "query", "M", "S"));
    assert_bound(&with_bindings("S", "M"), &fixes, &with_bindings("S", "S"));
    let read = model(&with_bindings("S", "M"));
    assert_eq!(members(&read, "In")[1].binding, Binding::QueryParams);
    assert!(matches!(shape(&read, "M").kind, ShapeKind::Map(_)));
}
