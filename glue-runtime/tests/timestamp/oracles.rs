//! Properties over the whole range. The oracles are jiff, chrono and time.

use glue_runtime::{Timestamp, TimestampFormat};
use proptest::prelude::*;
use serde_json::json;

use super::{MAX, MIN, parse, unix};

fn timestamps() -> impl Strategy<Value = Timestamp> {
    // Each year as likely as any other, and the times around now as likely as all the rest.
    let seconds = prop_oneof![MIN..=MAX, -10_000_000_000_i64..10_000_000_000];
    let nanoseconds = prop_oneof![
        Just(0),
        (0..1_000_u32).prop_map(|millis| millis * 1_000_000),
        (0..1_000_000_u32).prop_map(|micros| micros * 1_000),
        0..1_000_000_000_u32,
    ];
    (seconds, nanoseconds).prop_map(|(seconds, nanoseconds)| unix(seconds, nanoseconds))
}

/// Text that is nearly a timestamp: pieces of the forms in any order.
fn near_misses() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,5}",
        "[-+:., TtZz/]",
        prop::sample::select(vec![
            "2024-05-01",
            "T09:40:00",
            ".123",
            "+08:00",
            "-08",
            "Wed",
            "Wednesday",
            ", ",
            "May",
            "Jul 9, ",
            "2018",
            " 12:56:54",
            " PM",
            " GMT",
            " UTC ",
            " at",
            "\u{202f}AM",
            "Sept",
            "E9",
            "\u{0}",
            "é",
            "\u{1F600}",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

pub(super) fn chrono_of(timestamp: Timestamp) -> chrono::DateTime<chrono::Utc> {
    let nanoseconds = timestamp.subsec_nanoseconds();
    chrono::DateTime::from_timestamp(timestamp.unix_seconds(), nanoseconds).unwrap()
}

pub(super) fn time_of(timestamp: Timestamp) -> time::OffsetDateTime {
    let seconds = i128::from(timestamp.unix_seconds()) * 1_000_000_000;
    let nanoseconds = i128::from(timestamp.subsec_nanoseconds());
    time::OffsetDateTime::from_unix_timestamp_nanos(seconds + nanoseconds).unwrap()
}

fn jiff_of(timestamp: Timestamp) -> Option<jiff::Timestamp> {
    let nanoseconds = timestamp.subsec_nanoseconds() as i32;
    jiff::Timestamp::new(timestamp.unix_seconds(), nanoseconds).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn printing_agrees_with_other_crates(timestamp in timestamps()) {
        let date_time = timestamp.to_string();
        let http_date = timestamp.format(TimestampFormat::HttpDate).to_string();
        if let Some(jiff) = jiff_of(timestamp) {
            prop_assert_eq!(&date_time, &jiff.to_string());
            let printer = jiff::fmt::rfc2822::DateTimePrinter::new();
            prop_assert_eq!(&http_date, &printer.timestamp_to_rfc9110_string(&jiff).unwrap());
        }
        let rfc_3339 = time::format_description::well_known::Rfc3339;
        prop_assert_eq!(&date_time, &time_of(timestamp).format(&rfc_3339).unwrap());
        let pattern = "%a, %d %b %Y %H:%M:%S GMT";
        prop_assert_eq!(&http_date, &chrono_of(timestamp).format(pattern).to_string());
    }

    #[test]
    fn other_crates_read_what_is_printed(timestamp in timestamps()) {
        let text = timestamp.to_string();
        prop_assert_eq!(chrono::DateTime::parse_from_rfc3339(&text).unwrap(), chrono_of(timestamp));
        if let Some(jiff) = jiff_of(timestamp) {
            prop_assert_eq!(text.parse::<jiff::Timestamp>().unwrap(), jiff);
        }
    }

    #[test]
    fn what_other_crates_print_is_read(timestamp in timestamps(), minutes in -1439..=1439_i32) {
        let utc = chrono_of(timestamp);
        let whole = unix(timestamp.unix_seconds(), 0);
        for pattern in [
            "%a, %d %b %Y %H:%M:%S GMT",
            "%a %b %e %H:%M:%S %Y",
            "%a %b %d %H:%M:%S UTC %Y",
            "%b %-d, %Y %-I:%M:%S %p",
            "%b %-d, %Y, %-I:%M:%S\u{202f}%p",
            "%A, %B %-d, %Y at %-I:%M:%S %p UTC",
            "%-d %b %Y, %H:%M:%S",
            "%Y %b %-d %H:%M:%S",
        ] {
            prop_assert_eq!(parse(&utc.format(pattern).to_string()), whole);
        }
        let fraction = utc.format("%a, %d %b %Y %H:%M:%S%.f GMT").to_string();
        prop_assert_eq!(parse(&fraction), timestamp);

        // Local times, where the local year still has four digits.
        let offset = chrono::FixedOffset::east_opt(minutes * 60).unwrap();
        let local = utc.with_timezone(&offset);
        if (0..=9999).contains(&chrono::Datelike::year(&local)) {
            for pattern in ["%Y-%m-%dT%H:%M:%S%.9f%:z", "%Y-%m-%d %H:%M:%S%.f%z", "%Y%m%dT%H%M%S%.f%z"] {
                prop_assert_eq!(parse(&local.format(pattern).to_string()), timestamp);
            }
        }
    }

    #[test]
    fn rfc_850_dates_are_read(seconds in -31_536_000..3_124_224_000_i64) {
        let timestamp = unix(seconds, 0);
        let text = chrono_of(timestamp).format("%A, %d-%b-%y %H:%M:%S GMT").to_string();
        prop_assert_eq!(parse(&text), timestamp);
    }

    #[test]
    fn text_is_lossless(timestamp in timestamps()) {
        prop_assert_eq!(parse(&timestamp.to_string()), timestamp);
        let http_date = timestamp.format(TimestampFormat::HttpDate).to_string();
        prop_assert_eq!(parse(&http_date), unix(timestamp.unix_seconds(), 0));
    }

    #[test]
    fn epoch_seconds_as_text_are_exact(timestamp in timestamps()) {
        // A decimal with nine digits after the point is a whole number of nanoseconds.
        let text = timestamp.format(TimestampFormat::EpochSeconds).to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        prop_assert!(!fraction.ends_with('0'));
        let nanoseconds: i128 = format!("{whole}{fraction:0<9}").parse().unwrap();
        prop_assert_eq!(nanoseconds, time_of(timestamp).unix_timestamp_nanos());
    }

    #[test]
    fn milliseconds_survive_json(millis in MIN * 1_000..MAX * 1_000 + 1_000) {
        let timestamp = Timestamp::from_unix_millis(millis).unwrap();
        let json = serde_json::to_string(&timestamp).unwrap();
        // No more digits than the value has.
        prop_assert_eq!(&json, &timestamp.format(TimestampFormat::EpochSeconds).to_string());
        prop_assert_eq!(serde_json::from_str::<Timestamp>(&json).unwrap(), timestamp);
    }

    #[test]
    fn microseconds_survive_json(seconds in -8_589_934_592..8_589_934_592_i64, micros in 0..1_000_000_u32) {
        let timestamp = unix(seconds, micros * 1_000);
        let json = serde_json::to_string(&timestamp).unwrap();
        prop_assert_eq!(&json, &timestamp.format(TimestampFormat::EpochSeconds).to_string());
        prop_assert_eq!(serde_json::from_str::<Timestamp>(&json).unwrap(), timestamp);
    }

    #[test]
    fn no_text_panics_and_what_is_read_prints(
        text in prop_oneof![any::<String>(), near_misses(), "[0-9eE+.-]{0,24}"],
    ) {
        if let Ok(timestamp) = text.parse::<Timestamp>() {
            prop_assert_eq!(parse(&timestamp.to_string()), timestamp);
        }
    }

    #[test]
    fn no_number_panics(bits in any::<u64>()) {
        let number = f64::from_bits(bits);
        if let Ok(timestamp) = serde_json::from_value::<Timestamp>(json!(number)) {
            let scale = if number >= (MAX + 1) as f64 { 1e3 } else { 1.0 };
            prop_assert!((timestamp.unix_seconds() as f64 - number / scale).abs() <= 1.0);
        }
    }
}

/// Every day of the calendar's cycle of 400 years, then the ends of every year.
#[test]
fn days_agree_with_chrono() {
    use chrono::{Datelike, NaiveDate};
    let first = NaiveDate::from_ymd_opt(0, 1, 1).unwrap();
    let cycle = first.iter_days().take_while(|date| date.year() < 400);
    let ends =
        (0..=9999).flat_map(|year| [(year, 1, 1), (year, 2, 28), (year, 3, 1), (year, 12, 31)]);
    let ends = ends.map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
    let mut count = 0;
    for date in cycle.chain(ends) {
        let days = date.signed_duration_since(first).num_days();
        assert_eq!(unix(MIN + days * 86_400, 0).to_string(), format!("{date}T00:00:00Z"));
        count += 1;
    }
    assert_eq!(count, 146_097 + 40_000);
}
