//! `apply` statements.

use glue_model::{Bounds, ShapeKind};

use super::reaching;
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
