//! `Timestamp` against exact values, and against what jiff, chrono and time make of the same input.

// Helpers of tests may panic too; clippy knows only the tests themselves.
#![allow(clippy::unwrap_used, clippy::panic)]

mod convert;
mod json;
mod oracles;
mod text;

use std::time::Duration;

use glue_runtime::{OutOfRange, Timestamp, TimestampFormat};

const MIN: i64 = -62_167_219_200;
const MAX: i64 = 253_402_300_799;

#[track_caller]
fn unix(seconds: i64, nanoseconds: u32) -> Timestamp {
    Timestamp::from_unix(seconds, nanoseconds).unwrap()
}

#[track_caller]
fn parse(text: &str) -> Timestamp {
    match text.parse() {
        Ok(timestamp) => timestamp,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn parts_come_back_as_they_went_in() {
    for (seconds, nanoseconds, millis) in [
        (0, 0, 0),
        (1_714_556_400, 123_456_789, 1_714_556_400_123),
        (-1, 500_000_000, -500),
        (-1, 999_999_999, -1),
        (-2, 1, -2_000),
        (MIN, 0, MIN * 1_000),
        (MAX, 999_999_999, MAX * 1_000 + 999),
    ] {
        let timestamp = unix(seconds, nanoseconds);
        assert_eq!(timestamp.unix_seconds(), seconds);
        assert_eq!(timestamp.subsec_nanoseconds(), nanoseconds);
        assert_eq!(timestamp.unix_millis(), millis);
        assert_eq!(
            Timestamp::from_unix_millis(millis),
            Ok(unix(seconds, nanoseconds / 1_000_000 * 1_000_000))
        );
    }
}

#[test]
fn the_constants_are_the_bounds() {
    assert_eq!(Timestamp::MIN, unix(MIN, 0));
    assert_eq!(Timestamp::MAX, unix(MAX, 999_999_999));
    assert_eq!(Timestamp::UNIX_EPOCH, unix(0, 0));
    const IN_A_CONSTANT: Result<Timestamp, OutOfRange> = Timestamp::from_unix_millis(1_500);
    assert_eq!(IN_A_CONSTANT, Ok(unix(1, 500_000_000)));
}

#[test]
fn what_is_out_of_range_is_refused() {
    for seconds in [MIN - 1, MAX + 1, i64::MIN, i64::MAX] {
        let error = Timestamp::from_unix(seconds, 0).unwrap_err();
        assert_eq!(error.to_string(), "timestamp is outside the years 0000 to 9999");
    }
    for nanoseconds in [1_000_000_000, u32::MAX] {
        let error = Timestamp::from_unix(0, nanoseconds).unwrap_err();
        assert_eq!(error.to_string(), "timestamp has a second or more of nanoseconds");
    }
    for millis in [MIN * 1_000 - 1, MAX * 1_000 + 1_000, i64::MIN, i64::MAX] {
        assert!(Timestamp::from_unix_millis(millis).is_err());
    }
}

#[test]
fn order_is_the_order_of_time() {
    let sorted = [
        Timestamp::MIN,
        unix(-1, 0),
        unix(-1, 999_999_999),
        unix(0, 0),
        unix(0, 1),
        Timestamp::MAX,
    ];
    assert!(sorted.is_sorted_by(|a, b| a < b));
}

#[test]
fn durations_lead_from_one_time_to_another() {
    let (earlier, later) = (unix(-1, 999_999_999), unix(1_714_556_400, 123_456_789));
    let between = Duration::new(1_714_556_400, 123_456_790);
    assert_eq!(later.duration_since(earlier), Some(between));
    assert_eq!(earlier.duration_since(later), None);
    assert_eq!(later.duration_since(later), Some(Duration::ZERO));
    assert_eq!(earlier.checked_add(between), Some(later));
    assert_eq!(later.checked_sub(between), Some(earlier));

    let all = Duration::new((MAX - MIN) as u64, 999_999_999);
    let least = Duration::from_nanos(1);
    assert_eq!(Timestamp::MAX.duration_since(Timestamp::MIN), Some(all));
    assert_eq!(Timestamp::MIN.checked_add(all), Some(Timestamp::MAX));
    assert_eq!(Timestamp::MAX.checked_sub(all), Some(Timestamp::MIN));
    assert_eq!(Timestamp::MAX.checked_add(least), None);
    assert_eq!(Timestamp::MIN.checked_sub(least), None);
    assert_eq!(Timestamp::MIN.checked_add(Duration::MAX), None);
    assert_eq!(Timestamp::MAX.checked_sub(Duration::MAX), None);
}

#[test]
fn text_is_aligned() {
    let time = unix(0, 500_000_000);
    assert_eq!(format!("{time:>24}"), "  1970-01-01T00:00:00.5Z");
    assert_eq!(format!("{time:-<24}|"), "1970-01-01T00:00:00.5Z--|");
    assert_eq!(format!("{time:4}"), "1970-01-01T00:00:00.5Z");
    let date = time.format(TimestampFormat::HttpDate);
    assert_eq!(format!("{date:>31}"), "  Thu, 01 Jan 1970 00:00:00 GMT");
}

#[test]
fn an_option_takes_no_extra_space() {
    assert_eq!(size_of::<Option<Timestamp>>(), 16);
}

#[test]
fn every_format_has_its_exact_text() {
    for (timestamp, epoch_seconds, date_time, http_date) in [
        (unix(0, 0), "0", "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
        (
            unix(0, 1),
            "0.000000001",
            "1970-01-01T00:00:00.000000001Z",
            "Thu, 01 Jan 1970 00:00:00 GMT",
        ),
        (
            unix(1_714_556_400, 123_000_000),
            "1714556400.123",
            "2024-05-01T09:40:00.123Z",
            "Wed, 01 May 2024 09:40:00 GMT",
        ),
        (
            unix(1_714_556_400, 1),
            "1714556400.000000001",
            "2024-05-01T09:40:00.000000001Z",
            "Wed, 01 May 2024 09:40:00 GMT",
        ),
        (unix(-1, 500_000_000), "-0.5", "1969-12-31T23:59:59.5Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
        (
            unix(-1, 1),
            "-0.999999999",
            "1969-12-31T23:59:59.000000001Z",
            "Wed, 31 Dec 1969 23:59:59 GMT",
        ),
        (
            unix(-2, 750_000_000),
            "-1.25",
            "1969-12-31T23:59:58.75Z",
            "Wed, 31 Dec 1969 23:59:58 GMT",
        ),
        (
            unix(951_782_400, 0),
            "951782400",
            "2000-02-29T00:00:00Z",
            "Tue, 29 Feb 2000 00:00:00 GMT",
        ),
        (Timestamp::MIN, "-62167219200", "0000-01-01T00:00:00Z", "Sat, 01 Jan 0000 00:00:00 GMT"),
        (
            Timestamp::MAX,
            "253402300799.999999999",
            "9999-12-31T23:59:59.999999999Z",
            "Fri, 31 Dec 9999 23:59:59 GMT",
        ),
    ] {
        let text = |format| timestamp.format(format).to_string();
        assert_eq!(text(TimestampFormat::EpochSeconds), epoch_seconds);
        assert_eq!(text(TimestampFormat::DateTime), date_time);
        assert_eq!(text(TimestampFormat::HttpDate), http_date);
        assert_eq!(timestamp.to_string(), date_time);
        assert_eq!(format!("{timestamp:?}"), date_time);
    }
}
