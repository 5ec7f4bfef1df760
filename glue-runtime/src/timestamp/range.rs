//! [`OutOfRange`].

use std::fmt;

/// A point in time that the type it is converted to cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfRange {
    reason: &'static str,
}

impl OutOfRange {
    pub(super) const YEAR: Self = Self { reason: "timestamp is outside the years 0000 to 9999" };

    pub(super) const NANOSECONDS: Self =
        Self { reason: "timestamp has a second or more of nanoseconds" };

    pub(super) const SYSTEM_TIME: Self =
        Self { reason: "timestamp is outside the range of this system's time" };

    #[cfg(feature = "jiff")]
    pub(super) const JIFF: Self =
        Self { reason: "timestamp is outside the range of `jiff::Timestamp`" };

    #[cfg(feature = "chrono")]
    pub(crate) const LEAP_SECOND: Self =
        Self { reason: "a leap second of chrono has no timestamp: every day has 86,400 seconds" };
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.reason)
    }
}

impl std::error::Error for OutOfRange {}
