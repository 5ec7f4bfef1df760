//! Reading and writing JSON.

use glue_runtime::Timestamp;
use serde_json::json;

use super::{MAX, MIN, unix};

#[track_caller]
fn read(json: &str) -> Timestamp {
    serde_json::from_str(json).unwrap()
}

fn read_error(json: &str) -> String {
    serde_json::from_str::<Timestamp>(json).unwrap_err().to_string()
}

#[test]
fn numbers_beyond_the_year_9999_are_milliseconds() {
    assert_eq!(read("1714556400123"), unix(1_714_556_400, 123_000_000));
    assert_eq!(read("253402300800"), unix(253_402_300, 800_000_000));
    assert_eq!(read("253402300799999"), unix(MAX, 999_000_000));
    assert_eq!(read("1.628246014452E12"), unix(1_628_246_014, 452_000_000));
    assert_eq!(read("1628246014452.0"), unix(1_628_246_014, 452_000_000));
    assert_eq!(read("1628246014452.25"), unix(1_628_246_014, 452_250_000));
    assert_eq!(read("253402300800.0"), unix(253_402_300, 800_000_000));
    assert_eq!(read("253402300799999.0"), unix(MAX, 999_000_000));
}

#[test]
fn numbers_of_four_and_eight_digits_are_seconds() {
    assert_eq!(read("2024"), unix(2_024, 0));
    assert_eq!(read("20240501"), unix(20_240_501, 0));
}

#[test]
fn numbers_are_epoch_seconds() {
    for (json, expected) in [
        ("1714556400", unix(1_714_556_400, 0)),
        ("1714556400.0", unix(1_714_556_400, 0)),
        ("1.7145564E9", unix(1_714_556_400, 0)),
        ("1.714556400123E9", unix(1_714_556_400, 123_000_000)),
        ("1714556400.123", unix(1_714_556_400, 123_000_000)),
        ("1714556400.123456", unix(1_714_556_400, 123_456_000)),
        ("1714556400.1234567", unix(1_714_556_400, 123_457_000)),
        ("1714556400.9999999", unix(1_714_556_401, 0)),
        ("0", unix(0, 0)),
        ("-0.0", unix(0, 0)),
        ("0.000001", unix(0, 1_000)),
        ("1e-300", unix(0, 0)),
        ("-1e-300", unix(0, 0)),
        ("-1", unix(-1, 0)),
        ("-0.000001", unix(-1, 999_999_000)),
        ("-1.25", unix(-2, 750_000_000)),
        ("-62167219200", Timestamp::MIN),
        ("253402300799", unix(MAX, 0)),
        ("253402300799.999", unix(MAX, 999_000_000)),
        ("-62167219199.999", unix(MIN, 1_000_000)),
    ] {
        assert_eq!(read(json), expected, "{json}");
    }
}

#[test]
fn other_json_is_refused() {
    let expected = "a timestamp in the years 0000 to 9999, as epoch seconds or text";
    for (json, found) in [
        ("253402300800000", "invalid value: integer `253402300800000`"),
        ("18446744073709551615", "invalid value: integer `18446744073709551615`"),
        ("-62167219201", "invalid value: integer `-62167219201`"),
        ("-9223372036854775808", "invalid value: integer `-9223372036854775808`"),
        ("253402300800000.0", "invalid value: floating point `253402300800000.0`"),
        ("1e300", "invalid value: floating point `1e+300`"),
        ("-1e300", "invalid value: floating point `-1e+300`"),
        ("null", "invalid type: null"),
        ("true", "invalid type: boolean `true`"),
        ("[]", "invalid type: sequence"),
        ("{}", "invalid type: map"),
        (r#"{"seconds":1}"#, "invalid type: map"),
    ] {
        let error = read_error(json);
        assert!(error.starts_with(&format!("{found}, expected {expected}")), "{json}: {error}");
    }
    let error = read_error(r#""yesterday""#);
    assert!(error.starts_with("invalid timestamp \"yesterday\": expected RFC 3339"), "{error}");
}

#[test]
fn floats_that_json_does_not_have_are_refused() {
    use serde::de::IntoDeserializer;
    use serde::{Deserialize, de::value::Error};
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN] {
        let deserializer: serde::de::value::F64Deserializer<Error> = number.into_deserializer();
        assert!(Timestamp::deserialize(deserializer).is_err(), "{number}");
    }
}

#[test]
fn numbers_are_read_from_the_map_of_arbitrary_precision() {
    for (number, expected) in [
        ("1714556400", unix(1_714_556_400, 0)),
        ("1714556400.123", unix(1_714_556_400, 123_000_000)),
        ("1.7145564E9", unix(1_714_556_400, 0)),
        // As without the feature, an integer beyond the year 9999 is milliseconds.
        ("1714556400123", unix(1_714_556_400, 123_000_000)),
        ("1714556400123.0", unix(1_714_556_400, 123_000_000)),
        ("2024", unix(2_024, 0)),
        ("20240501", unix(20_240_501, 0)),
    ] {
        let map = json!({ "$serde_json::private::Number": number });
        assert_eq!(serde_json::from_value::<Timestamp>(map).unwrap(), expected);
    }
    for number in ["x", "253402300800000", "9223372036854775808"] {
        let map = json!({ "$serde_json::private::Number": number });
        assert!(serde_json::from_value::<Timestamp>(map).is_err(), "{number}");
    }
}

#[test]
fn json_is_written_as_epoch_seconds() {
    for (timestamp, json) in [
        (unix(0, 0), "0"),
        (unix(1_714_556_400, 0), "1714556400"),
        (unix(1_714_556_400, 123_000_000), "1714556400.123"),
        (unix(1_714_556_400, 500_000_000), "1714556400.5"),
        (unix(1_714_556_400, 123_456_000), "1714556400.123456"),
        (unix(1_714_556_400, 123_456_999), "1714556400.123456"),
        (unix(1_714_556_400, 999), "1714556400"),
        (unix(-1, 500_000_000), "-0.5"),
        (unix(-2, 750_000_000), "-1.25"),
        (unix(-5, 0), "-5"),
        (Timestamp::MIN, "-62167219200"),
        (unix(MIN, 1_000_000), "-62167219199.999"),
        (unix(MAX, 0), "253402300799"),
        (unix(MAX, 999_000_000), "253402300799.999"),
    ] {
        assert_eq!(serde_json::to_string(&timestamp).unwrap(), json);
    }
}

#[test]
fn the_last_moments_are_not_rounded_out_of_the_range() {
    for nanoseconds in [999_999_999, 999_999_000, 999_990_000, 999_970_000] {
        let json = serde_json::to_string(&unix(MAX, nanoseconds)).unwrap();
        let difference =
            unix(MAX, nanoseconds).subsec_nanoseconds().abs_diff(read(&json).subsec_nanoseconds());
        assert_eq!(read(&json).unix_seconds(), MAX, "{json}");
        // Numbers of that size are 30 microseconds apart.
        assert!(difference < 31_000, "{json}");
    }
}

#[test]
fn a_number_that_was_read_reads_the_same_once_it_is_written() {
    // Far from the epoch an `f64` is coarser than the microseconds that are read from it.
    let mut numbers: Vec<f64> = [
        0xc22c_ef23_ee00_0400,
        0xc203_efa2_0e8c_817f,
        0xc22c_ef23_ee00_e000,
        0xc22c_ef23_ee00_20aa,
        0x42d3_73db_68e1_0269,
    ]
    .map(f64::from_bits)
    .to_vec();
    for step in 0..200_000_u32 {
        // From the year 0000 to 9999, in steps that leave all kinds of fractions.
        numbers.push(-62_167_219_200.0 + f64::from(step) * 1_577_848.100_010_3);
    }
    for number in numbers {
        let time: Timestamp = serde_json::from_value(json!(number)).unwrap();
        let written = serde_json::to_value(time).unwrap();
        assert_eq!(serde_json::from_value::<Timestamp>(written).unwrap(), time, "{number}");
    }
}
