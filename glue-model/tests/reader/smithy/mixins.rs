//! Mixins.

use glue_model::{Bounds, EnumValue, Model, ShapeKind};

use super::{of_shapes, reaching};
use crate::common::{members, model, shape};

fn member_names<'m>(model: &'m Model, name: &str) -> Vec<&'m str> {
    members(model, name).iter().map(|member| member.name.as_str()).collect()
}

#[test]
fn members_come_in_the_order_of_mixins_before_the_own() {
    let model = model(&reaching(
        &["t#A"],
        r#"
        "t#A": {"type": "structure", "mixins": [{"target": "t#C"}, {"target": "t#B"}], "members": {"own": {"target": "t#S"}}},
        "t#B": {"type": "structure", "members": {"b": {"target": "t#S"}, "both": {"target": "t#S"}}, "traits": {"smithy.api#mixin": {}}},
        "t#C": {"type": "structure", "mixins": [{"target": "t#D"}], "members": {"c": {"target": "t#S"}, "both": {"target": "t#S"}},
            "traits": {"smithy.api#mixin": {}}},
        "t#D": {"type": "structure", "members": {"d": {"target": "t#S"}}, "traits": {"smithy.api#mixin": {}}},
        "t#S": {"type": "string"}
        "#,
    ));
    assert_eq!(member_names(&model, "A"), ["d", "c", "both", "b", "own"]);
    assert_eq!(super::names(&model), ["In", "A", "S"], "mixins are not shapes of the model");
}

#[test]
fn later_mixins_and_the_shape_itself_supersede_traits() {
    let documented = |traits: &str| {
        let text = reaching(
            &["t#A"],
            r#"
        "t#A": {"type": "string", "mixins": [{"target": "t#B"}, {"target": "t#C"}], "traits": {OWN}},
        "t#B": {"type": "string", "mixins": [{"target": "t#D"}], "traits": {"smithy.api#mixin": {}, "smithy.api#documentation": "B", "smithy.api#sensitive": {}}},
        "t#C": {"type": "string", "mixins": [{"target": "t#D"}], "traits": {"smithy.api#mixin": {}, "smithy.api#pattern": "c"}},
        "t#D": {"type": "string", "traits": {"smithy.api#mixin": {}, "smithy.api#documentation": "D"}}
        "#,
        );
        let model = model(&text.replace("OWN", traits));
        let a = shape(&model, "A");
        (a.documentation.clone(), a.sensitive, a.constraints.pattern.clone())
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(documented(""), (some("D"), true, some("c")), "C comes after B, and has D's");
    assert_eq!(documented(r#""smithy.api#documentation": "A""#), (some("A"), true, some("c")));
}

#[test]
fn local_traits_stay_with_the_mixin() {
    let model = model(&reaching(
        &["t#A", "t#B", "t#E"],
        r#"
        "t#A": {"type": "string", "mixins": [{"target": "t#B"}]},
        "t#B": {"type": "string", "mixins": [{"target": "t#C"}], "traits": {"smithy.api#sensitive": {}, "smithy.api#documentation": "B",
            "smithy.api#mixin": {"localTraits": ["smithy.api#documentation", "smithy.api#pattern"]}}},
        "t#C": {"type": "string", "traits": {"smithy.api#mixin": {}, "smithy.api#pattern": "c"}},
        "t#E": {"type": "string", "mixins": [{"target": "t#C"}]}
        "#,
    ));
    let told = ["A", "B", "E"].map(|name| {
        let shape = shape(&model, name);
        (shape.documentation.is_some(), shape.sensitive, shape.constraints.pattern.is_some())
    });
    assert_eq!(told, [(false, true, false), (true, true, true), (false, false, true)]);
}

#[test]
fn a_member_given_again_adds_traits_and_keeps_its_place() {
    let model = model(&reaching(
        &["t#A", "t#B"],
        r#"
        "t#A": {"type": "structure", "mixins": [{"target": "t#B"}], "members": {
            "z": {"target": "t#S"}, "b": {"target": "t#S", "traits": {"smithy.api#required": {}, "smithy.api#documentation": "A's."}}}},
        "t#B": {"type": "structure", "traits": {"smithy.api#mixin": {}}, "members": {
            "b": {"target": "t#S", "traits": {"smithy.api#documentation": "B's.", "smithy.api#length": {"max": 3}}}, "c": {"target": "t#S"}}},
        "t#S": {"type": "string"}
        "#,
    ));
    assert_eq!(member_names(&model, "A"), ["b", "c", "z"]);
    let (a, b) = (&members(&model, "A")[0], &members(&model, "B")[0]);
    assert_eq!((a.required, b.required), (true, false));
    assert_eq!(
        (a.documentation.as_deref(), b.documentation.as_deref()),
        (Some("A's."), Some("B's."))
    );
    let length = Some(Bounds { min: None, max: Some(3) });
    assert_eq!((a.constraints.length, b.constraints.length), (length, length));
}

#[test]
fn every_sort_of_shape_may_have_mixins() {
    let model = model(&of_shapes(
        r#"
        "t#Toy": {"type": "service", "mixins": [{"target": "t#Base"}], "operations": [{"target": "t#Own"}]},
        "t#Base": {"type": "service", "version": "2019", "operations": [{"target": "t#Go"}], "resources": [{"target": "t#Shelf"}],
            "errors": [{"target": "t#Slow"}], "rename": {"t#In": "GoIn"}, "traits": {"smithy.api#mixin": {}, "aws.protocols#awsJson1_0": {}}},
        "t#Shelf": {"type": "resource", "mixins": [{"target": "t#Holder"}]},
        "t#Holder": {"type": "resource", "read": {"target": "t#Read"}, "traits": {"smithy.api#mixin": {}}},
        "t#Own": {"type": "operation"}, "t#Read": {"type": "operation"},
        "t#Go": {"type": "operation", "mixins": [{"target": "t#Any"}], "input": {"target": "t#In"}, "errors": [{"target": "t#Gone"}]},
        "t#Any": {"type": "operation", "errors": [{"target": "t#Late"}], "traits": {"smithy.api#mixin": {}, "smithy.api#documentation": "Any."}},
        "t#In": {"type": "structure", "members": {"l": {"target": "t#L"}, "m": {"target": "t#M"}, "u": {"target": "t#U"}, "e": {"target": "t#E"}}},
        "t#L": {"type": "list", "mixins": [{"target": "t#LL"}]},
        "t#LL": {"type": "list", "member": {"target": "smithy.api#String"}, "traits": {"smithy.api#mixin": {}, "smithy.api#sparse": {}}},
        "t#M": {"type": "map", "mixins": [{"target": "t#MM"}], "value": {"target": "smithy.api#Long", "traits": {"smithy.api#documentation": "Own."}}},
        "t#MM": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#Long"}, "traits": {"smithy.api#mixin": {}}},
        "t#U": {"type": "union", "mixins": [{"target": "t#UU"}], "members": {"b": {"target": "smithy.api#Unit"}}},
        "t#UU": {"type": "union", "members": {"a": {"target": "smithy.api#Unit"}}, "traits": {"smithy.api#mixin": {}}},
        "t#E": {"type": "enum", "mixins": [{"target": "t#EE"}], "members": {"B": {"target": "smithy.api#Unit"}}},
        "t#EE": {"type": "enum", "members": {"A": {"target": "smithy.api#Unit"}}, "traits": {"smithy.api#mixin": {}}},
        "t#Slow": {"type": "structure", "mixins": [{"target": "t#Fault"}]}, "t#Gone": {"type": "structure", "mixins": [{"target": "t#Fault"}]},
        "t#Late": {"type": "structure", "mixins": [{"target": "t#Fault"}]},
        "t#Fault": {"type": "structure", "members": {}, "traits": {"smithy.api#mixin": {}, "smithy.api#error": "server"}}
        "#,
    ));
    assert_eq!(model.service.api_version, "2019");
    let operations: Vec<&str> =
        model.operations.iter().map(|operation| operation.name.as_str()).collect();
    assert_eq!(operations, ["Own", "Read", "Go"]);
    let go = model.operation("Go").unwrap();
    assert_eq!(go.documentation.as_deref(), Some("Any."));
    assert_eq!(go.input.map(|id| model.shape(id).name.as_str()), Some("GoIn"));
    let errors: Vec<&str> = go.errors.iter().map(|&id| model.shape(id).name.as_str()).collect();
    assert_eq!(errors, ["Late", "Gone", "Slow"]);
    let ShapeKind::List(list) = &shape(&model, "L").kind else { panic!("not a list") };
    assert!(list.sparse);
    assert_eq!(model.shape(list.member.target).name, "String");
    let ShapeKind::Map(map) = &shape(&model, "M").kind else { panic!("not a map") };
    assert_eq!((map.key.name.as_str(), map.value.documentation.as_deref()), ("key", Some("Own.")));
    assert_eq!(member_names(&model, "U"), ["a", "b"]);
    let ShapeKind::Enum(values) = &shape(&model, "E").kind else { panic!("not an enum") };
    let values: Vec<&str> = values.iter().map(|value: &EnumValue| value.value.as_str()).collect();
    assert_eq!(values, ["A", "B"]);
}
