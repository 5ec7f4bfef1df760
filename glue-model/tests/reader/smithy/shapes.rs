//! Shapes by type.

use glue_model::{Deprecation, ShapeKind, Side, TimestampFormat};

use super::{names, reaching, taking};
use crate::common::{members, model, shape};

#[test]
fn every_type_has_its_kind() {
    let kinds: [(&str, &str, ShapeKind); 13] = [
        ("blob", "Blob", ShapeKind::Blob),
        ("boolean", "Boolean", ShapeKind::Boolean),
        ("string", "String", ShapeKind::String),
        ("byte", "Byte", ShapeKind::Byte),
        ("short", "Short", ShapeKind::Short),
        ("integer", "Integer", ShapeKind::Integer),
        ("long", "Long", ShapeKind::Long),
        ("float", "Float", ShapeKind::Float),
        ("double", "Double", ShapeKind::Double),
        ("bigInteger", "BigInteger", ShapeKind::BigInteger),
        ("bigDecimal", "BigDecimal", ShapeKind::BigDecimal),
        ("timestamp", "Timestamp", ShapeKind::Timestamp),
        ("document", "Document", ShapeKind::Document),
    ];
    for (name, prelude, kind) in kinds {
        let id = format!("smithy.api#{prelude}");
        let text = reaching(&["t#A", &id], &format!(r#""t#A": {{"type": "{name}"}}"#));
        let model = model(&text);
        assert_eq!(names(&model), ["In", "A", prelude]);
        assert_eq!((&shape(&model, "A").kind, &shape(&model, prelude).kind), (&kind, &kind));
    }
}

#[test]
fn primitives_of_the_prelude_are_shapes_too() {
    for name in ["Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double"] {
        let primitive = format!("Primitive{name}");
        let ids = [format!("smithy.api#{name}"), format!("smithy.api#{primitive}")];
        let model = model(&reaching(&[&ids[0], &ids[1]], ""));
        assert_eq!(model.shapes().len(), 3);
        assert_eq!(shape(&model, name).kind, shape(&model, &primitive).kind);
    }
}

#[test]
fn shapes_keep_the_order_of_the_file_and_the_prelude_comes_last() {
    let model = model(&reaching(
        &["smithy.api#String", "t#A", "t#Z", "smithy.api#Boolean"],
        r#""t#Z": {"type": "string"}, "t#A": {"type": "list", "member": {"target": "smithy.api#Blob"}}"#,
    ));
    assert_eq!(names(&model), ["In", "Z", "A", "Blob", "Boolean", "String"]);
    assert!(model.shapes().enumerate().all(|(index, (id, _))| id.index() == index));
}

#[test]
fn lists_and_maps_have_members_and_may_be_sparse() {
    let model = model(&reaching(
        &["t#L", "t#Sparse", "t#M", "t#Holes"],
        r#"
        "t#L": {"type": "list", "member": {"target": "t#S", "traits": {"smithy.api#documentation": "One."}}},
        "t#Sparse": {"type": "list", "member": {"target": "t#S"}, "traits": {"smithy.api#sparse": {}}},
        "t#M": {"type": "map", "key": {"target": "t#E"}, "value": {"target": "t#L"}},
        "t#Holes": {"type": "map", "key": {"target": "t#S"}, "value": {"target": "t#L"}, "traits": {"smithy.api#sparse": {}}},
        "t#S": {"type": "string"},
        "t#E": {"type": "enum", "members": {"A": {"target": "smithy.api#Unit"}}}
        "#,
    ));
    let name = |id| model.shape(id).name.as_str();
    let ShapeKind::List(list) = &shape(&model, "L").kind else { panic!("not a list") };
    assert_eq!((list.member.name.as_str(), name(list.member.target)), ("member", "S"));
    assert_eq!(list.member.documentation.as_deref(), Some("One."));
    assert!(!list.sparse && !list.member.required);
    let ShapeKind::List(sparse) = &shape(&model, "Sparse").kind else { panic!("not a list") };
    assert!(sparse.sparse);
    let ShapeKind::Map(map) = &shape(&model, "M").kind else { panic!("not a map") };
    assert_eq!((map.key.name.as_str(), name(map.key.target)), ("key", "E"));
    assert_eq!((map.value.name.as_str(), name(map.value.target)), ("value", "L"));
    assert!(!map.sparse);
    let ShapeKind::Map(holes) = &shape(&model, "Holes").kind else { panic!("not a map") };
    assert!(holes.sparse);
    assert!(!names(&model).contains(&"Unit"), "values of enums target nothing");
}

#[test]
fn unions_and_event_streams_are_unions() {
    let model = model(&reaching(
        &["t#U", "t#E", "t#B", "t#S"],
        r#"
        "t#U": {"type": "union", "members": {"a": {"target": "t#S", "traits": {"smithy.api#required": {}}}, "u": {"target": "t#U"}}},
        "t#E": {"type": "union", "members": {"v": {"target": "t#V"}}, "traits": {"smithy.api#streaming": {}}},
        "t#V": {"type": "structure", "members": {}},
        "t#B": {"type": "blob", "traits": {"smithy.api#streaming": {}}},
        "t#S": {"type": "string", "traits": {"smithy.api#streaming": {}}}
        "#,
    ));
    let is_union = |name| matches!(shape(&model, name).kind, ShapeKind::Union(_));
    assert_eq!(["U", "E", "V"].map(is_union), [true, true, false]);
    let streaming = ["U", "E", "V", "B", "S"].map(|name| shape(&model, name).streaming);
    assert_eq!(streaming, [false, true, false, true, false]);
    let [a, u] = members(&model, "U") else { panic!("two members") };
    assert_eq!((a.name.as_str(), u.name.as_str()), ("a", "u"));
    assert!(!a.required, "no member of a union must be there");
}

#[test]
fn traits_of_shapes() {
    let model = model(&reaching(
        &["t#A", "t#B"],
        r#"
        "t#A": {"type": "string", "traits": {"smithy.api#documentation": "<p>A.</p>", "smithy.api#sensitive": {},
            "smithy.api#deprecated": {}, "smithy.api#mediaType": "application/json"}},
        "t#B": {"type": "timestamp", "traits": {"smithy.api#documentation": "", "smithy.api#timestampFormat": "http-date",
            "smithy.api#deprecated": {"since": "1.1"}}}
        "#,
    ));
    let (a, b) = (shape(&model, "A"), shape(&model, "B"));
    assert_eq!((a.documentation.as_deref(), b.documentation.as_deref()), (Some("<p>A.</p>"), None));
    assert_eq!((a.sensitive, b.sensitive), (true, false));
    assert_eq!(a.deprecated, Some(Deprecation::default()));
    let since = Deprecation { message: None, since: Some("1.1".to_owned()) };
    assert_eq!(b.deprecated, Some(since));
    assert_eq!(
        (a.media_type.as_deref(), b.media_type.as_deref()),
        (Some("application/json"), None)
    );
    assert_eq!((a.timestamp_format, b.timestamp_format), (None, Some(TimestampFormat::HttpDate)));
}

#[test]
fn structures_may_be_reserved_for_one_side_of_an_operation() {
    let model = model(&taking(
        r#"
        "t#In": {"type": "structure", "members": {"a": {"target": "t#Out"}, "b": {"target": "t#Free"}}, "traits": {"smithy.api#input": {}}},
        "t#Out": {"type": "structure", "members": {}, "traits": {"smithy.api#output": {}}},
        "t#Free": {"type": "structure", "members": {}}
        "#,
    ));
    let sides = ["In", "Out", "Free"].map(|name| match &shape(&model, name).kind {
        ShapeKind::Structure(structure) => structure.reserved_for,
        other => panic!("{other:?}"),
    });
    assert_eq!(sides, [Some(Side::Input), Some(Side::Output), None]);
}

#[test]
fn recursion_through_a_structure_reads() {
    let model = model(&reaching(
        &["t#Deep"],
        r#"
        "t#Node": {"type": "structure", "members": {"children": {"target": "t#Nodes"}, "self": {"target": "t#Node"}}},
        "t#Nodes": {"type": "list", "member": {"target": "t#Node"}},
        "t#Deep": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "t#Nodes"}}
        "#,
    ));
    assert_eq!(model.shapes().len(), 5);
}
