//! `apply` statements.

use glue_model::{Bounds, ShapeKind};

use super::{check, reaching};
use crate::common::{members, model, shape};

#[test]
fn statements_add_traits_to_members() {
    let model = model(&reaching(
        &["t#T", "t#L", "t#M", "t#E"],
        r#"
        "t#T$a": {"type": "apply", "traits": {"smithy.api#required": {}, "smithy.api#length": {"max": 3}}},
        "t#T": {"type": "structure", "members": {"a": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "A.", "smithy.api#length": {"max": 3}}}}},
        "t#L": {"type": "list", "member": {"target": "smithy.api#String"}},
        "t#L$member": {"type": "apply", "traits": {"smithy.api#pattern": "l"}},
        "t#M": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"}},
        "t#M$key": {"type": "apply", "traits": {"smithy.api#pattern": "k"}}, "t#M$value": {"type": "apply", "traits": {"smithy.api#pattern": "v"}},
        "t#E": {"type": "enum", "members": {"A": {"target": "smithy.api#Unit"}}},
        "t#E$A": {"type": "apply", "traits": {"smithy.api#enumValue": "a"}}
        "#,
    ));
    let [a] = members(&model, "T") else { panic!("one member") };
    assert_eq!((a.required, a.documentation.as_deref()), (true, Some("A.")));
    assert_eq!(a.constraints.length, Some(Bounds { min: None, max: Some(3) }));
    let ShapeKind::List(list) = &shape(&model, "L").kind else { panic!("not a list") };
    assert_eq!(list.member.constraints.pattern.as_deref(), Some("l"));
    let ShapeKind::Map(map) = &shape(&model, "M").kind else { panic!("not a map") };
    let patterns = [&map.key, &map.value].map(|member| member.constraints.pattern.as_deref());
    assert_eq!(patterns, [Some("k"), Some("v")]);
    let ShapeKind::Enum(values) = &shape(&model, "E").kind else { panic!("not an enum") };
    assert_eq!(values[0].value, "a");
}

#[test]
fn statements_supersede_mixins_and_mixins_pass_them_on() {
    let model = model(&reaching(
        &["t#A", "t#B"],
        r#"
        "t#A": {"type": "structure", "mixins": [{"target": "t#B"}]},
        "t#A$x": {"type": "apply", "traits": {"smithy.api#documentation": "A's."}},
        "t#B": {"type": "structure", "members": {"x": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "B's."}}}, "traits": {"smithy.api#mixin": {}}},
        "t#B$x": {"type": "apply", "traits": {"smithy.api#required": {}}}
        "#,
    ));
    let told = ["A", "B"].map(|name| {
        let member = &members(&model, name)[0];
        (member.documentation.clone().unwrap(), member.required)
    });
    assert_eq!(told, [("A's.".to_owned(), true), ("B's.".to_owned(), true)]);
}

#[test]
fn statements_for_nothing() {
    check(
        &reaching(
            &["t#Tree"],
            r#""t#Tree": {"type": "structure", "members": {"leaf": {"target": "smithy.api#String"}}},
"t#Tere": {"type": "apply", "traits": {}},
"t#Gone$leaf": {"type": "apply", "traits": {}},
"t#Tree$leav": {"type": "apply", "traits": {}},
"t#Tree$root": {"type": "apply", "traits": {}},
"smithy.api#String": {"type": "apply", "traits": {}}"#,
        ),
        "error: `apply` targets shape `t#Tere`, which the model does not define
  --> toy.json:6:1 (/shapes/t#Tere, shape `Tere`)
  = help: define the shape under `/shapes`

error: `apply` targets shape `t#Gone`, which the model does not define
  --> toy.json:7:1 (/shapes/t#Gone$leaf, shape `Gone`)
  = help: define the shape under `/shapes`

error: `apply` targets member `t#Tree$leav`, which is not one
  --> toy.json:8:1 (/shapes/t#Tree$leav, shape `Tree`)
  = help: did you mean `leaf`?

error: `apply` targets member `t#Tree$root`, which is not one
  --> toy.json:9:1 (/shapes/t#Tree$root, shape `Tree`)

error: `apply` targets `smithy.api#String`, which Smithy defines
  --> toy.json:10:1 (/shapes/smithy.api#String, shape `String`)
  = help: define a shape of your own with the traits, and target that

5 problems in toy.json",
    );
}

#[test]
fn a_trait_with_two_values() {
    check(
        &reaching(
            &["t#T"],
            r#""t#T": {"type": "structure", "members": {"a": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "One.", "t#list": [1]}}}},
"t#T$a": {"type": "apply", "traits": {"smithy.api#documentation": "Two.", "t#list": [2]}}"#,
        ),
        "error: trait `smithy.api#documentation` of member `t#T$a` has two values
  --> toy.json:6:67 (/shapes/t#T$a/traits/smithy.api#documentation, shape `T`)
  = help: keep only one

1 problem in toy.json",
    );
}

#[test]
fn statements_of_other_types() {
    check(
        &reaching(
            &["t#T"],
            r#""t#T": {"type": "structure", "members": {"a": {"target": "smithy.api#String"}}},
"t#T$a": {"type": "apply", "traits": []}"#,
        ),
        "error: expected an object, found an array
  --> toy.json:6:38 (/shapes/t#T$a/traits, shape `T`)

1 problem in toy.json",
    );
}
