//! `Document` as JSON, and as what other types are read from, with serde_json as the oracle.

// Helpers of tests may panic too; clippy knows only the tests themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod deserializer;
#[cfg(feature = "protocol")]
mod serializer;

use std::collections::{BTreeMap, HashSet};

use glue_runtime::{Document, Number};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

#[track_caller]
fn document(json: &str) -> Document {
    serde_json::from_str(json).unwrap()
}

#[test]
fn json_is_read_into_its_variants() {
    assert_eq!(document("null"), Document::Null);
    assert_eq!(document("true"), Document::Bool(true));
    assert_eq!(document("1"), Document::Number(Number::from(1_u32)));
    assert_eq!(document("\"a\""), Document::String("a".to_owned()));
    assert_eq!(
        document("[null,[]]"),
        Document::Array(vec![Document::Null, Document::Array(vec![])])
    );
    assert_eq!(
        document(r#"{"b":1,"a":{}}"#),
        Document::Object(BTreeMap::from([
            ("a".to_owned(), Document::Object(BTreeMap::new())),
            ("b".to_owned(), 1_u32.into()),
        ]))
    );
    assert_eq!(document(r#"{"a":1,"a":2}"#), document(r#"{"a":2}"#));
}

#[test]
fn json_is_written_as_it_was_read() {
    for json in [
        "null",
        "false",
        "0",
        "-1",
        "1.0",
        "-0.0",
        "0.1",
        "1e+300",
        "5e-324",
        "18446744073709551615",
        "-9223372036854775808",
        "9007199254740993",
        r#""\"\\\u0000é""#,
        "[]",
        "{}",
        r#"[1,"a",null,{"":[true]}]"#,
        r#"{"a":{"b":{"c":[[[]]]}},"b":1.5}"#,
    ] {
        assert_eq!(serde_json::to_string(&document(json)).unwrap(), json);
    }
}

#[test]
fn integers_are_equal_however_they_came_about() {
    let one = Number::from(1_u64);
    assert_eq!(one, Number::from(1_i64));
    assert_eq!(one, Number::from(1_u32));
    assert_eq!(one, Number::from(1_i32));
    assert_eq!(document("1"), Document::from(1_i64));
    assert_ne!(one, Number::from_f64(1.0).unwrap());
    assert_ne!(Number::from(-1_i64), Number::from(u64::MAX));
}

#[test]
fn numbers_convert_where_they_fit() {
    for (json, unsigned, signed, float) in [
        ("0", Some(0), Some(0), 0.0),
        ("-1", None, Some(-1), -1.0),
        ("9223372036854775807", Some(i64::MAX as u64), Some(i64::MAX), 2_f64.powi(63)),
        ("9223372036854775808", Some(1 << 63), None, 2_f64.powi(63)),
        ("18446744073709551615", Some(u64::MAX), None, 2_f64.powi(64)),
        ("18446744073709551616", None, None, 2_f64.powi(64)),
        ("-9223372036854775808", None, Some(i64::MIN), -(2_f64.powi(63))),
        ("1.0", None, None, 1.0),
    ] {
        let number = document(json);
        assert_eq!(number.as_u64(), unsigned, "{json}");
        assert_eq!(number.as_i64(), signed, "{json}");
        assert_eq!(number.as_f64(), Some(float), "{json}");
    }
}

#[test]
fn numbers_print_as_json() {
    for json in ["0", "-1", "18446744073709551615", "1.0", "-0.5", "1e300", "1e-7"] {
        let number = document(json);
        let number = number.as_number().unwrap();
        assert_eq!(number.to_string(), json);
        assert_eq!(format!("{number:?}"), json);
    }
}

#[test]
fn what_is_not_a_json_number_becomes_a_string() {
    assert_eq!(Document::from(1.5).as_f64(), Some(1.5));
    assert_eq!(Document::from(f64::NAN), "NaN".into());
    assert_eq!(Document::from(f64::INFINITY), "Infinity".into());
    assert_eq!(Document::from(f64::NEG_INFINITY), "-Infinity".into());
    assert_eq!(Number::from_f64(f64::NAN), None);
    assert_eq!(Number::from_f64(f64::INFINITY), None);
}

#[test]
fn accessors_answer_for_their_own_variant() {
    let all = [
        Document::Null,
        true.into(),
        1_u64.into(),
        "a".into(),
        vec![Document::Null].into(),
        BTreeMap::from([("a".to_owned(), Document::Null)]).into(),
    ];
    fn which(all: &[Document], is_some: impl Fn(&Document) -> bool) -> Vec<usize> {
        (0..all.len()).filter(|&index| is_some(&all[index])).collect()
    }
    assert_eq!(which(&all, Document::is_null), [0]);
    assert_eq!(which(&all, |value| value.as_bool() == Some(true)), [1]);
    assert_eq!(which(&all, |value| value.as_number().is_some()), [2]);
    assert_eq!(which(&all, |value| value.as_u64() == Some(1)), [2]);
    assert_eq!(which(&all, |value| value.as_i64() == Some(1)), [2]);
    assert_eq!(which(&all, |value| value.as_f64() == Some(1.0)), [2]);
    assert_eq!(which(&all, |value| value.as_str() == Some("a")), [3]);
    assert_eq!(which(&all, |value| value.as_array() == Some(&[Document::Null])), [4]);
    assert_eq!(which(&all, |value| value.as_object().is_some()), [5]);
    assert_eq!(which(&all, |value| value.get("a").is_some()), [5]);
    assert_eq!(all[5].get("b"), None);
    assert_eq!(Document::default(), Document::Null);
}

/// The example of RFC 6901, section 5, with an array added.
#[test]
fn pointers_follow_rfc_6901() {
    let value = json!({
        "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5,
        "k\"l": 6, " ": 7, "m~n": 8, "~1": 9, "list": [[10]], "0": 11,
    });
    let document: Document = serde_json::from_value(value.clone()).unwrap();
    for pointer in [
        "",
        "/foo",
        "/foo/0",
        "/foo/1",
        "/",
        "/a~1b",
        "/c%d",
        "/e^f",
        "/g|h",
        "/i\\j",
        "/k\"l",
        "/ ",
        "/m~0n",
        "/~01",
        "/list/0/0",
        "/0",
    ] {
        let found = document.pointer(pointer).unwrap();
        assert_eq!(serde_json::to_value(found).unwrap(), *value.pointer(pointer).unwrap());
    }
    for pointer in [
        "foo",
        "/x",
        "/foo/2",
        "/foo/00",
        "/foo/01",
        "/foo/+0",
        "/foo/-",
        "/foo/-1",
        "/foo/",
        "/foo/0/0",
        "/foo/99999999999999999999999",
        "//",
        "/a/b",
        "/m~n~",
    ] {
        assert_eq!(document.pointer(pointer), None, "{pointer}");
        assert_eq!(value.pointer(pointer), None, "{pointer}");
    }
}

#[test]
fn numbers_are_read_from_the_map_of_arbitrary_precision() {
    let number = |text: &str| {
        let json = json!({ "a": { "$serde_json::private::Number": text } });
        serde_json::from_value::<Document>(json).unwrap().get("a").cloned().unwrap()
    };
    assert_eq!(number("1"), 1_u32.into());
    assert_eq!(number("-9223372036854775808"), i64::MIN.into());
    assert_eq!(number("18446744073709551615"), u64::MAX.into());
    assert_eq!(number("-0"), (-0.0).into());
    assert_eq!(number("1.50"), 1.5.into());
    assert_eq!(number("1E+2"), 100.0.into());
    // What no other number is keeps its digits.
    for digits in [
        "18446744073709551616",
        "-9223372036854775809",
        "123456789012345678901234567890",
        "0.1234567890123456789012345",
        "9007199254740993.0",
        "1e999",
        "1e-999",
        "1e99999999999999999999",
    ] {
        let kept = number(digits);
        let kept = kept.as_number().unwrap();
        assert_eq!((kept.to_string().as_str(), kept.as_u64()), (digits, None));
    }
    for text in ["", "-", "inf", "NaN", "1.", ".5", "1e", "0x1", "1e+-2", "+1"] {
        assert_eq!(number(text).pointer("/$serde_json::private::Number"), Some(&text.into()));
    }
}

#[test]
fn digits_survive_and_round() {
    let integer = Document::from(Number::from(123_456_789_012_345_678_901_234_567_890_u128));
    let written = serde_json::to_string(&integer).unwrap();
    assert_eq!(written, "123456789012345678901234567890");
    assert_eq!(integer.as_f64(), Some(1.234_567_890_123_456_8e29));
    assert_eq!(f64::deserialize(integer.clone()).unwrap(), 1.234_567_890_123_456_8e29);
    assert_eq!(u128::deserialize(integer.clone()).unwrap().to_string(), written);
    assert_eq!(i128::deserialize(integer.clone()).unwrap().to_string(), written);
    assert!(i64::deserialize(integer.clone()).is_err());
    assert_eq!(Document::deserialize(integer.clone()).unwrap(), integer);
    assert_eq!(Number::from(-1_i128), Number::from(-1_i64));
    assert_eq!(Number::from(u128::from(u64::MAX)), Number::from(u64::MAX));
    assert_eq!(Number::from(i128::MIN).to_string(), i128::MIN.to_string());
}

fn values() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map_into(),
        any::<u64>().prop_map_into(),
        any::<i64>().prop_map_into(),
        any::<f64>().prop_map_into(),
        any::<String>().prop_map_into(),
    ];
    leaf.prop_recursive(4, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(serde_json::Value::Array),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_value_survives(value in values()) {
        let document: Document = serde_json::from_value(value.clone()).unwrap();
        prop_assert_eq!(&serde_json::to_value(&document).unwrap(), &value);
        prop_assert_eq!(&serde_json::Value::deserialize(document.clone()).unwrap(), &value);
        prop_assert_eq!(&Document::deserialize(document.clone()).unwrap(), &document);
        prop_assert_eq!(document.serialize(serde_json::value::Serializer).unwrap(), value);
    }
}

#[test]
fn equal_documents_are_one_key() {
    let texts =
        ["0", "-0", "0.0", "-0.0", "1", "1.0", "-1", "18446744073709551615", "{\"a\":[0.0]}"];
    let keys: HashSet<Document> = texts.iter().map(|text| document(text)).collect();
    // JSON's `-0` is a float, and the two zeros of floats are equal.
    let expected = texts.iter().filter(|text| !matches!(**text, "-0" | "-0.0"));
    assert_eq!(keys, expected.map(|text| document(text)).collect());
    assert!(keys.contains(&document("-0.0")));
    assert!(keys.contains(&document("{\"a\":[-0.0]}")));
    assert!(!keys.contains(&document("-1.0")));
}
