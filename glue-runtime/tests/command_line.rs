//! Values as the AWS CLI prints them: times, and types that ask for the format.

#![cfg(feature = "command-line")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;

use glue_runtime::{CommandLine, Timestamp};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

fn noon() -> Timestamp {
    Timestamp::from_unix(1_714_564_800, 0).unwrap()
}

fn printed(value: &impl Serialize) -> Value {
    serde_json::to_value(CommandLine(value)).unwrap()
}

#[test]
fn times_are_cut_to_microseconds_in_every_year() {
    for (seconds, nanoseconds, text) in [
        (0, 0, "1970-01-01T00:00:00+00:00"),
        (0, 999, "1970-01-01T00:00:00+00:00"),
        (0, 1_999, "1970-01-01T00:00:00.000001+00:00"),
        (-1, 999_999_999, "1969-12-31T23:59:59.999999+00:00"),
        (-62_167_219_200, 0, "0000-01-01T00:00:00+00:00"),
        (253_402_300_799, 120_000_000, "9999-12-31T23:59:59.120000+00:00"),
    ] {
        let time = Timestamp::from_unix(seconds, nanoseconds).unwrap();
        assert_eq!(printed(&time), json!(text));
    }
}

/// Asks as types do that have another form in binary formats.
struct Asking;

impl Serialize for Asking {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let readable = to.is_human_readable() && to.is_human_readable();
        let mut map = to.serialize_map(Some(2))?;
        map.serialize_entry("readable", &readable)?;
        map.serialize_entry("at", &noon())?;
        map.end()
    }
}

#[test]
fn other_types_are_told_what_the_format_is() {
    let expected = json!({"readable": true, "at": "2024-05-01T12:00:00+00:00"});
    assert_eq!(printed(&Asking), expected);
    let mut bytes = Vec::new();
    ciborium::into_writer(&CommandLine(&Asking), &mut bytes).unwrap();
    let value: BTreeMap<String, ciborium::Value> = ciborium::from_reader(bytes.as_slice()).unwrap();
    assert_eq!(value["readable"].as_bool(), Some(false));
}
