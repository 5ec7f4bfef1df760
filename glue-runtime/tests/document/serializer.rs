//! Other types written into documents.

use std::collections::BTreeMap;

use glue_runtime::Document;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::document;

/// The document is that of the JSON text that serde_json writes.
#[track_caller]
fn agrees<T: Serialize + ?Sized>(value: &T) {
    let expected = document(&serde_json::to_string(value).unwrap());
    assert_eq!(Document::from_serialize(value).unwrap(), expected);
}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Newtype(u8);

#[derive(Serialize)]
struct Pair(i8, char);

#[derive(Serialize)]
struct Named<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    none: Option<u8>,
    unit: Unit,
    newtype: Newtype,
    pair: Pair,
}

#[derive(Serialize)]
enum Variants {
    Unit,
    Newtype(u64),
    Tuple(bool, ()),
    Struct { a: i64 },
}

#[test]
fn every_kind_of_value_is_its_json() {
    let named = Named {
        text: "a\"\u{1F600}",
        none: None,
        unit: Unit,
        newtype: Newtype(7),
        pair: Pair(-1, 'ü'),
    };
    agrees(&named);
    agrees(&Named { none: Some(1), ..named });
    agrees(&[Variants::Unit, Variants::Newtype(u64::MAX), Variants::Tuple(true, ())]);
    agrees(&Variants::Struct { a: i64::MIN });
    agrees(&(1_u16, -2_i16, 3_u32, -4_i32, "five", [6.5_f64]));
    agrees(&serde_json::json!({"a": [null, true, {"b": 1.0}], "c": {}}));
    agrees(&BTreeMap::from([(-1, "int"), (2, "key")]));
    agrees(&BTreeMap::from([(true, 1)]));
    agrees(&BTreeMap::from([('c', Some(())), ('d', None)]));
    agrees("text");
}

#[test]
fn floats_keep_the_digits_that_json_shows() {
    for float in [0.1_f32, 1.1, -3.4e38, 1.5e-10, 16_777_216.0, f32::MIN_POSITIVE] {
        agrees(&float);
    }
    for float in [0.1_f64, 1e300, -2.5e-7, 2.0] {
        agrees(&float);
    }
    for (float, name) in
        [(f64::NAN, "NaN"), (f64::INFINITY, "Infinity"), (f64::NEG_INFINITY, "-Infinity")]
    {
        assert_eq!(Document::from_serialize(&float).unwrap(), name.into());
        assert_eq!(Document::from_serialize(&(float as f32)).unwrap(), name.into());
    }
}

#[test]
fn integers_of_128_bits_keep_their_digits() {
    let largest = Document::from_serialize(&u128::MAX).unwrap();
    assert_eq!(largest.as_number().unwrap().to_string(), u128::MAX.to_string());
    let smallest = Document::from_serialize(&i128::MIN).unwrap();
    assert_eq!(smallest.as_number().unwrap().to_string(), i128::MIN.to_string());
    assert_eq!(Document::from_serialize(&-1_i128).unwrap(), (-1).into());
}

#[test]
fn what_json_cannot_have_is_an_error() {
    let error = Document::from_serialize(&BTreeMap::from([((1, 2), 3)])).unwrap_err();
    assert_eq!(error.to_string(), "the key of a map must be a string");
}

#[test]
fn a_value_before_its_key_is_an_error() {
    struct Backwards;
    impl Serialize for Backwards {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            let mut map = to.serialize_map(None)?;
            map.serialize_value("value")?;
            map.serialize_key("key")?;
            map.end()
        }
    }
    let error = Document::from_serialize(&Backwards).unwrap_err();
    assert_eq!(error.to_string(), "a value is written before its key");
}
