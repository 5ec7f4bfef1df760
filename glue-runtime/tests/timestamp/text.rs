//! Reading text.

use glue_runtime::Timestamp;

use super::{MAX, parse, unix};

fn parse_error(text: &str) -> String {
    text.parse::<Timestamp>().unwrap_err().to_string()
}

#[test]
fn every_form_of_text_is_read() {
    let whole = unix(1_714_556_400, 0);
    let midnight = unix(1_714_521_600, 0);
    for (text, expected) in [
        // RFC 3339, ISO 8601, the AWS CLI.
        ("2024-05-01T09:40:00Z", whole),
        ("2024-05-01t09:40:00z", whole),
        ("2024-05-01 09:40:00Z", whole),
        ("2024-05-01T09:40:00", whole),
        ("2024-05-01T09:40Z", whole),
        ("2024-05-01T09:40", whole),
        ("2024-05-01T09:40:00+00:00", whole),
        ("2024-05-01T09:40:00-00:00", whole),
        ("2024-05-01T09:40:00.000000+00:00", whole),
        ("2024-05-01T01:40:00-08:00", whole),
        ("2024-05-01T01:40:00-0800", whole),
        ("2024-05-01T01:40:00-08", whole),
        ("2024-05-01T01:40-08", whole),
        ("2024-05-01T15:10:00+05:30", whole),
        ("2024-05-02T09:39:00+23:59", whole),
        ("2024-04-30T09:41:00-2359", whole),
        ("2024-05-01 01:40:00 -0800", whole),
        ("2024-05-01 09:40:00 UTC", whole),
        ("20240501T094000Z", whole),
        ("20240501T0940Z", whole),
        ("20240501T014000-0800", whole),
        ("2024-05-01", midnight),
        ("2024-05-01T09:40:00.123000+00:00", unix(1_714_556_400, 123_000_000)),
        ("2024-05-01T09:40:00.5Z", unix(1_714_556_400, 500_000_000)),
        ("2024-05-01T09:40:00,123456Z", unix(1_714_556_400, 123_456_000)),
        ("2024-05-01T09:40:00.123456789Z", unix(1_714_556_400, 123_456_789)),
        ("2024-05-01T09:40:00.1234567899999999999Z", unix(1_714_556_400, 123_456_789)),
        ("2024-05-01T01:40:00.000000001-08", unix(1_714_556_400, 1)),
        ("1969-12-31T23:59:59.5Z", unix(-1, 500_000_000)),
        ("2000-02-29T00:00:00Z", unix(951_782_400, 0)),
        ("0000-01-01T00:00:00Z", Timestamp::MIN),
        ("9999-12-31T23:59:59.999999999Z", Timestamp::MAX),
        // HTTP.
        ("Wed, 01 May 2024 09:40:00 GMT", whole),
        ("wed, 01 MAY 2024 09:40:00 gmt", whole),
        ("Wed, 1 May 2024 01:40:00 -0800", whole),
        ("Mon, 01 May 2024 09:40:00 GMT", whole),
        ("Wed, 01 May 2024 09:40:00.123 GMT", unix(1_714_556_400, 123_000_000)),
        ("Wednesday, 01-May-24 09:40:00 GMT", whole),
        ("Wed, 01-May-2024 09:40:00 GMT", whole),
        ("Sunday, 06-Nov-94 08:49:37 GMT", unix(784_111_777, 0)),
        ("Wed May  1 09:40:00 2024", whole),
        ("Wed May 01 09:40:00 2024", whole),
        ("Wed May 15 09:40:00 2024", unix(1_714_556_400 + 14 * 86_400, 0)),
        ("Monday, 31-Dec-68 00:00:00 GMT", unix(3_124_137_600, 0)),
        ("Wednesday, 01-Jan-69 00:00:00 GMT", unix(-31_536_000, 0)),
        // CloudTrail.
        ("Jul 9, 2018 12:56:54 PM", unix(1_531_141_014, 0)),
        ("Jul 9, 2018 12:56:54 AM", unix(1_531_097_814, 0)),
        ("May 1, 2024 9:40:00 AM", whole),
        ("May 1, 2024 09:40:00 am", whole),
        ("May 1, 2024 11:40:00 PM", unix(1_714_606_800, 0)),
        ("May 1, 2024, 9:40:00 AM", whole),
        ("May 1, 2024, 9:40:00\u{202f}AM", whole),
        ("May 1, 2024, 9:40:00\u{a0}AM", whole),
        ("Jul 30, 2024, 9:46:15 PM", unix(1_722_375_975, 0)),
        ("May 1, 2024, 9:40 AM", whole),
        ("May 1, 2024 9:40:00", whole),
        ("May 1, 2024, 23:40:00", unix(1_714_606_800, 0)),
        ("May 1, 2024 9:40:00 AM GMT", whole),
        ("May 1, 2024, 1:40:00 AM -08:00", whole),
        // Numbers.
        ("1714556400", whole),
        ("+1714556400", whole),
        ("1714556400.0", whole),
        ("1.7145564E9", whole),
        ("1.7145564e+09", whole),
        ("1714556400.123", unix(1_714_556_400, 123_000_000)),
        // Eight digits are a date of ISO 8601, as with a time after them.
        ("20240501", unix(1_714_521_600, 0)),
        ("020240501", unix(20_240_501, 0)),
        ("20240501.0", unix(20_240_501, 0)),
        ("1714556400123", unix(1_714_556_400, 123_000_000)),
        ("1.714556400123E12", unix(1_714_556_400, 123_000_000)),
        ("0", unix(0, 0)),
        ("-0", unix(0, 0)),
        ("-0.5", unix(-1, 500_000_000)),
        ("-1.25", unix(-2, 750_000_000)),
        ("-62167219200", Timestamp::MIN),
        ("253402300799", unix(MAX, 0)),
    ] {
        assert_eq!(parse(text), expected, "{text}");
        let json = serde_json::Value::from(text);
        assert_eq!(serde_json::from_value::<Timestamp>(json).unwrap(), expected, "{text}");
    }
}

/// What Java prints; `JavaDates.java` made the table.
#[test]
fn java_s_default_texts_are_read() {
    let mut count = 0;
    for line in include_str!("java_dates.tsv").lines().skip(1) {
        let (seconds, text) = line.split_once('\t').unwrap();
        assert_eq!(parse(text), unix(seconds.parse().unwrap(), 0), "{text}");
        // Once a no-break space has taken the place of the narrow one.
        assert_eq!(parse(&text.replace('\u{202f}', "\u{a0}")), parse(text), "{text}");
        count += 1;
    }
    assert_eq!(count, 361);
}

#[test]
fn four_digits_may_be_a_year() {
    for text in ["2024", "0000", "3600"] {
        assert_eq!(
            parse_error(text),
            format!(
                "invalid timestamp {text:?}: four digits may be a year or epoch seconds; write a \
                 full date such as `2024-05-01`, or a number"
            )
        );
    }
    assert_eq!(parse("360"), unix(360, 0));
    assert_eq!(parse("36000"), unix(36_000, 0));
    assert!(parse_error("20240230").ends_with("there is no such date or time"));
    assert!(parse_error("99999999").ends_with("there is no such date or time"));
}

#[test]
fn a_leap_second_is_the_second_after() {
    let new_year = parse("2017-01-01T00:00:00Z");
    assert_eq!(parse("2016-12-31T23:59:60Z"), new_year);
    assert_eq!(parse("2016-12-31T15:59:60-08:00"), new_year);
    assert_eq!(parse("Sat, 31 Dec 2016 23:59:60 GMT"), new_year);
    assert_eq!(parse("Dec 31, 2016 11:59:60 PM"), new_year);
    assert_eq!(parse("2016-12-31T23:59:60.25Z"), unix(new_year.unix_seconds(), 250_000_000));
    for text in [
        "2016-12-31T23:58:60Z",
        "2016-12-31T22:59:60Z",
        "2016-12-31T23:59:60-08:00",
        "2016-12-31T23:59:61Z",
    ] {
        assert!(parse_error(text).ends_with("there is no such date or time"), "{text}");
    }
    assert!(parse_error("9999-12-31T23:59:60Z").ends_with("outside the years 0000 to 9999"));
}

#[test]
fn dates_and_times_that_do_not_exist_are_refused() {
    for text in [
        "2024-00-01",
        "2024-13-01",
        "2024-01-00",
        "2024-01-32",
        "2024-04-31",
        "2024-02-30",
        "2023-02-29",
        "1900-02-29",
        "2024-05-01T24:00:00Z",
        "2024-05-01T09:60:00Z",
        "2024-05-01T09:40:61Z",
        "Thu, 30 Feb 2024 00:00:00 GMT",
        "Feb 30, 2024 1:00:00 AM",
    ] {
        assert_eq!(
            parse_error(text),
            format!("invalid timestamp {text:?}: there is no such date or time")
        );
    }
}

#[test]
fn times_beyond_the_range_are_refused() {
    for text in [
        "0000-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        "-62167219200.5",
        "253402300800000",
        "99999999999999999999999999",
        "-1e300",
        "1e999",
    ] {
        assert_eq!(
            parse_error(text),
            format!("invalid timestamp {text:?}: timestamp is outside the years 0000 to 9999")
        );
    }
}

#[test]
fn other_text_is_refused() {
    for text in [
        "",
        " ",
        "Z",
        "-",
        "e5",
        "inf",
        "-inf",
        "NaN",
        "nan",
        "infinity",
        "0x10",
        "1_000",
        "1714556400s",
        "2024-05",
        "2024-05-01T",
        "2024-05-01Z",
        "2024-5-1",
        "24-05-01",
        "02024-05-01",
        "-2024-05-01",
        "+2024-05-01",
        "2024-0501",
        "202405-01",
        "2024/05/01",
        "2024-05-01X09:40:00",
        "2024-05-01T9:40:00Z",
        "2024-05-01T09",
        "2024-05-01T09:40:",
        "2024-05-01T09:40:0Z",
        "2024-05-01T09:40:000Z",
        "2024-05-01T09:040:00Z",
        "2024-05-01T009:40:00Z",
        "2024-05-01T09:4000Z",
        "2024-05-01T0940:00Z",
        "2024-05-01T09:40:00.Z",
        "2024-05-01T09:40:00,",
        "2024-05-01T09:40:00ZZ",
        "2024-05-01T09:40:00Z ",
        " 2024-05-01T09:40:00Z",
        "2024-05-01T09:40:00  Z",
        "2024-05-01T09:40:00 ",
        "2024-05-01T09:40:00PST",
        "2024-05-01T09:40:00+",
        "2024-05-01T09:40:00+1",
        "2024-05-01T09:40:00+01:",
        "2024-05-01T09:40:00+01:0",
        "2024-05-01T09:40:00+010",
        "2024-05-01T09:40:00+01:000",
        "2024-05-01T09:40:00+001:00",
        "2024-05-01T09:40:00+24:00",
        "2024-05-01T09:40:00+01:60",
        "2024-05-01T09:40:00+01:00:00",
        "2024-05-01T09:40:00\u{2212}08:00",
        "2024-05-01T09:40:00Z[UTC]",
        "\u{662}024-05-01",
        "Wed",
        "Wed,",
        "Wednes, 01 May 2024 09:40:00 GMT",
        "Day, 01 May 2024 09:40:00 GMT",
        "Wed, 01 Mai 2024 09:40:00 GMT",
        "Wed, 01 May 024 09:40:00 GMT",
        "Wed, 01-May 2024 09:40:00 GMT",
        "Wed, 01 May-2024 09:40:00 GMT",
        "Wed, 01 May 2024 09:40:00 PST",
        "Wed, 01 May 2024",
        "Wed May 1 2024",
        "Wed May   1 09:40:00 2024",
        "Wed May  1 09:40:00 24",
        "May 1, 2024 0:40:00 AM",
        "May 1, 2024 13:40:00 PM",
        "May 1, 2024 9:40:00 ",
        "May 1, 2024,9:40:00 AM",
        "May 1, 2024  9:40:00 AM",
        "May 1, 2024,, 9:40:00 AM",
        "May 1, 2024 at, 9:40:00 AM",
        "May 1, 2024 at9:40:00 AM",
        "May 1, 2024 9:40:00AM",
        "May 1, 2024 9:40:00 AM PST",
        "May 1, 2024 9:40:00\u{2009}AM",
        "May\u{202f}1, 2024 9:40:00 AM",
        "Mayo 1, 2024 9:40:00 AM",
        "1, May 2024 9:40:00",
        "01 May24 9:40:00",
        "2024 May 1",
        "Wed May 01 09:40:00 PST 2024",
        "5/1/24, 9:40 AM",
        "May 1, 2024 9:40:00 XM",
        "May 1 2024 9:40:00 AM",
        "May 001, 2024 9:40:00 AM",
        "May 1, 02024 9:40:00 AM",
        "Wed, 001 May 2024 09:40:00 GMT",
        "Wed, 01 May 02024 09:40:00 GMT",
        "Wed May 001 09:40:00 2024",
        "Wed May 01 09:40:00 02024",
        "2024-05-001",
        "May",
        "é",
    ] {
        assert_eq!(
            parse_error(text),
            format!(
                "invalid timestamp {text:?}: expected RFC 3339 such as `2024-05-01T09:40:00Z`, \
                 an HTTP date or epoch seconds"
            )
        );
    }
}

#[test]
fn an_error_shows_a_short_and_escaped_excerpt() {
    let error = parse_error(&format!("\n\u{1b}{}", "é".repeat(1_000_000)));
    let expected = format!("invalid timestamp \"\\n\\u{{1b}}{}\"...: expected", "é".repeat(38));
    assert!(error.starts_with(&expected), "{error}");
    assert!(error.len() < 200);
}

#[test]
fn long_text_is_read_in_linear_time() {
    let digits = "1".repeat(5_000_000);
    let nanoseconds = unix(1_714_556_400, 111_111_111);
    assert_eq!(parse(&format!("2024-05-01T09:40:00.{digits}Z")), nanoseconds);
    assert!(digits.parse::<Timestamp>().is_err());
    for piece in
        ["Wed", "Wed, ", "May 1, ", "2024 ", "1 May ", "12:00", " AM", ":", "\u{202f}", "+", "e"]
    {
        for start in ["", "May 1, 2024 9:40:00", "Wed, 01 May 2024", "2024-05-01T09:40:00+"] {
            let text = format!("{start}{}", piece.repeat(1_000_000));
            assert!(text.parse::<Timestamp>().is_err(), "{start}{piece}");
        }
    }
}
