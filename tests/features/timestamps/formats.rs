//! Times in every format that the README names, in every `timestampFormat`, and inside serde's
//! buffers.

use std::fmt::Debug;

use generated_tests::timestamps::Times;
use glue_runtime::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::formats::{Cbor, Format, Json, MessagePack, Toml, Yaml};

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn all_forms(at: Timestamp) -> Times {
    Times::default()
        .with_plain(at)
        .with_iso(at)
        .with_http(at)
        .with_epoch(at)
        .with_history(vec![at, at])
}

/// The values of a structure that is embedded with serde's attributes.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Flattened {
    #[serde(flatten)]
    inner: Inner,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Inner {
    at: Timestamp,
    until: Option<Timestamp>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    #[allow(dead_code)]
    Never(bool),
    Times(Inner),
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Tagged {
    Times(Inner),
}

fn comes_back<F: Format, T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let bytes = F::write(value);
    let read = F::read::<T>(&bytes).unwrap_or_else(|error| panic!("{}: {error}", F::NAME));
    assert_eq!(&read, value, "{}: {}", F::NAME, String::from_utf8_lossy(&bytes));
}

fn every_form_comes_back<F: Format>() {
    for text in [
        "2021-08-06T10:33:34Z",
        "2021-08-06T10:33:34.452Z",
        "2021-08-06T10:33:34.452123Z",
        "1969-12-31T23:59:59.5Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z",
    ] {
        let at = time(text);
        // HTTP dates have no fraction.
        let whole = Timestamp::from_unix(at.unix_seconds(), 0).unwrap();
        comes_back::<F, _>(&all_forms(whole));
        comes_back::<F, _>(&all_forms(at).with_http(whole));
        let inner = || Inner { at, until: Some(at) };
        comes_back::<F, _>(&Flattened { inner: inner() });
        comes_back::<F, _>(&Untagged::Times(inner()));
        comes_back::<F, _>(&Tagged::Times(inner()));
    }
}

fn every_spelling_is_read<F: Format>() {
    let expected = time("2021-08-06T10:33:34.452Z");
    let whole = time("2021-08-06T10:33:34Z");
    for (spelling, expected) in [
        (json!("2021-08-06T10:33:34.452Z"), expected),
        (json!("2021-08-06T12:33:34.452000+02:00"), expected),
        (json!("Aug 6, 2021, 10:33:34 AM"), whole),
        (json!("Aug 6, 2021, 10:33:34\u{202f}AM"), whole),
        (json!("Fri, 06 Aug 2021 10:33:34 GMT"), whole),
        (json!("1628246014.452"), expected),
        (json!(1628246014), whole),
        (json!(1628246014.0), whole),
        (json!(1628246014.452), expected),
        (json!(1628246014452_i64), expected),
        (json!(1628246014452.0), expected),
    ] {
        let context = format!("{} {spelling}", F::NAME);
        let bytes = F::write(&json!({
            "Plain": spelling, "Iso": spelling, "Http": spelling, "Epoch": spelling,
            "History": [spelling, spelling],
        }));
        assert_eq!(F::read::<Times>(&bytes), Ok(all_forms(expected)), "{context}");

        let inner = || Inner { at: expected, until: Some(expected) };
        let bytes = F::write(&json!({"kind": "Times", "at": spelling, "until": spelling}));
        assert_eq!(F::read(&bytes), Ok(inner()), "{context}");
        assert_eq!(F::read(&bytes), Ok(Flattened { inner: inner() }), "{context}");
        assert_eq!(F::read(&bytes), Ok(Untagged::Times(inner())), "{context}");
        assert_eq!(F::read(&bytes), Ok(Tagged::Times(inner())), "{context}");
    }
    for wrong in [json!("yesterday"), json!(true), json!([1]), json!({"a": 1}), json!(1e300)] {
        let bytes = F::write(&json!({"Plain": wrong}));
        assert!(F::read::<Times>(&bytes).is_err(), "{} {wrong}", F::NAME);
    }
}

#[test]
fn json() {
    every_form_comes_back::<Json>();
    every_spelling_is_read::<Json>();
}

#[test]
fn yaml() {
    every_form_comes_back::<Yaml>();
    every_spelling_is_read::<Yaml>();
    // Text without quotes, and words that other versions of YAML read as times.
    let text = "Plain: 2021-08-06T10:33:34Z\nIso: 2021-08-06\nEpoch: 1628246014\n";
    let expected = Times::default()
        .with_plain(time("2021-08-06T10:33:34Z"))
        .with_iso(time("2021-08-06"))
        .with_epoch(time("2021-08-06T10:33:34Z"));
    assert_eq!(Yaml::read(text.as_bytes()), Ok(expected));
}

#[test]
fn toml_with_its_own_dates() {
    every_form_comes_back::<Toml>();
    every_spelling_is_read::<Toml>();
    let read = |text: &str| Toml::read::<Times>(text.as_bytes());
    for (text, expected) in [
        ("2021-08-06T10:33:34.452Z", "2021-08-06T10:33:34.452Z"),
        ("2021-08-06T12:33:34.452+02:00", "2021-08-06T10:33:34.452Z"),
        ("2021-08-06 10:33:34Z", "2021-08-06T10:33:34Z"),
        // Local to UTC, as in text.
        ("2021-08-06T10:33:34.123456789", "2021-08-06T10:33:34.123456789Z"),
        ("2021-08-06", "2021-08-06T00:00:00Z"),
    ] {
        let expected = time(expected);
        let document = format!(
            "Plain = {text}\nIso = {text}\nHttp = {text}\nEpoch = {text}\nHistory = [{text}, {text}]\n"
        );
        assert_eq!(read(&document), Ok(all_forms(expected)), "{text}");
        let inner = || Inner { at: expected, until: None };
        let document = format!("kind = \"Times\"\nat = {text}\n");
        assert_eq!(Toml::read(document.as_bytes()), Ok(Flattened { inner: inner() }));
        assert_eq!(Toml::read(document.as_bytes()), Ok(Untagged::Times(inner())));
        assert_eq!(Toml::read(document.as_bytes()), Ok(Tagged::Times(inner())));
        // As a value that was read before, too.
        let table: toml::Table = toml::from_str(&document).unwrap();
        assert_eq!(table.try_into::<Inner>().unwrap(), inner());
    }
    let error = read("Plain = 10:33:34\n").unwrap_err();
    assert!(error.contains("invalid timestamp \"10:33:34\""), "{error}");
}

#[test]
fn cbor_with_its_tags() {
    use ciborium::Value;

    every_form_comes_back::<Cbor>();
    every_spelling_is_read::<Cbor>();
    let write = |tag, value: &Value| {
        let time = Value::Tag(tag, Box::new(value.clone()));
        let names = ["Plain", "Iso", "Http", "Epoch"].map(|name| (name.into(), time.clone()));
        let history = Value::Array(vec![time.clone(), time.clone()]);
        let members = names.into_iter().chain([("History".into(), history)]);
        Cbor::write(&Value::Map(members.collect()))
    };
    for (tag, value, expected) in [
        (0, Value::from("2021-08-06T10:33:34.452Z"), "2021-08-06T10:33:34.452Z"),
        (0, "2021-08-06T12:33:34+02:00".into(), "2021-08-06T10:33:34Z"),
        (1, 1628246014.into(), "2021-08-06T10:33:34Z"),
        (1, (-1).into(), "1969-12-31T23:59:59Z"),
        (1, 1628246014.452.into(), "2021-08-06T10:33:34.452Z"),
        (1004, "2021-08-06".into(), "2021-08-06T00:00:00Z"),
    ] {
        let bytes = write(tag, &value);
        assert_eq!(Cbor::read(&bytes), Ok(all_forms(time(expected))), "{tag} {value:?}");
    }
    // Days (RFC 8943), a duration, and what no tag of a time has.
    let error = Cbor::read::<Times>(&write(100, &1.into())).unwrap_err();
    assert!(error.contains("a time with the tag 0, 1 or 1004"), "{error}");
    for (tag, value) in [
        (1002, Value::from(1)),
        (0, Value::Null),
        (1, Value::Map(vec![])),
        (1, Value::Tag(2, Box::new(Value::Bytes(vec![1; 20])))),
    ] {
        assert!(Cbor::read::<Times>(&write(tag, &value)).is_err(), "{tag} {value:?}");
    }
}

#[test]
fn message_pack_with_its_timestamps() {
    every_form_comes_back::<MessagePack>();
    every_spelling_is_read::<MessagePack>();
    // `{"Plain": timestamp}`, whose three sizes the specification has.
    let read = |extension: &[u8]| {
        let bytes = [b"\x81\xa5Plain", extension].concat();
        MessagePack::read::<Times>(&bytes).map(|times| times.plain)
    };
    let seconds = 1_628_246_014_u64;
    let in_32 = [b"\xd6\xff".as_slice(), &(seconds as u32).to_be_bytes()].concat();
    assert_eq!(read(&in_32), Ok(Some(time("2021-08-06T10:33:34Z"))));
    let in_64 = (452_000_001_u64 << 34 | seconds).to_be_bytes();
    let in_64 = [b"\xd7\xff".as_slice(), &in_64].concat();
    assert_eq!(read(&in_64), Ok(Some(time("2021-08-06T10:33:34.452000001Z"))));
    let in_96 =
        [b"\xc7\x0c\xff".as_slice(), &500_000_000_u32.to_be_bytes(), &(-1_i64).to_be_bytes()];
    assert_eq!(read(&in_96.concat()), Ok(Some(time("1969-12-31T23:59:59.5Z"))));

    for wrong in [
        [b"\xd6\x01".as_slice(), &[0; 4]].concat(),
        [b"\xd5\xff".as_slice(), &[0; 2]].concat(),
        [b"\xd7\xff".as_slice(), &[255; 8]].concat(),
        [b"\xc7\x0c\xff".as_slice(), &[127; 12]].concat(),
        b"\xd6\xff\0\0".to_vec(),
    ] {
        assert!(read(&wrong).is_err(), "{wrong:?}");
    }
}
