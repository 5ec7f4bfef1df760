//! Times in documents as people hold them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use glue_types::{JobRun, Timestamp};
use serde_json::json;

fn path(name: &str) -> String {
    format!("tests/data/times/{name}")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap()
}

fn milliseconds(milliseconds: i64) -> Timestamp {
    Timestamp::from_unix_millis(milliseconds).unwrap()
}

#[test]
fn dates_as_java_prints_them() {
    let text = text("java_date.json");
    for text in [text.clone(), text.replace(" AM", "\u{202f}AM"), text.replace(" AM", "\u{a0}AM")] {
        let run: JobRun = serde_json::from_str(&text).unwrap();
        assert_eq!(run.started_on, Some(milliseconds(1_628_246_014_000)), "{text}");
        assert_eq!(serde_json::to_value(&run).unwrap(), json!({"StartedOn": 1_628_246_014}));
    }
}

#[test]
fn milliseconds_as_floats() {
    let run: JobRun = serde_json::from_str(&text("floatmillis.json")).unwrap();
    let expected = Some(milliseconds(1_628_246_014_452));
    assert_eq!((run.started_on, run.completed_on), (expected, expected));
    assert_eq!(
        serde_json::to_value(&run).unwrap(),
        json!({"Id": "jr_1", "StartedOn": 1_628_246_014.452, "CompletedOn": 1_628_246_014.452})
    );
}

#[test]
fn times_of_cbor() {
    let bytes = std::fs::read(path("cbor_tag1.cbor")).unwrap();
    let run: JobRun = ciborium::from_reader(bytes.as_slice()).unwrap();
    // The file has 1628243579.4516249, which is rounded as in JSON.
    assert_eq!(run.started_on, Some("2021-08-06T09:52:59.451625Z".parse().unwrap()));
}

#[test]
fn times_of_toml() {
    let run: JobRun = toml::from_str(&text("native_datetime.toml")).unwrap();
    assert_eq!(run.started_on, Some(milliseconds(1_628_246_014_452)));
    assert_eq!((run.id.as_deref(), run.timeout), (Some("jr_1"), Some(2880)));
    let written = toml::to_string(&run).unwrap();
    assert_eq!(toml::from_str::<JobRun>(&written).unwrap(), run);
}
