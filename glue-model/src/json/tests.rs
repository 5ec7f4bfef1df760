//! Tests the reading of JSON against `serde_json::Value`, as far as that keeps the same
//! information.

use serde_json::Value;

use super::{Json, JsonNumber, Segment, parse};
use crate::diagnostic::PROBLEMS;

fn read(text: &str) -> Json {
    match parse(text, PROBLEMS + 1) {
        Ok((json, repeats)) => {
            assert!(repeats.is_empty(), "{text}");
            json
        }
        Err(error) => panic!("{text}: {}", error.message),
    }
}

fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::from(*value),
        Json::Number(JsonNumber::Integer(value)) => Value::from(*value),
        Json::Number(JsonNumber::Unsigned(value)) => Value::from(*value),
        Json::Number(JsonNumber::Float(value)) => Value::from(*value),
        Json::String(value) => Value::from(value.as_str()),
        Json::Array(items) => items.iter().map(value).collect(),
        Json::Object(object) => object.iter().map(|(key, json)| (key, value(json))).collect(),
    }
}

#[test]
fn values_are_those_of_serde_json() {
    let texts = [
        "null",
        "true",
        " false ",
        "0",
        "-1",
        "1.5e-3",
        "1E2",
        "9223372036854775807",
        "\"\"",
        r#""\u00e9\ud83d\ude00\n\/\\""#,
        "[]",
        "{}",
        r#"[1, [2, {"a": []}], "x", null]"#,
        r#"{"b": 1, "a": {"": [true]}, "\u0063": "d"}"#,
    ];
    for text in texts {
        let expected: Value = serde_json::from_str(text).unwrap();
        assert_eq!(value(&read(text)), expected, "{text}");
    }
    for text in
        ["", "{", "[1,]", "{\"a\" 1}", "01", "+1", ".5", "nul", "\"\\x\"", "1 2", "\"\n\"", "NaN"]
    {
        assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
        assert!(parse(text, PROBLEMS + 1).is_err(), "{text}");
    }
}

#[test]
fn numbers_are_exact() {
    let number = |text| match read(text) {
        Json::Number(number) => number,
        other => panic!("{other:?}"),
    };
    assert_eq!(number("-9223372036854775808"), JsonNumber::Integer(i64::MIN));
    assert_eq!(number("9223372036854775807"), JsonNumber::Integer(i64::MAX));
    assert_eq!(number("9223372036854775808"), JsonNumber::Unsigned(1 << 63));
    assert_eq!(number("18446744073709551615"), JsonNumber::Unsigned(u64::MAX));
    assert_eq!(number("18446744073709551616"), JsonNumber::Float(18_446_744_073_709_551_616.0));
    assert_eq!(number("1.0"), JsonNumber::Float(1.0));
    assert_eq!(number("1e300").to_string(), "1e300");
    assert_eq!(number("-5").to_string(), "-5");
    assert!(parse("1e309", PROBLEMS + 1).is_err());
}

#[test]
fn members_keep_their_order_and_are_found_by_key() {
    for count in [0, 1, 12, 13, 100] {
        let keys: Vec<String> = (0..count).map(|index| format!("k{}", index * 7 % 101)).collect();
        let members: Vec<String> =
            keys.iter().enumerate().map(|(index, key)| format!("\"{key}\": {index}")).collect();
        let json = read(&format!("{{{}}}", members.join(", ")));
        let Json::Object(object) = &json else { panic!("not an object") };
        assert_eq!((object.len(), object.is_empty()), (count, count == 0));
        assert_eq!(object.iter().map(|(key, _)| key.to_owned()).collect::<Vec<_>>(), keys);
        for (index, key) in keys.iter().enumerate() {
            let expected = Json::Number(JsonNumber::Integer(index as i64));
            assert_eq!(object.get(key), Some(&expected), "{key} of {count}");
        }
        assert_eq!(object.get("k"), None);
        assert_eq!(object.get("z"), None);
    }
}

#[test]
fn repeated_keys_are_told_and_the_first_value_counts() {
    let text =
        r#"{"a": [0, {"x": 1, "y": 2, "x": 3, "x": 4}], "b": {"c": {"c": 1, "c": 2}}, "a": 5}"#;
    let Ok((json, repeats)) = parse(text, PROBLEMS + 1) else { panic!("not read") };
    assert_eq!(json, read(r#"{"a": [0, {"x": 1, "y": 2}], "b": {"c": {"c": 1}}}"#));
    let key = |key: &str| Segment::Key(key.to_owned());
    let found: Vec<(Vec<Segment>, usize)> =
        repeats.into_iter().map(|repeat| (repeat.path, repeat.occurrence)).collect();
    let expected = [
        (vec![key("a"), Segment::Index(1), key("x")], 1),
        (vec![key("a"), Segment::Index(1), key("x")], 2),
        (vec![key("b"), key("c"), key("c")], 1),
        (vec![key("a")], 1),
    ];
    assert_eq!(found, expected);
}

#[test]
fn repeated_keys_of_large_objects_are_told() {
    let members: Vec<String> =
        (0..40).map(|index| format!("\"k{}\": {index}", index % 20)).collect();
    let Ok((json, repeats)) = parse(&format!("{{{}}}", members.join(",")), PROBLEMS + 1) else {
        panic!("not read")
    };
    let Json::Object(object) = &json else { panic!("not an object") };
    assert_eq!((object.len(), repeats.len()), (20, 20));
    assert_eq!(object.get("k3"), Some(&Json::Number(JsonNumber::Integer(3))));
}

#[test]
fn errors_have_a_place() {
    let Err(error) = parse("{\n  \"a\": x}", PROBLEMS + 1) else { panic!("read") };
    assert_eq!((error.message.as_str(), error.line, error.column), ("expected value", 2, 8));
}
