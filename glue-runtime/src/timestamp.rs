//! [`Timestamp`], the type of every timestamp member.

use std::time::Duration;
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
use std::time::SystemTime;

mod civil;
mod convert;
mod format;
mod native;
mod parse;
mod range;
mod wire;

pub use self::format::TimestampFormat;
pub(crate) use self::native::{MessagePackExtension, TOML_KEY};
pub use self::parse::ParseTimestampError;
pub use self::range::OutOfRange;

/// A point in time, to the nanosecond, in the years 0000 to 9999, which RFC 3339 can write.
///
/// It reads from every spelling that AWS and its tools use (see [`FromStr`] for text; numbers are
/// seconds since the Unix epoch), prints as RFC 3339 in UTC, and serializes as seconds since the
/// epoch. [`format`](Timestamp::format) gives the other wire forms of
/// [Smithy](https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait).
///
/// Every day has 86,400 seconds, as in Unix time.
///
/// [`FromStr`]: #impl-FromStr-for-Timestamp
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    // Not a pair of integers, because `Duration` leaves room for `Option` to take no extra space.
    since_year_zero: Duration,
}

/// Seconds from 0000-01-01T00:00:00Z to the Unix epoch.
const EPOCH: i64 = 62_167_219_200;

/// Seconds from 0000-01-01T00:00:00Z to 10000-01-01T00:00:00Z.
const END: i64 = 315_569_520_000;

const NANOS_PER_SECOND: u32 = 1_000_000_000;

impl Timestamp {
    /// 0000-01-01T00:00:00Z, the earliest timestamp.
    pub const MIN: Self = Self { since_year_zero: Duration::ZERO };

    /// 9999-12-31T23:59:59.999999999Z, the latest timestamp.
    pub const MAX: Self =
        Self { since_year_zero: Duration::new(END as u64 - 1, NANOS_PER_SECOND - 1) };

    /// 1970-01-01T00:00:00Z, from which Unix time counts.
    pub const UNIX_EPOCH: Self = Self { since_year_zero: Duration::from_secs(EPOCH as u64) };

    /// The current time by the system's clock.
    ///
    /// A clock that is outside the years 0000 to 9999 gives the nearest time within them. On the
    /// target `wasm32-unknown-unknown`, the standard library has no clock, and this function does
    /// not exist: convert from the time of the host, such as JavaScript's `Date.now()`, with
    /// [`from_unix_millis`](Self::from_unix_millis).
    #[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
    #[must_use]
    #[inline]
    pub fn now() -> Self {
        let now = SystemTime::now();
        let is_past = now < SystemTime::UNIX_EPOCH;
        now.try_into().unwrap_or(if is_past { Self::MIN } else { Self::MAX })
    }

    /// The time `seconds` after the Unix epoch, or before it if negative, plus `nanoseconds`.
    ///
    /// The nanoseconds always count forward: half a second before the epoch is
    /// `from_unix(-1, 500_000_000)`.
    ///
    /// # Errors
    ///
    /// When `nanoseconds` is a whole second or more, or the time is outside the years 0000 to 9999.
    pub const fn from_unix(seconds: i64, nanoseconds: u32) -> Result<Self, OutOfRange> {
        let seconds = seconds.saturating_add(EPOCH);
        if seconds < 0 || seconds >= END {
            return Err(OutOfRange::YEAR);
        }
        if nanoseconds >= NANOS_PER_SECOND {
            return Err(OutOfRange::NANOSECONDS);
        }
        Ok(Self { since_year_zero: Duration::new(seconds as u64, nanoseconds) })
    }

    /// The time `milliseconds` after the Unix epoch, or before it if negative.
    ///
    /// # Errors
    ///
    /// When the time is outside the years 0000 to 9999.
    pub const fn from_unix_millis(milliseconds: i64) -> Result<Self, OutOfRange> {
        let nanoseconds = milliseconds.rem_euclid(1_000) as u32 * 1_000_000;
        Self::from_unix(milliseconds.div_euclid(1_000), nanoseconds)
    }

    /// Whole seconds since the Unix epoch, rounded down: negative before 1970.
    pub const fn unix_seconds(self) -> i64 {
        self.since_year_zero.as_secs() as i64 - EPOCH
    }

    /// Nanoseconds since the last whole second, 0 to 999,999,999.
    pub const fn subsec_nanoseconds(self) -> u32 {
        self.since_year_zero.subsec_nanos()
    }

    /// Whole milliseconds since the Unix epoch, rounded down.
    pub const fn unix_millis(self) -> i64 {
        self.unix_seconds() * 1_000 + self.since_year_zero.subsec_millis() as i64
    }

    /// The time from `earlier` to this; `None` if `earlier` is later.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use glue_runtime::Timestamp;
    /// let started: Timestamp = "2024-05-01T12:00:00+02:00".parse()?;
    /// let completed: Timestamp = "2024-05-01T10:01:30Z".parse()?;
    /// assert_eq!(completed.duration_since(started), Some(Duration::from_secs(90)));
    /// # Ok::<(), glue_runtime::ParseTimestampError>(())
    /// ```
    #[must_use]
    pub const fn duration_since(self, earlier: Self) -> Option<Duration> {
        self.since_year_zero.checked_sub(earlier.since_year_zero)
    }

    /// The time that is `duration` later; `None` beyond the year 9999.
    #[must_use]
    pub const fn checked_add(self, duration: Duration) -> Option<Self> {
        match self.since_year_zero.checked_add(duration) {
            Some(since_year_zero) if since_year_zero.as_secs() < END as u64 => {
                Some(Self { since_year_zero })
            }
            _ => None,
        }
    }

    /// The time that is `duration` earlier; `None` before the year 0000.
    #[must_use]
    pub const fn checked_sub(self, duration: Duration) -> Option<Self> {
        match self.since_year_zero.checked_sub(duration) {
            Some(since_year_zero) => Some(Self { since_year_zero }),
            None => None,
        }
    }
}
