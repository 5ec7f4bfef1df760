//! Timestamps from text.

use std::fmt;
use std::str::FromStr;

use super::civil::DateTime;
use super::format::{MONTHS, WEEKDAYS};
use super::{OutOfRange, Timestamp};

/// Why a text is not a [`Timestamp`]. Prints the start of the text and what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseTimestampError {
    excerpt: Box<str>,
    truncated: bool,
    problem: Problem,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// The text has none of the forms.
    Syntax,
    /// The calendar or the clock has no such day or time.
    NoSuchTime,
    /// There is such a time, but `Timestamp` does not reach it.
    Range(OutOfRange),
}

/// Reads every way in which AWS and its tools write timestamps:
///
/// - RFC 3339 and its ISO 8601 kin: `2024-05-01T09:40:00.123Z`, `2024-05-01T09:40:00,5+02:00`,
///   `2024-05-01 09:40:00 -0800`, `2024-05-01t09:40-08`, `20240501T094000Z`, `2024-05-01`. Without
///   a time it is midnight, without an offset it is UTC.
/// - HTTP dates, with or without a fraction: `Wed, 01 May 2024 09:40:00.123 GMT`, and the two
///   obsolete forms of RFC 9110, `Wednesday, 01-May-24 09:40:00 GMT` and
///   `Wed May  1 09:40:00 2024`. Two-digit years are 1969 to 2068. Whether the day of the week
///   fits the date is not checked.
/// - CloudTrail's `May 1, 2024 9:40:00 AM`, in UTC.
/// - Seconds since the Unix epoch: `1714556400`, `1714556400.123`, `1.7145564E9`, `-1`. A fraction
///   is rounded to microseconds, as in a JSON number.
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
    if let Some(seconds) = parse_number(text) {
        return Timestamp::from_unix_float(seconds).map_err(Problem::Range);
    }
    let mut cursor = Cursor { rest: text.as_bytes() };
    let date_time = if text.starts_with(|first: char| first.is_ascii_digit()) {
        cursor.iso_8601()
    } else {
        cursor.named()
    };
    match date_time {
        Some(date_time) if cursor.rest.is_empty() => date_time.resolve(),
        _ => Err(Problem::Syntax),
    }
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

/// A time of day; the default is midnight.
#[derive(Default)]
struct Time {
    hour: u32,
    minute: u32,
    second: u32,
    nanosecond: u32,
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

/// Reads a text from its start. Each method takes what it names off the front, or returns `None`
/// when it is not there; what a failed method has taken is lost, as no caller tries another form.
struct Cursor<'a> {
    rest: &'a [u8],
}

impl Cursor<'_> {
    /// `2024-05-01`, `2024-05-01T09:40:00.123+02:00`, or the same without `-` and `:`.
    fn iso_8601(&mut self) -> Option<DateTime> {
        let year = self.digits(4, 4)?;
        let has_hyphens = self.take(b'-');
        let month = self.digits(2, 2)?;
        if has_hyphens {
            self.expect(b'-')?;
        }
        let day = self.digits(2, 2)?;
        let date = Date { year, month, day };
        if self.rest.is_empty() {
            return Some(date.at(Time::default(), 0));
        }
        if !(self.take(b'T') || self.take(b't')) {
            self.expect(b' ')?;
        }
        let time = self.time(2)?;
        Some(date.at(time, self.offset()?))
    }

    /// The forms that start with the name of a month or of a day.
    fn named(&mut self) -> Option<DateTime> {
        let name = self.word();
        if let Some(month) = month_number(name) {
            return self.cloud_trail(month);
        }
        if !is_weekday(name) {
            return None;
        }
        if self.take(b',') { self.http_date() } else { self.asctime() }
    }

    /// ` 1, 2024 9:40:00 AM`, which follows a month.
    fn cloud_trail(&mut self, month: u32) -> Option<DateTime> {
        self.expect(b' ')?;
        let day = self.digits(1, 2)?;
        self.expect(b',')?;
        self.expect(b' ')?;
        let year = self.digits(4, 4)?;
        self.expect(b' ')?;
        let mut time = self.time(1)?;
        self.expect(b' ')?;
        let half = self.word();
        let is_afternoon = half.eq_ignore_ascii_case(b"PM");
        if !is_afternoon && !half.eq_ignore_ascii_case(b"AM") || !(1..=12).contains(&time.hour) {
            return None;
        }
        time.hour = time.hour % 12 + if is_afternoon { 12 } else { 0 };
        Some(Date { year, month, day }.at(time, 0))
    }

    /// ` 01 May 2024 09:40:00 GMT` or ` 01-May-24 09:40:00 GMT`, which follow a day and a comma.
    fn http_date(&mut self) -> Option<DateTime> {
        self.expect(b' ')?;
        let day = self.digits(1, 2)?;
        let separator = if self.take(b'-') { b'-' } else { b' ' };
        if separator == b' ' {
            self.expect(separator)?;
        }
        let month = self.month()?;
        self.expect(separator)?;
        let year = self.year()?;
        self.expect(b' ')?;
        let time = self.time(2)?;
        Some(Date { year, month, day }.at(time, self.offset()?))
    }

    /// ` May  1 09:40:00 2024`, which follows a day.
    fn asctime(&mut self) -> Option<DateTime> {
        self.expect(b' ')?;
        let month = self.month()?;
        self.expect(b' ')?;
        self.take(b' ');
        let day = self.digits(1, 2)?;
        self.expect(b' ')?;
        let time = self.time(2)?;
        self.expect(b' ')?;
        let year = self.digits(4, 4)?;
        Some(Date { year, month, day }.at(time, 0))
    }

    /// `09:40:00.123`, the seconds or the fraction left out, or the same without `:`.
    fn time(&mut self, hour_digits: usize) -> Option<Time> {
        let hour = self.digits(hour_digits, 2)?;
        let has_colons = self.take(b':');
        let minute = self.digits(2, 2)?;
        let has_seconds = if has_colons {
            self.take(b':')
        } else {
            self.rest.first().is_some_and(u8::is_ascii_digit)
        };
        let mut time = Time { hour, minute, ..Time::default() };
        if has_seconds {
            time.second = self.digits(2, 2)?;
            if self.take(b'.') || self.take(b',') {
                time.nanosecond = self.nanoseconds()?;
            }
        }
        Some(time)
    }

    /// The digits of a fraction, at least one. Those beyond nanoseconds are cut off.
    fn nanoseconds(&mut self) -> Option<u32> {
        let start = self.rest.len();
        let digits = self.digits(1, 9)?;
        let missing = 9 - (start - self.rest.len()) as u32;
        while self.rest.first().is_some_and(u8::is_ascii_digit) {
            self.digits(1, 9)?;
        }
        Some(digits * 10_u32.pow(missing))
    }

    /// `Z`, `GMT`, `UTC`, `+02:00`, `-0800` or `-08`, all with or without a space before; nothing
    /// counts as UTC.
    fn offset(&mut self) -> Option<i32> {
        if self.rest.is_empty() {
            return Some(0);
        }
        self.take(b' ');
        let is_ahead = self.take(b'+');
        if !is_ahead && !self.take(b'-') {
            let zone = self.word();
            let is_utc =
                ["Z", "GMT", "UTC"].iter().any(|name| zone.eq_ignore_ascii_case(name.as_bytes()));
            return is_utc.then_some(0);
        }
        let hours = self.digits(2, 2)?;
        let mut minutes = 0;
        if self.take(b':') || !self.rest.is_empty() {
            minutes = self.digits(2, 2)?;
        }
        if hours > 23 || minutes > 59 {
            return None;
        }
        let seconds = (hours * 3_600 + minutes * 60) as i32;
        Some(if is_ahead { seconds } else { -seconds })
    }

    /// A year of four digits, or of two. RFC 9110 would choose the century by the current date;
    /// a fixed range, that of POSIX's `strptime`, reads the same text the same way for ever.
    fn year(&mut self) -> Option<u32> {
        let start = self.rest.len();
        let year = self.digits(2, 4)?;
        match start - self.rest.len() {
            2 if year < 69 => Some(2000 + year),
            2 => Some(1900 + year),
            4 => Some(year),
            _ => None,
        }
    }

    /// The name of a month, as its number.
    fn month(&mut self) -> Option<u32> {
        month_number(self.word())
    }

    /// The longest run of ASCII letters, which may be empty.
    fn word(&mut self) -> &[u8] {
        let length = self.run_length(u8::is_ascii_alphabetic, usize::MAX);
        let (word, rest) = self.rest.split_at(length);
        self.rest = rest;
        word
    }

    /// A number of at least `least` and at most `most` digits, 9 or fewer.
    fn digits(&mut self, least: usize, most: usize) -> Option<u32> {
        let length = self.run_length(u8::is_ascii_digit, most);
        if length < least {
            return None;
        }
        let (digits, rest) = self.rest.split_at(length);
        self.rest = rest;
        let append = |number, digit: &u8| number * 10 + u32::from(digit - b'0');
        Some(digits.iter().fold(0, append))
    }

    /// How many bytes from here on are of one kind, counting no further than `most`.
    fn run_length(&self, is_kind: fn(&u8) -> bool, most: usize) -> usize {
        let bytes = self.rest.iter().take(most);
        bytes.take_while(|byte| is_kind(byte)).count()
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        self.take(byte).then_some(())
    }

    /// Takes the byte if it comes next, and says whether it did.
    fn take(&mut self, byte: u8) -> bool {
        match self.rest.split_first() {
            Some((&first, rest)) if first == byte => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }
}

/// The number of the month with this name, whatever its case.
fn month_number(word: &[u8]) -> Option<u32> {
    let is_word = |name: &&str| name.as_bytes().eq_ignore_ascii_case(word);
    let index = MONTHS.iter().position(is_word)?;
    Some(index as u32 + 1)
}

/// Whether a word is the name of a day, long as in RFC 850 or short as everywhere else.
fn is_weekday(word: &[u8]) -> bool {
    let is_word = |name: &str| name.as_bytes().eq_ignore_ascii_case(word);
    WEEKDAYS.iter().any(|day| is_word(day) || is_word(&day[..3]))
}

impl ParseTimestampError {
    /// As much of a text as an error shows, in characters: the longest form fits.
    const EXCERPT: usize = 40;

    fn new(text: &str, problem: Problem) -> Self {
        let end = text.char_indices().nth(Self::EXCERPT);
        let excerpt = end.map_or(text, |(end, _)| &text[..end]);
        Self { excerpt: excerpt.into(), truncated: end.is_some(), problem }
    }
}

impl fmt::Display for ParseTimestampError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ellipsis = if self.truncated { "..." } else { "" };
        write!(formatter, "invalid timestamp {:?}{ellipsis}: ", self.excerpt)?;
        match self.problem {
            Problem::Syntax => formatter.write_str(
                "expected RFC 3339 such as `2024-05-01T09:40:00Z`, an HTTP date or epoch seconds",
            ),
            Problem::NoSuchTime => formatter.write_str("there is no such date or time"),
            Problem::Range(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for ParseTimestampError {}
