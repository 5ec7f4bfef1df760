//! Timestamps from and to other crates' types.

use std::time::SystemTime;

#[cfg(any(feature = "jiff", feature = "chrono"))]
use super::NANOS_PER_SECOND;
use super::Timestamp;
use super::range::OutOfRange;

/// Fails outside the years 0000 to 9999.
impl TryFrom<SystemTime> for Timestamp {
    type Error = OutOfRange;

    fn try_from(time: SystemTime) -> Result<Self, Self::Error> {
        let since_year_zero = match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => Self::UNIX_EPOCH.since_year_zero.checked_add(after),
            Err(before) => Self::UNIX_EPOCH.since_year_zero.checked_sub(before.duration()),
        };
        match since_year_zero {
            Some(since_year_zero) if since_year_zero <= Self::MAX.since_year_zero => {
                Ok(Self { since_year_zero })
            }
            _ => Err(OutOfRange::YEAR),
        }
    }
}

/// Fails for times that the system does not have: on Windows, times before the year 1601.
impl TryFrom<Timestamp> for SystemTime {
    type Error = OutOfRange;

    fn try_from(timestamp: Timestamp) -> Result<Self, Self::Error> {
        let since_year_zero = timestamp.since_year_zero;
        let epoch = Timestamp::UNIX_EPOCH.since_year_zero;
        let time = match since_year_zero.checked_sub(epoch) {
            Some(after) => Self::UNIX_EPOCH.checked_add(after),
            None => Self::UNIX_EPOCH.checked_sub(epoch.saturating_sub(since_year_zero)),
        };
        time.ok_or(OutOfRange::SYSTEM_TIME)
    }
}

/// Fails before the year 0000.
#[cfg(feature = "jiff")]
impl TryFrom<jiff::Timestamp> for Timestamp {
    type Error = OutOfRange;

    fn try_from(timestamp: jiff::Timestamp) -> Result<Self, Self::Error> {
        // jiff counts nanoseconds away from zero.
        let mut seconds = timestamp.as_second();
        let mut nanoseconds = timestamp.subsec_nanosecond();
        if nanoseconds < 0 {
            seconds -= 1;
            nanoseconds += NANOS_PER_SECOND as i32;
        }
        Self::from_unix(seconds, nanoseconds.unsigned_abs())
    }
}

/// Fails in the last 26 hours of the year 9999, which jiff leaves free for time zones.
#[cfg(feature = "jiff")]
impl TryFrom<Timestamp> for jiff::Timestamp {
    type Error = OutOfRange;

    fn try_from(timestamp: Timestamp) -> Result<Self, Self::Error> {
        let nanoseconds = timestamp.subsec_nanoseconds() as i32;
        Self::new(timestamp.unix_seconds(), nanoseconds).map_err(|_| OutOfRange::JIFF)
    }
}

/// Fails outside the years 0000 to 9999. A leap second becomes the second that follows it.
#[cfg(feature = "chrono")]
impl TryFrom<chrono::DateTime<chrono::Utc>> for Timestamp {
    type Error = OutOfRange;

    fn try_from(date_time: chrono::DateTime<chrono::Utc>) -> Result<Self, Self::Error> {
        // chrono writes a leap second as a second or more of nanoseconds.
        let nanoseconds = date_time.timestamp_subsec_nanos();
        let seconds = date_time.timestamp() + i64::from(nanoseconds / NANOS_PER_SECOND);
        Self::from_unix(seconds, nanoseconds % NANOS_PER_SECOND)
    }
}

#[cfg(feature = "chrono")]
impl From<Timestamp> for chrono::DateTime<chrono::Utc> {
    fn from(timestamp: Timestamp) -> Self {
        // The sum cannot overflow: chrono reaches 260,000 years either way.
        Self::UNIX_EPOCH
            + chrono::TimeDelta::seconds(timestamp.unix_seconds())
            + chrono::TimeDelta::nanoseconds(timestamp.subsec_nanoseconds().into())
    }
}

/// Fails outside the years 0000 to 9999.
#[cfg(feature = "time")]
impl TryFrom<time::OffsetDateTime> for Timestamp {
    type Error = OutOfRange;

    fn try_from(date_time: time::OffsetDateTime) -> Result<Self, Self::Error> {
        Self::from_unix(date_time.unix_timestamp(), date_time.nanosecond())
    }
}

#[cfg(feature = "time")]
impl From<Timestamp> for time::OffsetDateTime {
    fn from(timestamp: Timestamp) -> Self {
        // The sum cannot overflow: time reaches the year 9999 either way.
        let nanoseconds = timestamp.subsec_nanoseconds() as i32;
        Self::UNIX_EPOCH + time::Duration::new(timestamp.unix_seconds(), nanoseconds)
    }
}

/// Fails outside the years 0000 to 9999.
#[cfg(feature = "aws-smithy-types")]
impl TryFrom<aws_smithy_types::DateTime> for Timestamp {
    type Error = OutOfRange;

    fn try_from(date_time: aws_smithy_types::DateTime) -> Result<Self, Self::Error> {
        Self::from_unix(date_time.secs(), date_time.subsec_nanos())
    }
}

#[cfg(feature = "aws-smithy-types")]
impl From<Timestamp> for aws_smithy_types::DateTime {
    fn from(timestamp: Timestamp) -> Self {
        Self::from_secs_and_nanos(timestamp.unix_seconds(), timestamp.subsec_nanoseconds())
    }
}
