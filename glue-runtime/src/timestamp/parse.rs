//! Timestamps from text.

use std::str::FromStr;

use self::cursor::{Cursor, Time};
pub use self::error::ParseTimestampError;
use super::Timestamp;
use super::civil::{DateTime, Problem};

mod cursor;
mod error;

/// Reads every way in which AWS and its tools write timestamps:
///
/// - RFC 3339 and its ISO 8601 kin: `2024-05-01T09:40:00.123Z`, `2024-05-01T09:40:00,5+02:00`,
///   `2024-05-01 09:40:00 -0800`, `2024-05-01t09:40-08`, `20240501T094000Z`, `2024-05-01`,
///   `20240501`. Without a time it is midnight, without an offset it is UTC.
/// - HTTP dates, with or without a fraction: `Wed, 01 May 2024 09:40:00.123 GMT`, and the two
///   obsolete forms of RFC 9110, `Wednesday, 01-May-24 09:40:00 GMT` and
///   `Wed May  1 09:40:00 2024`. Two-digit years are 1969 to 2068. Whether the day of the week
///   fits the date is not checked.
/// - Java's default texts in English, which CloudTrail writes: `May 1, 2024 9:40:00 AM`,
///   `May 1, 2024, 9:40:00 AM` with any kind of space before `AM`,
///   `Wednesday, May 1, 2024 at 9:40:00 AM UTC`, `1 May 2024, 09:40:00`, `2024 May 1 09:40:00` and
///   `Wed May 01 09:40:00 UTC 2024`. Without a zone they are in UTC, and UTC is the only zone that
///   is read by name.
/// - Seconds since the Unix epoch: `1714556400`, `1714556400.123`, `1.7145564E9`, `-1`. A fraction
///   is rounded to microseconds, as in a JSON number, and what would be beyond the year 9999 is
///   milliseconds.
///
/// Eight digits are a date, not seconds of the year 1970, and four digits are refused, because they
/// may be a year. As JSON numbers, both are seconds.
///
/// Decimals after the ninth are cut off. A leap second, `23:59:60` in UTC, is read as the second
/// that follows it, which is also how Unix time counts it.
///
/// # Errors
///
/// When the text has none of these forms, or there is no such day or time, or it is outside the
/// years 0000 to 9999.
impl FromStr for Timestamp {
    type Err = ParseTimestampError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).map_err(|problem| ParseTimestampError::new(text, problem))
    }
}

fn parse(text: &str) -> Result<Timestamp, Problem> {
    match text.len() {
        4 if is_digits(text) => return Err(Problem::Year),
        8 if is_digits(text) => {}
        _ => {
            if let Some(number) = parse_number(text) {
                return Timestamp::from_unix_number(number).map_err(Problem::Range);
            }
        }
    }
    let mut cursor = Cursor::new(text);
    let date_time = if cursor.is_at_digit() && !cursor.is_at_named_date() {
        iso_8601(&mut cursor)
    } else {
        named(&mut cursor)
    };
    match date_time {
        Some(date_time) if cursor.is_at_end() => date_time.resolve(),
        _ => Err(Problem::Syntax),
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number in a text that is one, and neither a date nor a word like `inf`.
fn parse_number(text: &str) -> Option<f64> {
    let is_decimal = |byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
    if text.bytes().all(is_decimal) { text.parse().ok() } else { None }
}

/// A date, before a time is known.
struct Date {
    year: u32,
    month: u32,
    day: u32,
}

impl Date {
    fn at(self, time: Time, offset: i32) -> DateTime {
        DateTime {
            year: self.year,
            month: self.month,
            day: self.day,
            hour: time.hour,
            minute: time.minute,
            second: time.second,
            nanosecond: time.nanosecond,
            offset,
        }
    }
}

/// `2024-05-01`, `2024-05-01T09:40:00.123+02:00`, or the same without `-` and `:`.
fn iso_8601(cursor: &mut Cursor<'_>) -> Option<DateTime> {
    let year = cursor.digits(4, 4)?;
    let has_hyphens = cursor.take(b'-');
    let month = cursor.digits(2, 2)?;
    if has_hyphens {
        cursor.expect(b'-')?;
    }
    let day = cursor.digits(2, 2)?;
    let date = Date { year, month, day };
    if cursor.is_at_end() {
        return Some(date.at(Time::default(), 0));
    }
    if !(cursor.take(b'T') || cursor.take(b't')) {
        cursor.expect(b' ')?;
    }
    let time = cursor.time(2)?;
    Some(date.at(time, cursor.offset()?))
}

/// The forms that have the name of a month, and perhaps the name of a day before the date.
fn named(cursor: &mut Cursor<'_>) -> Option<DateTime> {
    let mut ahead = *cursor;
    if ahead.weekday().is_some() {
        *cursor = ahead;
        let has_comma = cursor.take(b',');
        cursor.expect(b' ')?;
        if !has_comma && !cursor.is_at_digit() {
            return asctime(cursor);
        }
    }
    let date = named_date(cursor)?;
    cursor.take(b',');
    cursor.take_text(b" at");
    cursor.expect(b' ')?;
    let time = cursor.time_of_half()?;
    Some(date.at(time, cursor.offset()?))
}

/// `May 1, 2024`, `01 May 2024`, `01-May-24` or `2024 May 1`.
fn named_date(cursor: &mut Cursor<'_>) -> Option<Date> {
    if !cursor.is_at_digit() {
        let month = cursor.month()?;
        cursor.expect(b' ')?;
        let day = cursor.digits(1, 2)?;
        cursor.expect(b',')?;
        cursor.expect(b' ')?;
        let year = cursor.digits(4, 4)?;
        return Some(Date { year, month, day });
    }
    let mut ahead = *cursor;
    if let Some(year) = ahead.digits(4, 4) {
        *cursor = ahead;
        cursor.expect(b' ')?;
        let month = cursor.month()?;
        cursor.expect(b' ')?;
        let day = cursor.digits(1, 2)?;
        return Some(Date { year, month, day });
    }
    let day = cursor.digits(1, 2)?;
    let separator = if cursor.take(b'-') { b'-' } else { b' ' };
    if separator == b' ' {
        cursor.expect(separator)?;
    }
    let month = cursor.month()?;
    cursor.expect(separator)?;
    let year = cursor.year()?;
    Some(Date { year, month, day })
}

/// `May  1 09:40:00 2024`, which follows a day, or with the zone before the year as in
/// `May 01 09:40:00 UTC 2024`.
fn asctime(cursor: &mut Cursor<'_>) -> Option<DateTime> {
    let month = cursor.month()?;
    cursor.expect(b' ')?;
    cursor.take(b' ');
    let day = cursor.digits(1, 2)?;
    cursor.expect(b' ')?;
    let time = cursor.time(2)?;
    cursor.expect(b' ')?;
    if !cursor.is_at_digit() {
        cursor.utc()?;
        cursor.expect(b' ')?;
    }
    let year = cursor.digits(4, 4)?;
    Some(Date { year, month, day }.at(time, 0))
}
