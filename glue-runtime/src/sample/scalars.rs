//! Numbers, booleans, times and bytes.

use super::source::Source;
use crate::timestamp::Timestamp;

/// The seconds of 0001-01-02 and 9999-12-30: all forms and all date crates have the times between
/// them, whatever the time zone.
const FIRST_SECOND: i64 = -62_135_510_400;
const LAST_SECOND: i64 = 253_402_128_000;

/// The seconds of the years 2000 and 2040.
const USUAL_SECONDS: (i64, i64) = (946_684_800, 2_208_988_800);

impl Source<'_, '_> {
    /// A boolean.
    pub fn boolean(&mut self) -> Option<bool> {
        Some(self.choose(2) == 1)
    }

    /// A whole number: small, at a bound, or any.
    pub fn integer<T: TryFrom<i64>>(&mut self, min: Option<i64>, max: Option<i64>) -> Option<T> {
        let unused = i64::BITS.saturating_sub(8 * u32::try_from(size_of::<T>()).ok()?);
        let least = min.unwrap_or(i64::MIN).max(i64::MIN >> unused);
        let greatest = max.unwrap_or(i64::MAX).min(i64::MAX >> unused);
        if least > greatest {
            return None;
        }
        let nearest = 0.clamp(least, greatest);
        let number = match self.choose(8) {
            _ if self.is_minimal() => nearest,
            0..4 => self.between(
                nearest.saturating_sub(100).max(least),
                nearest.saturating_add(100).min(greatest),
            ),
            4 => least,
            5 => greatest,
            _ => self.between(least, greatest),
        };
        T::try_from(number).ok()
    }

    /// One of these numbers.
    pub fn known(&mut self, numbers: &[i32]) -> Option<i32> {
        self.one_of(numbers).copied()
    }

    /// One of these.
    pub(super) fn one_of<'t, T>(&mut self, items: &'t [T]) -> Option<&'t T> {
        let index = self.choose(u32::try_from(items.len()).ok()?);
        items.get(index as usize)
    }

    /// A finite number of a few digits, which every writer of numbers keeps.
    pub fn float(&mut self, min: Option<f64>, max: Option<f64>) -> Option<f64> {
        let (least, greatest) = (min.unwrap_or(f64::MIN), max.unwrap_or(f64::MAX));
        if least > greatest || least.is_nan() || greatest.is_nan() {
            return None;
        }
        let nearest = 0.0_f64.clamp(least, greatest);
        if self.is_minimal() {
            return Some(nearest);
        }
        let number = match self.choose(8) {
            6 => min.unwrap_or(nearest),
            7 => max.unwrap_or(nearest),
            kind => {
                let digits = self.between(-999_999, 999_999);
                let exponent = match kind {
                    5 => self.between(-20, 20),
                    _ => -self.between(0, 5),
                };
                format!("{digits}e{exponent}").parse().unwrap_or(nearest)
            }
        };
        let is_within = least <= number && number <= greatest;
        Some(if is_within { number } else { self.part(least, greatest, nearest) })
    }

    /// A number between bounds, a few steps of the distance between them away from the lower one.
    fn part(&mut self, least: f64, greatest: f64, nearest: f64) -> f64 {
        let part = least + (greatest - least) / 64.0 * f64::from(self.choose(64));
        if least <= part && part <= greatest { part } else { nearest }
    }

    /// Bytes.
    pub fn blob<T: From<Vec<u8>>>(&mut self, min: Option<u64>, max: Option<u64>) -> Option<T> {
        let length = self.length(min, max)?;
        let byte = |_| u8::try_from(self.between(0, 255)).unwrap_or(0);
        Some(T::from((0..length).map(byte).collect::<Vec<u8>>()))
    }

    /// A time with milliseconds.
    pub fn time<T: TryFrom<Timestamp>>(&mut self) -> Option<T> {
        let seconds = self.seconds();
        let milliseconds = self.choose(1000);
        let time = Timestamp::from_unix(seconds, milliseconds * 1_000_000).ok()?;
        T::try_from(time).ok()
    }

    /// A time of whole seconds.
    pub fn whole_time<T: TryFrom<Timestamp>>(&mut self) -> Option<T> {
        T::try_from(Timestamp::from_unix(self.seconds(), 0).ok()?).ok()
    }

    fn seconds(&mut self) -> i64 {
        let (first, last) = USUAL_SECONDS;
        match self.choose(16) {
            15 => self.between(FIRST_SECOND, LAST_SECOND),
            _ => self.between(first, last),
        }
    }
}
