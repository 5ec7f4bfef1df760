//! Times as `chrono::DateTime<Utc>`.

#[path = "../times_jiff/dates.rs"]
#[allow(clippy::duplicate_mod, reason = "the same tests, with the types of each date crate")]
mod dates;

use generated_tests::times_chrono as generated;

use crate::support::read_error;

type Time = ::chrono::DateTime<::chrono::Utc>;

/// The time by the crate's own count.
fn at(seconds: i64, nanoseconds: u32) -> Time {
    Time::from_timestamp(seconds, nanoseconds).unwrap()
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
    for outside in [Time::MIN_UTC, Time::MAX_UTC, at(253_402_300_800, 0), at(-62_167_219_201, 0)] {
        let run = generated::Run::default().with_iso(outside);
        let error = serde_json::to_string(&run).unwrap_err().to_string();
        assert_eq!(error, "timestamp is outside the years 0000 to 9999");
    }
}

#[test]
fn a_leap_second_is_not_written() {
    let leap = at(1_483_228_799, 1_500_000_000);
    assert_eq!(::chrono::Timelike::second(&leap), 59);
    assert_eq!(leap.timestamp_subsec_nanos(), 1_500_000_000);
    for run in [
        generated::Run::default().with_started_on(leap),
        generated::Run::default().with_http(leap),
        generated::Run::default().with_history(vec![leap]),
    ] {
        let error = serde_json::to_string(&run).unwrap_err().to_string();
        let expected = "a leap second of chrono has no timestamp: every day has 86,400 seconds";
        assert_eq!(error, expected);
    }
}
