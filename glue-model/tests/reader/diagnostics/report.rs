//! Reports as a whole: all problems at once, in order, with their places.

use glue_model::{Diagnostic, Diagnostics, Position, Source};

use crate::common::{FILE, try_model, with_operations, with_shapes};

#[test]
fn a_report_ends_at_a_thousand_problems() {
    let shapes = |count: usize| {
        let shapes: Vec<String> =
            (0..count).map(|index| format!(r#""S{index}": {{"type": "x"}}"#)).collect();
        try_model(with_shapes(&shapes.join(",\n")).as_bytes()).unwrap_err()
    };
    assert_eq!(shapes(1000).len(), 1000);
    assert!(shapes(1000).iter().all(|diagnostic| diagnostic.position.is_some()));
    let cut = shapes(1001);
    assert_eq!(cut.len(), 1001);
    let last = cut.iter().last().unwrap();
    assert_eq!(last.message, "there are more problems than these 1000");
}

#[test]
fn repeated_keys_alone_can_fill_a_report() {
    let cut = try_model(format!("{{{}\"b\": 1}}", "\"a\": 1, ".repeat(5000)).as_bytes());
    let cut = cut.unwrap_err();
    assert_eq!(cut.len(), 1001);
    assert_eq!(cut.iter().last().unwrap().message, "there are more problems than these 1000");
}

#[test]
fn diagnostics_are_data() {
    let text = with_shapes(r#""A": {"type": "structure", "members": {"b": {"shape": "a"}}}"#);
    let diagnostics = try_model(text.as_bytes()).unwrap_err();
    let expected = Diagnostic::new(
        FILE,
        "/shapes/A/members/b/shape",
        "member `b` targets shape `a`, which the model does not define",
    )
    .with_position(Position { line: 4, column: 55 })
    .with_shape("A")
    .with_help("did you mean `A`?");
    assert_eq!(diagnostics.iter().collect::<Vec<_>>(), [&expected]);
    assert_eq!(diagnostics.into_iter().collect::<Vec<_>>(), [expected]);
}

#[test]
fn later_stages_can_have_their_problems_located() {
    let text = with_operations(
        r#""Get": {"http": {"method": "POST", "requestUri": "/"}}"#,
        r#""A": {"type": "string",
  "enum": ["x", "y"]}"#,
    );
    let source = Source { file: FILE, bytes: text.as_bytes() };
    let pointers = ["/shapes/A/enum/1", "/operations/Get/http", "", "/shapes/B", "no pointer"];
    let mut diagnostics: Diagnostics =
        pointers.iter().map(|pointer| Diagnostic::new(FILE, *pointer, "wrong")).collect();
    diagnostics.push(Diagnostic::new("other.json", "/shapes/A", "wrong"));
    let known = Position { line: 7, column: 7 };
    diagnostics.push(Diagnostic::new(FILE, "/shapes/A", "wrong").with_position(known));
    diagnostics.locate_in(&source);
    let positions: Vec<Option<(usize, usize)>> = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.position.map(|position| (position.line, position.column)))
        .collect();
    let expected = [Some((7, 17)), Some((3, 17)), Some((1, 1)), None, None, None, Some((7, 7))];
    assert_eq!(positions, expected);
}

#[test]
fn problems_without_position_or_of_several_files_read_well() {
    let mut diagnostics = Diagnostics::default();
    assert!(diagnostics.is_empty());
    assert_eq!(diagnostics.to_string(), "0 problems");
    diagnostics.push(Diagnostic::new("a.json", "/shapes/A", "wrong"));
    diagnostics.extend([Diagnostic::new("b.json", "", "odd").with_shape("B")]);
    assert_eq!(
        diagnostics.to_string(),
        "\
error: wrong
  --> a.json (/shapes/A)

error: odd
  --> b.json (shape `B`)

2 problems in several files"
    );
}
