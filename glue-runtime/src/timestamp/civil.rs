//! The proleptic Gregorian calendar, in UTC.

use super::range::OutOfRange;
use super::{EPOCH, Timestamp};

pub(super) const SECONDS_PER_DAY: u32 = 86_400;

/// The days of the week; most forms use the first three letters of a name.
pub(super) const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The months; most forms use the first three letters of a name.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Days in a year before each month, leap days left out.
const DAYS_BEFORE_MONTH: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/// Why a text names no point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// The text has none of the forms.
    Syntax,
    /// Four digits, which may be a year or seconds.
    Year,
    /// The calendar or the clock has no such day or time.
    NoSuchTime,
    /// There is such a time, but `Timestamp` does not reach it.
    Range(OutOfRange),
}

/// A date and time as people write it. What is read from text is unchecked until
/// [`resolve`](DateTime::resolve).
#[derive(Clone, Copy)]
pub(super) struct DateTime {
    pub(super) year: u32,
    /// 1 to 12.
    pub(super) month: u32,
    /// 1 to 31.
    pub(super) day: u32,
    pub(super) hour: u32,
    pub(super) minute: u32,
    /// 0 to 59, or 60 in a leap second.
    pub(super) second: u32,
    pub(super) nanosecond: u32,
    /// How far local time is ahead of UTC, in seconds.
    pub(super) offset: i32,
}

impl DateTime {
    /// The point in time, if there is such a date and time of day.
    ///
    /// Unix time has no leap seconds: the second 60 counts as the first one of the next day.
    pub(super) fn resolve(self) -> Result<Timestamp, Problem> {
        if !self.exists() {
            return Err(Problem::NoSuchTime);
        }
        let days = days_before_year(self.year) + self.day_of_year();
        let time = self.hour * 3_600 + self.minute * 60 + self.second;
        let local = i64::from(days) * i64::from(SECONDS_PER_DAY) + i64::from(time);
        let seconds = local - i64::from(self.offset);
        if self.second == 60 && seconds % i64::from(SECONDS_PER_DAY) != 0 {
            return Err(Problem::NoSuchTime);
        }
        Timestamp::from_unix(seconds - EPOCH, self.nanosecond).map_err(Problem::Range)
    }

    fn exists(self) -> bool {
        (1..=12).contains(&self.month)
            && (1..=days_in_month(self.year, self.month)).contains(&self.day)
            && self.hour < 24
            && self.minute < 60
            && self.second <= 60
    }

    /// Days between the first of January and this day.
    fn day_of_year(self) -> u32 {
        days_before_month(self.year, self.month) + self.day - 1
    }
}

impl From<Timestamp> for DateTime {
    fn from(timestamp: Timestamp) -> Self {
        let seconds = timestamp.since_year_zero.as_secs();
        // Both fit: the last day of the year 9999 has number 3,652,424.
        let days = (seconds / u64::from(SECONDS_PER_DAY)) as u32;
        let time = (seconds % u64::from(SECONDS_PER_DAY)) as u32;

        let year = year_of_day(days);
        let day_of_year = days - days_before_year(year);
        let mut month = 12;
        while days_before_month(year, month) > day_of_year {
            month -= 1;
        }
        Self {
            year,
            month,
            day: day_of_year - days_before_month(year, month) + 1,
            hour: time / 3_600,
            minute: time / 60 % 60,
            second: time % 60,
            nanosecond: timestamp.subsec_nanoseconds(),
            offset: 0,
        }
    }
}

/// The day of the week, from 0 for Monday. 0000-01-01 was a Saturday.
pub(super) fn weekday(timestamp: Timestamp) -> usize {
    let days = timestamp.since_year_zero.as_secs() / u64::from(SECONDS_PER_DAY);
    ((days + 5) % 7) as usize
}

fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// Days from 0000-01-01, the start of a leap year, to the start of `year`.
fn days_before_year(year: u32) -> u32 {
    365 * year + year.div_ceil(4) - year.div_ceil(100) + year.div_ceil(400)
}

/// The year that holds the day `days` after 0000-01-01.
fn year_of_day(days: u32) -> u32 {
    // The average length of a year puts the estimate at most one year late or early.
    let estimate = (u64::from(days) * 400 / 146_097) as u32;
    if days < days_before_year(estimate) {
        estimate - 1
    } else if days >= days_before_year(estimate + 1) {
        estimate + 1
    } else {
        estimate
    }
}

/// Days from the start of `year` to the start of `month`, which is 1 to 12.
fn days_before_month(year: u32, month: u32) -> u32 {
    let leap_day = u32::from(month > 2 && is_leap(year));
    DAYS_BEFORE_MONTH[month as usize - 1] + leap_day
}

fn days_in_month(year: u32, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
