//! Reports as a whole: all problems at once, in order, with their places.

use glue_model::{Diagnostic, Diagnostics, Position, Source};

use super::check;
use crate::common::{FILE, try_model, with_operations, with_shapes};

#[test]
fn every_problem_of_a_file_is_told_in_the_order_of_the_text() {
    check(
        r#"{
  "operations": {
    "Get": {"http": {"method": "POST"}, "input": {"shape": "Request"}},
    "Get": {}
  },
  "shapes": {
    "Request": {"type": "structure", "members": {"Id": {"shape": "Idd"}}},
    "Id": {"type": "string", "min": 3, "max": 2, "enum": ["a", "a"]},
    "List": {"type": "list", "member": {"shape": "List"}},
    "Loop": {"type": "lop"}
  },
  "metadata": {"protocol": "rest-json"}
}"#,
        "\
error: key `requestUri` is missing
  --> toy.json:3:21 (/operations/Get/http)

error: operation `Get` is given more than once
  --> toy.json:4:5 (/operations/Get)
  = help: keep only one

error: member `Id` targets shape `Idd`, which the model does not define
  --> toy.json:7:66 (/shapes/Request/members/Id/shape, shape `Request`)
  = help: did you mean `Id`?

error: `min` is greater than `max`, so that no value fits
  --> toy.json:8:37 (/shapes/Id/min, shape `Id`)

error: enum value `a` is listed more than once
  --> toy.json:8:64 (/shapes/Id/enum/1, shape `Id`)
  = help: keep only one

error: shape `List` contains itself through lists and maps alone
  --> toy.json:9:13 (/shapes/List, shape `List`)
  = help: put a structure between: `List` holds `List`

error: shape type `lop` is unknown
  --> toy.json:10:22 (/shapes/Loop/type, shape `Loop`)
  = help: use one of `blob`, `boolean`, `double`, `float`, `integer`, `list`, `long`, `map`, `string`, `structure`, `timestamp`

error: key `serviceFullName` is missing
  --> toy.json:12:15 (/metadata)

error: key `apiVersion` is missing
  --> toy.json:12:15 (/metadata)

error: key `endpointPrefix` is missing
  --> toy.json:12:15 (/metadata)

10 problems in toy.json",
    );
}

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
