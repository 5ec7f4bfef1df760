//! Times in the type of a date crate: each dialect and format reads into the exact value, and is
//! written back.

use std::fmt::Debug;

use glue_runtime::{CommandLine, Operation, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::generated::{Answer, Busy, Moment, Put, PutError, Run};
use super::{Time, at};
use crate::formats::{Cbor, Format, Json, MessagePack, Toml, Yaml};
use crate::http;
use crate::support::{paths, read, read_error, write};

const NOON: i64 = 1_714_564_800;
const RUN: i64 = 1_628_246_014;

fn document(name: &str) -> String {
    format!("../data/times/{name}")
}

fn text(name: &str) -> String {
    std::fs::read_to_string(document(name)).unwrap()
}

/// A time in every form that members have.
fn all_forms(at: Time) -> Run {
    Run::default()
        .with_started_on(at)
        .with_completed_on(at)
        .with_iso(at)
        .with_http(at)
        .with_epoch(at)
        .with_history(vec![at, at])
        .with_gaps(vec![Some(at), None])
        .with_by_name([("first".to_owned(), at)].into())
        .with_unique(vec![at])
        .with_unique_pairs(vec![vec![at, at]])
        .with_secret(at)
        .with_moment(Moment::Several(vec![at]))
}

#[test]
fn the_documents_of_the_wire_tests() {
    let java = text("java_date.json");
    for text in [java.clone(), java.replace(" AM", "\u{202f}AM"), java.replace(" AM", "\u{a0}AM")] {
        let run: Run = serde_json::from_str(&text).unwrap();
        assert_eq!(run, Run::default().with_started_on(at(RUN, 0)), "{text}");
        assert_eq!(write(&run), json!({"StartedOn": RUN}));
    }
    let run: Run = serde_json::from_str(&text("floatmillis.json")).unwrap();
    let expected = at(RUN, 452_000_000);
    assert_eq!((run.started_on, run.completed_on), (Some(expected), Some(expected)));
    let written =
        json!({"Id": "jr_1", "StartedOn": 1_628_246_014.452, "CompletedOn": 1_628_246_014.452});
    assert_eq!(write(&run), written);
    let run: Run =
        ciborium::from_reader(std::fs::read(document("cbor_tag1.cbor")).unwrap().as_slice())
            .unwrap();
    assert_eq!(run.started_on, Some(at(1_628_243_579, 451_625_000)));
    let run: Run = toml::from_str(&text("native_datetime.toml")).unwrap();
    assert_eq!(run.started_on, Some(expected));
    assert_eq!(toml::from_str::<Run>(&toml::to_string(&run).unwrap()).unwrap(), run);
}

#[test]
fn the_responses_of_the_wire_tests() {
    #[derive(Deserialize)]
    struct Response {
        #[serde(rename = "JobRun", alias = "Run")]
        run: Run,
    }
    for (name, started, completed) in [
        ("get_job_run", at(1_711_845_672, 123_000_000), at(1_711_853_920, 500_000_000)),
        ("get_workflow_run", at(1_714_556_400, 123_000_000), at(1_714_564_102, 123_000_000)),
    ] {
        // The service's own form, and what the AWS CLI prints.
        for dialect in ["wire", "cli"] {
            let text = text(&format!("../{name}.{dialect}.json"));
            let Response { run } = serde_json::from_str(&text).unwrap();
            assert_eq!((run.started_on, run.completed_on), (Some(started), Some(completed)));
        }
    }
}

#[test]
fn members_are_written_as_the_model_says() {
    let value = json!({
        "StartedOn": 1_714_564_800.5,
        "CompletedOn": 1_714_564_800.5,
        "Iso": "2024-05-01T12:00:00.5Z",
        "Http": "Wed, 01 May 2024 12:00:00.5 GMT",
        "Epoch": 1_714_564_800.5,
        "History": ["2024-05-01T12:00:00.5Z", "2024-05-01T12:00:00.5Z"],
        "Gaps": [1_714_564_800.5, null],
        "ByName": {"first": 1_714_564_800.5},
        "Unique": [1_714_564_800.5],
        "UniquePairs": [[1_714_564_800.5, 1_714_564_800.5]],
        "Secret": 1_714_564_800.5,
        "Moment": {"Several": [1_714_564_800.5]},
    });
    let run = all_forms(at(NOON, 500_000_000));
    assert_eq!(write(&run), value);
    assert_eq!(read::<Run>(value), run);
}

#[test]
fn every_digit_of_text_is_kept() {
    for (nanoseconds, digits) in
        [(0, ""), (1, ".000000001"), (123_456_789, ".123456789"), (999_999_999, ".999999999")]
    {
        let run = Run::default().with_iso(at(NOON, nanoseconds)).with_http(at(NOON, nanoseconds));
        let mut value = json!({"Iso": format!("2024-05-01T12:00:00{digits}Z")});
        value["Http"] = json!(format!("Wed, 01 May 2024 12:00:00{digits} GMT"));
        assert_eq!(write(&run), value);
        assert_eq!(read::<Run>(value), run);
    }
}

#[test]
fn the_command_line_has_iso_8601() {
    let run = all_forms(at(NOON, 123_000_000));
    let printed = serde_json::to_value(CommandLine(&run)).unwrap();
    let time = "2024-05-01T12:00:00.123000+00:00";
    let expected = json!({
        "StartedOn": time, "CompletedOn": time, "Iso": time, "Http": time, "Epoch": time,
        "History": [time, time], "Gaps": [time, null], "ByName": {"first": time},
        "Unique": [time], "UniquePairs": [[time, time]], "Secret": time,
        "Moment": {"Several": [time]},
    });
    assert_eq!(printed, expected);
    assert_eq!(read::<Run>(printed), run);
}

#[test]
fn redacted_times_are_absent() {
    for redacted in ["HIDDEN_DUE_TO_SECURITY_REASONS", "<sensitiveDataRemoved>"] {
        let value = json!({
            "StartedOn": redacted, "Iso": redacted, "Http": redacted, "Secret": redacted,
            "History": redacted, "Id": "jr_1",
        });
        assert_eq!(read::<Run>(value), Run::default().with_id("jr_1"));
    }
    // Keys in CloudTrail's spelling, with its dates.
    let value = json!({"startedOn": "Aug 6, 2021, 10:33:34 AM", "iso": null});
    assert_eq!(read::<Run>(value), Run::default().with_started_on(at(RUN, 0)));
}

#[test]
fn secrets_are_not_shown() {
    let run = Run::default().with_secret(at(NOON, 0));
    assert!(format!("{run:?}").contains("secret: <sensitive>"), "{run:?}");
    let error = read_error::<Run>(&json!({"Secret": "hunter2"}));
    assert!(!error.contains("hunter2"), "{error}");
    let error = read_error::<Run>(&json!({"Iso": "yesterday"}));
    assert!(error.starts_with("invalid timestamp \"yesterday\""), "{error}");
}

#[test]
fn requests_and_responses_of_http() {
    let noon = at(NOON, 0);
    let run = Run::default()
        .with_day(noon)
        .with_since(noon)
        .with_until(at(NOON, 500_000_000))
        .with_days(vec![noon, at(NOON, 1_000_000)])
        .with_modified(noon)
        .with_stamp(noon)
        .with_http(at(NOON, 123_000_000))
        .with_started_on(at(NOON, 123_000_000));
    let request = Put::request(&run).unwrap();
    assert_eq!(
        request.uri,
        "/runs/2024-05-01T12%3A00%3A00Z?since=2024-05-01T12%3A00%3A00Z&until=1714564800.5\
         &day=2024-05-01T12%3A00%3A00Z&day=2024-05-01T12%3A00%3A00.001Z"
    );
    let headers = http::headers(&request);
    assert!(
        headers.contains(&("If-Modified-Since", "Wed, 01 May 2024 12:00:00 GMT")),
        "{headers:?}"
    );
    assert!(headers.contains(&("X-Stamp", "1714564800")), "{headers:?}");
    let body: Value = serde_json::from_slice(&request.body).unwrap();
    assert_eq!(
        body,
        json!({"StartedOn": 1_714_564_800.123, "Http": "Wed, 01 May 2024 12:00:00 GMT"})
    );

    let headers = [("Expires", "Wed, 01 May 2024 12:00:00 GMT")];
    let answer = http::output::<Put>(&headers, r#"{"At": 1714564800.5}"#);
    assert_eq!(answer, Answer::default().with_expires(noon).with_at(at(NOON, 500_000_000)));

    let headers = [("X-Amzn-Errortype", "Busy")];
    let error = http::error::<Put>(400, &headers, r#"{"RetryAt": 1714564800}"#);
    assert_eq!(http::members!(error, PutError::Busy), Busy::default().with_retry_at(noon));
}

#[test]
fn constraints_are_checked() {
    let noon = at(NOON, 0);
    let run = Run::default()
        .with_history(vec![noon; 3])
        .with_unique(vec![noon, at(NOON, 1), noon])
        .with_unique_pairs(vec![vec![noon], vec![noon, noon], vec![noon]]);
    assert_eq!(paths(&run), ["/Day", "/StartedOn", "/History", "/Unique", "/UniquePairs"]);
    let run = Run::default()
        .with_day(noon)
        .with_started_on(noon)
        .with_unique(vec![noon, at(NOON, 1)])
        .with_unique_pairs(vec![vec![noon], vec![noon, noon], vec![at(NOON, 1_000_000)]]);
    assert_eq!(paths(&run), [""; 0]);
}

/// A structure that has the generated one in serde's attributes, whose buffers give what they hold.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Flattened {
    #[serde(flatten)]
    run: Run,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[allow(clippy::large_enum_variant)]
enum Untagged {
    #[allow(dead_code)]
    Never(bool),
    Run(Run),
}

fn comes_back<F: Format, T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let bytes = F::write(value);
    let read = F::read::<T>(&bytes).unwrap_or_else(|error| panic!("{}: {error}", F::NAME));
    assert_eq!(&read, value, "{}: {}", F::NAME, String::from_utf8_lossy(&bytes));
}

fn every_form_comes_back<F: Format>() {
    for (seconds, nanoseconds) in [
        (RUN, 0),
        (RUN, 452_000_000),
        (RUN, 452_123_000),
        (-1, 500_000_000),
        (-62_167_219_200, 0),
        (253_370_764_800, 999_000_000),
    ] {
        let mut run = all_forms(at(seconds, nanoseconds));
        if F::NAME == "TOML" {
            // It has no null.
            run.gaps = None;
        }
        comes_back::<F, _>(&run);
        comes_back::<F, _>(&Flattened { run: run.clone() });
        comes_back::<F, _>(&Untagged::Run(run));
    }
}

fn every_spelling_is_read<F: Format>() {
    let (whole, fraction) = (at(RUN, 0), at(RUN, 452_000_000));
    for (spelling, expected) in [
        (json!("2021-08-06T10:33:34.452Z"), fraction),
        (json!("2021-08-06T12:33:34.452000+02:00"), fraction),
        (json!("Aug 6, 2021, 10:33:34 AM"), whole),
        (json!("Aug 6, 2021, 10:33:34\u{202f}AM"), whole),
        (json!("Fri, 06 Aug 2021 10:33:34 GMT"), whole),
        (json!("1628246014.452"), fraction),
        (json!(1628246014), whole),
        (json!(1628246014.0), whole),
        (json!(1628246014.452), fraction),
        (json!(1628246014452_i64), fraction),
        (json!(1628246014452.0), fraction),
    ] {
        let bytes = F::write(&json!({
            "StartedOn": spelling, "Iso": spelling, "Http": spelling, "Epoch": spelling,
            "History": [spelling, spelling], "ByName": {"a": spelling}, "Moment": {"On": spelling},
        }));
        let expected = Run::default()
            .with_started_on(expected)
            .with_iso(expected)
            .with_http(expected)
            .with_epoch(expected)
            .with_history(vec![expected, expected])
            .with_by_name([("a".to_owned(), expected)].into())
            .with_moment(Moment::On(expected));
        assert_eq!(F::read::<Run>(&bytes), Ok(expected.clone()), "{} {spelling}", F::NAME);
        assert_eq!(F::read(&bytes), Ok(Flattened { run: expected.clone() }), "{spelling}");
        assert_eq!(F::read(&bytes), Ok(Untagged::Run(expected)), "{spelling}");
    }
    for wrong in [json!("yesterday"), json!(true), json!([1]), json!({"a": 1}), json!(1e300)] {
        let bytes = F::write(&json!({"StartedOn": wrong}));
        assert!(F::read::<Run>(&bytes).is_err(), "{} {wrong}", F::NAME);
    }
}

#[test]
fn every_format() {
    every_form_comes_back::<Json>();
    every_form_comes_back::<Yaml>();
    every_form_comes_back::<Toml>();
    every_form_comes_back::<Cbor>();
    every_form_comes_back::<MessagePack>();
    every_spelling_is_read::<Json>();
    every_spelling_is_read::<Yaml>();
    every_spelling_is_read::<Toml>();
    every_spelling_is_read::<Cbor>();
    every_spelling_is_read::<MessagePack>();
}

#[test]
fn the_same_text_as_the_runtimes_own_type() {
    // What each member writes is what `Timestamp` writes, over times of all sizes.
    let mut state = 7_u64;
    for _ in 0..20_000 {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let seconds = (state >> 20) as i64 % 315_537_897_600 - 62_135_596_800;
        let nanoseconds = (state >> 33) as u32 % 1_000_000_000;
        let Ok(own) = Timestamp::from_unix(seconds, nanoseconds) else { continue };
        if seconds > 253_370_764_800 {
            continue;
        }
        let run = Run::default()
            .with_started_on(at(seconds, nanoseconds))
            .with_iso(at(seconds, nanoseconds));
        let written = serde_json::to_string(&run).unwrap();
        let number = serde_json::to_string(&own).unwrap();
        assert_eq!(written, format!(r#"{{"StartedOn":{number},"Iso":"{own}"}}"#));
        assert_eq!(serde_json::from_str::<Run>(&written).unwrap().iso, run.iso);
    }
}
