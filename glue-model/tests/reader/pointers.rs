//! Where the parts of a model stand in its file, in both formats.

use glue_model::{Diagnostic, Facet, Model, Source};

use crate::common::{FILE, model, with_shapes};
use crate::smithy::reaching;

/// The pointer to a part of the shape called `name`.
#[track_caller]
fn pointer(model: &Model, name: &str, member: Option<&str>, facet: Facet) -> String {
    let (id, _) = model.shapes().find(|(_, shape)| shape.name == name).unwrap();
    model.pointer(id, member, facet)
}

/// Checks that the pointer leads to a value that starts with `start`.
#[track_caller]
fn leads_to(text: &str, pointer: &str, start: &str) {
    let mut found: glue_model::Diagnostics =
        [Diagnostic::new(FILE, pointer, "here")].into_iter().collect();
    found.locate_in(&Source { file: FILE, bytes: text.as_bytes() });
    let position = found.iter().next().and_then(|found| found.position).unwrap();
    let line = text.lines().nth(position.line - 1).unwrap();
    assert_eq!(&line[position.column - 1..][..start.len()], start, "{pointer}");
}

#[test]
fn parts_of_botocores_format() {
    let text = with_shapes(
        r#"
        "T": {"type": "structure", "members": {"a": {"shape": "S", "pattern": "a"}, "b": {"shape": "L"}}},
        "S": {"type": "string", "min": 1, "max": 9, "pattern": "s"},
        "L": {"type": "list", "member": {"shape": "S"}, "max": 5},
        "M": {"type": "map", "key": {"shape": "S", "max": 2}, "value": {"shape": "N"}},
        "N": {"type": "integer", "max": 7}
        "#,
    );
    let model = model(&text);
    for (name, member, facet, expected, start) in [
        ("T", None, Facet::Whole, "/shapes/T", r#"{"type": "structure""#),
        ("T", Some("a"), Facet::Whole, "/shapes/T/members/a", r#"{"shape": "S", "p"#),
        ("T", Some("a"), Facet::Pattern, "/shapes/T/members/a/pattern", r#""a""#),
        ("T", Some("a"), Facet::Length, "/shapes/T/members/a", r#"{"shape": "S", "p"#),
        ("T", Some("b"), Facet::Target, "/shapes/T/members/b/shape", r#""L""#),
        ("T", Some("none"), Facet::Target, "/shapes/T", r#"{"type": "structure""#),
        ("T", None, Facet::Target, "/shapes/T", r#"{"type": "structure""#),
        ("S", None, Facet::Pattern, "/shapes/S/pattern", r#""s""#),
        ("S", None, Facet::Length, "/shapes/S/min", "1"),
        ("S", Some("none"), Facet::Pattern, "/shapes/S", r#"{"type": "string""#),
        ("L", None, Facet::Length, "/shapes/L/max", "5"),
        ("L", Some("member"), Facet::Target, "/shapes/L/member/shape", r#""S""#),
        ("M", Some("key"), Facet::Length, "/shapes/M/key/max", "2"),
        ("M", Some("value"), Facet::Whole, "/shapes/M/value", r#"{"shape": "N"}"#),
        ("N", None, Facet::Range, "/shapes/N/max", "7"),
        ("N", None, Facet::Length, "/shapes/N", r#"{"type": "integer""#),
    ] {
        let pointer = pointer(&model, name, member, facet);
        assert_eq!(pointer, expected);
        leads_to(&text, &pointer, start);
    }
}

#[test]
fn parts_of_smithys_format() {
    let text = reaching(
        &["t#T", "smithy.api#String", "u.v#L", "t#M"],
        r#"
        "t#T": {"type": "structure", "members": {"a": {"target": "t#S", "traits": {"smithy.api#pattern": "a"}}}},
        "t#S": {"type": "string", "traits": {"smithy.api#length": {"max": 9}, "smithy.api#pattern": "s"}},
        "u.v#L": {"type": "list", "member": {"target": "t#S"}, "traits": {"smithy.api#length": {"min": 5}}},
        "t#M": {"type": "map", "key": {"target": "t#S"}, "value": {"target": "t#N"}},
        "t#N": {"type": "integer", "traits": {"smithy.api#range": {"max": 7}}}
        "#,
    )
    .replace(r#""version": "2020-02-02""#, r#""rename": {"u.v#L": "Renamed"}"#);
    let model = model(&text);
    for (name, member, facet, expected, start) in [
        ("T", None, Facet::Whole, "/shapes/t#T", r#"{"type": "structure""#),
        ("T", Some("a"), Facet::Whole, "/shapes/t#T/members/a", r#"{"target": "t#S""#),
        ("T", Some("a"), Facet::Target, "/shapes/t#T/members/a/target", r#""t#S""#),
        (
            "T",
            Some("a"),
            Facet::Pattern,
            "/shapes/t#T/members/a/traits/smithy.api#pattern",
            r#""a""#,
        ),
        ("T", Some("b"), Facet::Pattern, "/shapes/t#T", r#"{"type": "structure""#),
        ("S", None, Facet::Length, "/shapes/t#S/traits/smithy.api#length", r#"{"max": 9}"#),
        ("S", None, Facet::Pattern, "/shapes/t#S/traits/smithy.api#pattern", r#""s""#),
        ("S", None, Facet::Range, "/shapes/t#S", r#"{"type": "string""#),
        ("Renamed", None, Facet::Length, "/shapes/u.v#L/traits/smithy.api#length", r#"{"min": 5}"#),
        ("Renamed", Some("member"), Facet::Target, "/shapes/u.v#L/member/target", r#""t#S""#),
        ("M", Some("value"), Facet::Whole, "/shapes/t#M/value", r#"{"target": "t#N"}"#),
        ("N", None, Facet::Range, "/shapes/t#N/traits/smithy.api#range", r#"{"max": 7}"#),
        ("String", None, Facet::Whole, "/shapes", "{"),
        ("String", Some("a"), Facet::Pattern, "/shapes", "{"),
    ] {
        let pointer = pointer(&model, name, member, facet);
        assert_eq!(pointer, expected);
        leads_to(&text, &pointer, start);
    }
}

#[test]
fn parts_from_mixins_and_statements_stand_there() {
    let text = reaching(
        &["t#A", "t#C"],
        r#"
        "t#A": {"type": "structure", "mixins": [{"target": "t#B"}], "members": {"own": {"target": "t#C"}}},
        "t#B": {"type": "structure", "members": {"b": {"target": "t#C", "traits": {"smithy.api#pattern": "b"}}}, "traits": {"smithy.api#mixin": {}}},
        "t#A$b": {"type": "apply", "traits": {"smithy.api#length": {"min": 3}}},
        "t#C": {"type": "string", "mixins": [{"target": "t#D"}]},
        "t#D": {"type": "string", "traits": {"smithy.api#mixin": {}, "smithy.api#pattern": "d"}}
        "#,
    );
    let model = model(&text);
    for (name, member, facet, expected, start) in [
        ("A", None, Facet::Whole, "/shapes/t#A", r#"{"type": "structure", "mixins""#),
        ("A", Some("own"), Facet::Target, "/shapes/t#A/members/own/target", r#""t#C""#),
        ("A", Some("b"), Facet::Whole, "/shapes/t#B/members/b", r#"{"target": "t#C", "#),
        ("A", Some("b"), Facet::Target, "/shapes/t#B/members/b/target", r#""t#C""#),
        (
            "A",
            Some("b"),
            Facet::Pattern,
            "/shapes/t#B/members/b/traits/smithy.api#pattern",
            r#""b""#,
        ),
        ("A", Some("b"), Facet::Length, "/shapes/t#A$b/traits/smithy.api#length", r#"{"min": 3}"#),
        ("C", None, Facet::Whole, "/shapes/t#C", r#"{"type": "string", "mixins""#),
        ("C", None, Facet::Pattern, "/shapes/t#D/traits/smithy.api#pattern", r#""d""#),
    ] {
        let pointer = pointer(&model, name, member, facet);
        assert_eq!(pointer, expected);
        leads_to(&text, &pointer, start);
    }
}
