//! Tests positions against serde_json: the value at a position must be the one its pointer leads
//! to.

use serde_json::{Deserializer, Value};

use super::{Anchor, Position, Query, locate};

fn place(text: &str, pointer: &str, anchor: Anchor) -> Option<(usize, usize)> {
    let positions = locate(text, &[Query { pointer, anchor }]);
    positions[0].map(|Position { line, column }| (line, column))
}

/// A text with everything that could confuse a scanner.
const ODD: &str = r#"
  { "a" :[ 1,-2.5e3 , "]}\"" , [ ] ,{ },[[true,null],{"x":"\\"}] ]
,"{[\",:" : { "" : false , "~": {"/":0}, "~1": 1 , "é": "ü" },
	"\u0061b\/c"   :   "\ud83d\ude00" , "last":0 }
"#;

/// All pointers into a value.
fn pointers(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, format!("{pointer}/{index}"), found);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                let token = key.replace('~', "~0").replace('/', "~1");
                pointers(member, format!("{pointer}/{token}"), found);
            }
        }
        _ => {}
    }
    found.push(pointer);
}

#[test]
fn every_value_stands_where_its_pointer_is_located() {
    let root: Value = serde_json::from_str(ODD).unwrap();
    let mut found = Vec::new();
    pointers(&root, String::new(), &mut found);
    assert_eq!(found.len(), 21);
    let queries: Vec<Query<'_>> =
        found.iter().map(|pointer| Query { pointer, anchor: Anchor::Value }).collect();
    for (pointer, position) in found.iter().zip(locate(ODD, &queries)) {
        let Position { line, column } = position.unwrap();
        let start: usize = ODD.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let rest = &ODD[start + column - 1..];
        let there: Value = Deserializer::from_str(rest).into_iter().next().unwrap().unwrap();
        assert_eq!(Some(&there), root.pointer(pointer), "{pointer}");
        assert!(!rest.starts_with([' ', '\n', '\t', ',', ':']), "{pointer}");
        assert_eq!(place(ODD, pointer, Anchor::Value), Some((line, column)), "asked alone");
    }
}

#[test]
fn keys_are_told_apart_by_occurrence() {
    let text = "{\"a\": 1,\n \"a\": 2, \"\\u0061\": {\"b\": 3}}";
    let key = |occurrence| place(text, "/a", Anchor::Key { occurrence });
    assert_eq!([key(0), key(1), key(2), key(3)], [Some((1, 2)), Some((2, 2)), Some((2, 10)), None]);
    assert_eq!(place(text, "/a", Anchor::Value), Some((1, 7)));
    assert_eq!(place(text, "/a/b", Anchor::Value), None, "the first value counts");
}

#[test]
fn what_is_not_there_has_no_place() {
    for pointer in ["/b", "/a/2", "/a/x", "/a/00", "/a/0/c", "a", "/", "//", "/A"] {
        assert_eq!(place(r#"{"a": [1, 2]}"#, pointer, Anchor::Value), None, "{pointer}");
    }
    let deep = "/a".repeat(10_000);
    assert_eq!(place(&"{\"a\":".repeat(20_000), &deep, Anchor::Value), None);
}

#[test]
fn any_text_will_do() {
    let pieces =
        ["{", "}", "[", "]", ":", ",", "\"", "\\", "a", "\"a\"", "1", " ", "\u{c}", "é", "\n"];
    let queries = || {
        ["", "/a", "/a/a", "/0", "/0/a", "/a/0"]
            .map(|pointer| Query { pointer, anchor: Anchor::Value })
    };
    // Every text of four pieces.
    for number in 0..pieces.len().pow(4) {
        let text: String =
            (0..4).map(|digit| pieces[number / pieces.len().pow(digit) % pieces.len()]).collect();
        for position in locate(&text, &queries()).into_iter().flatten() {
            assert!(
                position.line >= 1 && position.column >= 1 && position.column <= text.len() + 1
            );
        }
    }
    assert_eq!(locate(&"[".repeat(1 << 20), &queries()).len(), 6);
    assert_eq!(
        locate(&"{\"a\":".repeat(1 << 18), &queries())[2],
        Some(Position { line: 1, column: 11 })
    );
}
