//! Timestamps as text: RFC 3339, HTTP dates and epoch seconds.

use std::fmt;

use super::civil::{DateTime, MONTHS, WEEKDAYS, weekday};
use super::{NANOS_PER_SECOND, Timestamp};

/// The wire forms of a timestamp, under the names that
/// [Smithy's `timestampFormat`](https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait)
/// gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimestampFormat {
    /// Seconds since the Unix epoch, with a fraction if there is one: `1714556400.123`.
    EpochSeconds,
    /// RFC 3339 in UTC, with a fraction if there is one: `2024-05-01T09:40:00.123Z`.
    DateTime,
    /// RFC 9110's IMF-fixdate: `Wed, 01 May 2024 09:40:00 GMT`. It has no fraction, so a part of a
    /// second is left out.
    HttpDate,
}

/// What [`Timestamp::format`] returns.
struct Formatted {
    timestamp: Timestamp,
    format: TimestampFormat,
}

impl Timestamp {
    /// The timestamp in one of the wire forms, to be printed or turned into a string.
    ///
    /// Nothing is lost but the fraction of an HTTP date: the other two forms have as many decimals
    /// as the time needs, up to nine.
    pub fn format(self, format: TimestampFormat) -> impl fmt::Display {
        Formatted { timestamp: self, format }
    }
}

/// An HTTP date that keeps the fraction, as Smithy's `http-date` may.
pub(super) struct WholeHttpDate(pub(super) Timestamp);

impl fmt::Display for WholeHttpDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_http_date(self.0, self.0.subsec_nanoseconds(), formatter)
    }
}

/// What [`Timestamp::printed`] returns.
#[cfg(feature = "command-line")]
struct Printed(Timestamp);

#[cfg(feature = "command-line")]
impl Timestamp {
    /// The timestamp as the AWS CLI prints it.
    pub(super) fn printed(self) -> impl fmt::Display {
        Printed(self)
    }
}

/// As Python's `datetime.isoformat` writes a time in UTC: six decimals or none, and an offset.
#[cfg(feature = "command-line")]
impl fmt::Display for Printed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_whole_seconds(self.0, formatter)?;
        match self.0.subsec_nanoseconds() / 1_000 {
            0 => {}
            microsecond => write!(formatter, ".{microsecond:06}")?,
        }
        formatter.write_str("+00:00")
    }
}

/// RFC 3339 in UTC, with as many decimals as the time needs: `2024-05-01T09:40:00.123Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.format(TimestampFormat::DateTime), formatter)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_date_time(*self, formatter)
    }
}

impl fmt::Display for Formatted {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let write = match self.format {
            TimestampFormat::EpochSeconds => write_epoch_seconds,
            TimestampFormat::DateTime => write_date_time,
            TimestampFormat::HttpDate => write_http_date_of_seconds,
        };
        match formatter.width() {
            None => write(self.timestamp, formatter),
            // Alignment needs the whole text.
            Some(_) => {
                let mut text = String::new();
                write(self.timestamp, &mut text)?;
                formatter.pad(&text)
            }
        }
    }
}

fn write_epoch_seconds(timestamp: Timestamp, to: &mut dyn fmt::Write) -> fmt::Result {
    let mut seconds = timestamp.unix_seconds();
    let mut nanosecond = timestamp.subsec_nanoseconds();
    if seconds < 0 && nanosecond > 0 {
        // Decimals count away from zero, nanoseconds forward.
        seconds += 1;
        nanosecond = NANOS_PER_SECOND - nanosecond;
        to.write_str("-")?;
        seconds = -seconds;
    }
    write!(to, "{seconds}")?;
    write_fraction(nanosecond, to)
}

fn write_date_time(timestamp: Timestamp, to: &mut dyn fmt::Write) -> fmt::Result {
    write_whole_seconds(timestamp, to)?;
    write_fraction(timestamp.subsec_nanoseconds(), to)?;
    to.write_str("Z")
}

fn write_whole_seconds(timestamp: Timestamp, to: &mut dyn fmt::Write) -> fmt::Result {
    let DateTime { year, month, day, hour, minute, second, .. } = timestamp.into();
    write!(to, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

fn write_http_date_of_seconds(timestamp: Timestamp, to: &mut dyn fmt::Write) -> fmt::Result {
    write_http_date(timestamp, 0, to)
}

fn write_http_date(timestamp: Timestamp, nanosecond: u32, to: &mut dyn fmt::Write) -> fmt::Result {
    let DateTime { year, month, day, hour, minute, second, .. } = timestamp.into();
    let weekday = &WEEKDAYS[weekday(timestamp)][..3];
    let month = &MONTHS[month as usize - 1][..3];
    write!(to, "{weekday}, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02}")?;
    write_fraction(nanosecond, to)?;
    to.write_str(" GMT")
}

/// Nothing if the fraction is zero, otherwise a point and the digits up to the last one that counts.
fn write_fraction(nanosecond: u32, to: &mut dyn fmt::Write) -> fmt::Result {
    if nanosecond == 0 {
        return Ok(());
    }
    let mut digits = nanosecond;
    let mut width = 9;
    while digits.is_multiple_of(10) {
        digits /= 10;
        width -= 1;
    }
    write!(to, ".{digits:0width$}")
}
