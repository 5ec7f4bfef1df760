//! Times as `jiff::Timestamp`.

#[path = "dates.rs"]
#[allow(clippy::duplicate_mod, reason = "the same tests, with the types of each date crate")]
mod dates;

use generated_tests::times_jiff as generated;
use serde_json::json;

use crate::support::read_error;

type Time = ::jiff::Timestamp;

/// The time by the crate's own count.
fn at(seconds: i64, nanoseconds: u32) -> Time {
    Time::new(seconds, nanoseconds as i32).unwrap()
}

#[test]
fn the_last_hours_of_the_year_9999_are_an_error() {
    let last = json!({"StartedOn": "9999-12-30T22:00:00Z"});
    let read: generated::Run = crate::support::read(last);
    assert_eq!(read.started_on, Some(Time::MAX - ::jiff::SignedDuration::from_nanos(999_999_999)));
    for (member, value) in [
        ("StartedOn", json!("9999-12-30T22:00:01Z")),
        ("History", json!(["2024-05-01T12:00:00Z", "9999-12-31T23:59:59.999Z"])),
        ("Gaps", json!([null, 253402300799_i64])),
        ("ByName", json!({"a": 253402300799_i64})),
        ("Moment", json!({"On": "9999-12-31T23:59:59Z"})),
    ] {
        let error = read_error::<generated::Run>(&json!({member: value}));
        let expected = "timestamp is outside the range of `jiff::Timestamp` at line 1 column ";
        assert!(error.starts_with(expected), "{error}");
    }
    let error = read_error::<generated::Run>(&json!({"Secret": 253402300799_i64}));
    let expected = "a sensitive value does not have the form that the model gives it";
    assert!(error.starts_with(expected), "{error}");
}

#[test]
fn years_before_0000_are_not_written() {
    let run = generated::Run::default().with_iso(Time::MIN);
    let error = serde_json::to_string(&run).unwrap_err().to_string();
    assert_eq!(error, "timestamp is outside the years 0000 to 9999");
}
