//! Reading other types from a document.

use std::collections::{BTreeMap, HashMap};
use std::fmt::{self, Debug};

use glue_runtime::{Document, DocumentError, Timestamp};
use serde::de::{DeserializeOwned, IgnoredAny, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::document;

/// Reads a type from JSON text and from a document of the same text: both succeed with the same
/// value, or both fail.
#[track_caller]
fn agrees<T: DeserializeOwned + PartialEq + Debug>(json: &str) {
    let expected = serde_json::from_str::<T>(json);
    let found = T::deserialize(document(json));
    match (&expected, &found) {
        (Ok(expected), Ok(found)) => assert_eq!(found, expected, "{json}"),
        (Err(_), Err(_)) => {}
        _ => panic!("{json}: text gives {expected:?}, a document gives {found:?}"),
    }
}

const SAMPLES: [&str; 40] = [
    "null",
    "true",
    "0",
    "1",
    "-1",
    "255",
    "256",
    "65536",
    "4294967296",
    "18446744073709551615",
    "-9223372036854775808",
    "1.0",
    "1.5",
    "1e300",
    r#""""#,
    r#""a""#,
    r#""ab""#,
    r#""Unit""#,
    r#""Other""#,
    r#""NewType""#,
    r#""2024-05-01T09:40:00Z""#,
    "[]",
    "[1]",
    "[1,2]",
    "[1,2,3]",
    r#"["a",null]"#,
    "[[1,2],[3,4]]",
    "{}",
    r#"{"a":1}"#,
    r#"{"a":1,"b":null}"#,
    r#"{"a":1,"b":"x","c":[1]}"#,
    r#"{"1":true,"-2":false}"#,
    r#"{"1":true,"2":false}"#,
    r#"{"true":1,"false":2}"#,
    r#"{"1.5":1}"#,
    r#"{"Unit":null}"#,
    r#"{"Unit":1}"#,
    r#"{"NewType":[1,2]}"#,
    r#"{"Tuple":[1,"x"]}"#,
    r#"{"Struct":{"a":1}}"#,
];

#[derive(Debug, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Enum {
    Unit,
    NewType(Vec<u8>),
    Tuple(i32, String),
    Struct { a: i32 },
}

#[derive(Debug, Deserialize, PartialEq)]
struct Struct {
    a: i64,
    b: Option<String>,
    #[serde(default)]
    c: Vec<u8>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Strict {
    #[serde(rename = "a")]
    _a: i64,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
enum Untagged {
    Number(i64),
    Pair(u8, u8),
    Struct { a: i64 },
    Rest(Document),
}

#[derive(Debug, Deserialize, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct NewType<T>(T);

#[derive(Debug, Deserialize, PartialEq)]
struct Unit;

#[derive(Debug, Deserialize, PartialEq)]
struct Flat {
    a: i64,
    #[serde(flatten)]
    rest: BTreeMap<String, Document>,
}

/// One call for each type, all samples for each call.
macro_rules! agree {
    ($($name:ident: $($type:ty),+;)*) => {
        $(#[test]
        fn $name() {
            for json in SAMPLES {
                $(agrees::<$type>(json);)+
            }
        })*
    };
}

agree! {
    scalars_are_read_like_text: bool, i8, i16, i32, i64, u8, u16, u32, u64, i128, u128, f64, char,
        String, ();
    containers_are_read_like_text: Option<i32>, Option<Option<i32>>, Option<()>, Vec<u8>, [u8; 2],
        (u8, u8), (u8, u8, u8), Vec<Option<String>>, Vec<(i64, i64)>, NewType<i64>,
        NewType<Option<Vec<u8>>>, Unit;
    structures_are_read_like_text: Struct, Strict, Untagged, Flat, Enum, Option<Enum>, Vec<Enum>,
        serde_json::Value, Document, Timestamp;
    maps_are_read_like_text: BTreeMap<String, i64>, BTreeMap<String, Option<i64>>,
        HashMap<u8, bool>, BTreeMap<i64, bool>, BTreeMap<NewType<u16>, bool>, BTreeMap<bool, i8>,
        BTreeMap<Option<String>, i64>, BTreeMap<char, i64>, BTreeMap<Enum, ()>;
}

#[test]
fn numbers_of_single_precision_are_read_like_text() {
    // With its feature `float_roundtrip`, which another package of the workspace may ask for,
    // serde_json refuses what no `f32` holds.
    for json in SAMPLES.iter().filter(|json| **json != "1e300") {
        agrees::<f32>(json);
    }
}

#[test]
fn exact_values_are_read() {
    let read = |json| Struct::deserialize(document(json));
    let expected = Struct { a: -1, b: Some("x".to_owned()), c: vec![1, 2] };
    assert_eq!(read(r#"{"a":-1,"b":"x","c":[1,2],"d":{}}"#), Ok(expected));
    assert_eq!(
        Enum::deserialize(document(r#"{"Tuple":[1,"x"]}"#)),
        Ok(Enum::Tuple(1, "x".to_owned()))
    );
    assert_eq!(Enum::deserialize(document(r#"{"Struct":{"a":1}}"#)), Ok(Enum::Struct { a: 1 }));
    assert_eq!(
        HashMap::<i8, bool>::deserialize(document(r#"{"-1":true}"#)),
        Ok(HashMap::from([(-1, true)]))
    );
    assert_eq!(
        BTreeMap::<Enum, i32>::deserialize(document(r#"{"Unit":1}"#)),
        Ok(BTreeMap::from([(Enum::Unit, 1)]))
    );
    assert!(IgnoredAny::deserialize(document("[{}]")).is_ok());
    assert_eq!(i64::deserialize(Document::from(7_u32).into_deserializer()), Ok(7));
}

#[test]
fn errors_say_what_was_expected() {
    fn error<T: DeserializeOwned + Debug>(json: &str) -> String {
        let error: DocumentError = T::deserialize(document(json)).unwrap_err();
        error.to_string()
    }
    assert_eq!(error::<Struct>("{}"), "missing field `a`");
    assert_eq!(error::<Struct>(r#"{"a":"x"}"#), "invalid type: string \"x\", expected i64");
    assert_eq!(error::<u8>("256"), "invalid value: integer `256`, expected u8");
    assert_eq!(error::<HashMap<u8, u8>>(r#"{"x":1}"#), "invalid type: string \"x\", expected u8");
    assert_eq!(error::<(u8, u8)>("[1,2,3]"), "invalid length 3, expected 2 elements in sequence");
    assert_eq!(
        error::<Enum>(r#"{"Unit":null,"NewType":[]}"#),
        "invalid value: map, expected a string or an object with one member"
    );
    assert_eq!(
        error::<Enum>("1.5"),
        "invalid type: floating point `1.5`, expected a string or an object with one member"
    );
    assert_eq!(
        error::<Enum>(r#"{"Unit":-1}"#),
        "invalid type: integer `-1`, expected nothing in the variant"
    );
    assert_eq!(
        error::<Enum>(r#""NewType""#),
        "invalid type: unit variant, expected a variant with content"
    );
}

/// Reads one member, and leaves the others.
struct OneMember;

impl<'de> Visitor<'de> for OneMember {
    type Value = (String, u8);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with one member")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        Ok(map.next_entry()?.unwrap_or_default())
    }
}

#[test]
fn members_that_are_not_read_are_errors() {
    let read = |json| document(json).deserialize_map(OneMember).map_err(|error| error.to_string());
    assert_eq!(read(r#"{"a":1}"#), Ok(("a".to_owned(), 1)));
    assert_eq!(read(r#"{"a":1,"b":2}"#), Err("an unexpected member".to_owned()));
    assert_eq!(read(r#"{"a":1,"b":2,"c":3}"#), Err("2 unexpected members".to_owned()));
}
