//! Times as `time::OffsetDateTime`.

#[path = "../times_jiff/dates.rs"]
#[allow(clippy::duplicate_mod, reason = "the same tests, with the types of each date crate")]
mod dates;

use generated_tests::times_time as generated;

use crate::support::read_error;

type Time = ::time::OffsetDateTime;

/// The time by the crate's own count.
fn at(seconds: i64, nanoseconds: u32) -> Time {
    let nanoseconds = i128::from(seconds) * 1_000_000_000 + i128::from(nanoseconds);
    Time::from_unix_timestamp_nanos(nanoseconds).unwrap()
}

#[test]
fn an_offset_is_the_same_point_in_time() {
    let run: generated::Run =
        crate::support::read(serde_json::json!({"Iso": "2024-05-01T12:00:00+02:00"}));
    let read = run.iso.unwrap();
    assert_eq!((read, read.offset()), (at(1_714_557_600, 0), ::time::UtcOffset::UTC));
    let offset = ::time::UtcOffset::from_hms(2, 0, 0).unwrap();
    let run = generated::Run::default().with_iso(read.to_offset(offset));
    assert_eq!(crate::support::write(&run), serde_json::json!({"Iso": "2024-05-01T10:00:00Z"}));
}

#[test]
fn both_ends_of_the_range() {
    for (text, seconds) in
        [("0000-01-01T00:00:00Z", -62_167_219_200), ("9999-12-31T23:59:59Z", 253_402_300_799)]
    {
        let run: generated::Run = crate::support::read(serde_json::json!({"Iso": text}));
        assert_eq!(run.iso, Some(at(seconds, 0)));
        assert_eq!(crate::support::write(&run), serde_json::json!({"Iso": text}));
    }
    let late = read_error::<generated::Run>(&serde_json::json!({"Iso": "10000-01-01T00:00:00Z"}));
    assert!(late.starts_with("invalid timestamp"), "{late}");
    let run = generated::Run::default().with_iso(at(-62_167_219_201, 0));
    let error = serde_json::to_string(&run).unwrap_err().to_string();
    assert_eq!(error, "timestamp is outside the years 0000 to 9999");
}
