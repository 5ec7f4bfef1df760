//! Reading and writing timestamps in serde's formats.

use std::fmt;

use serde_core::de::{EnumAccess, Error, MapAccess, Unexpected, VariantAccess, Visitor};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::format::WholeHttpDate;
use super::native::{CBOR_TAGGED, MessagePackExtension, TOML_KEY, Tagged};
use super::{END, EPOCH, OutOfRange, Timestamp, TimestampFormat};
use crate::arbitrary_precision::ARBITRARY_PRECISION_KEY;
#[cfg(feature = "command-line")]
use crate::command_line;

use crate::wire::{Held, OrRedacted, Place};

/// The last number of seconds since the Unix epoch within the range, as an `f64`.
const LAST_SECONDS: f64 = ((END - EPOCH) as f64).next_down();

impl Timestamp {
    /// The time that a number stands for: seconds since the Unix epoch, or milliseconds if it would
    /// be beyond the year 9999.
    pub(super) fn from_unix_number(number: f64) -> Result<Self, OutOfRange> {
        let is_milliseconds = number >= (END - EPOCH) as f64;
        Self::from_unix_float(if is_milliseconds { number / 1e3 } else { number })
    }

    /// The time `seconds` after the Unix epoch: the millisecond that `seconds` is nearest to as an
    /// `f64`, if there is one, and otherwise the nearest microsecond.
    fn from_unix_float(seconds: f64) -> Result<Self, OutOfRange> {
        if !seconds.is_finite() {
            return Err(OutOfRange::YEAR);
        }
        // Casts of numbers beyond `i64` saturate, far out of range.
        let milliseconds = (seconds * 1e3).round();
        if milliseconds / 1e3 == seconds {
            return Self::from_unix_millis(milliseconds as i64);
        }
        let whole = seconds.floor();
        let microsecond = ((seconds - whole) * 1e6).round() as u32;
        if microsecond == 1_000_000 {
            Self::from_unix((whole as i64).saturating_add(1), 0)
        } else {
            Self::from_unix(whole as i64, microsecond * 1_000)
        }
    }

    /// Writes the timestamp as text of a format.
    pub(crate) fn write_text<S: Serializer>(
        self,
        format: TimestampFormat,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        #[cfg(feature = "command-line")]
        if command_line::is_wanted(&to) {
            return to.collect_str(&self.printed());
        }
        to.collect_str(&self.format(format))
    }

    /// Writes the timestamp as an HTTP date. Data at rest keeps the fraction of a second, so that
    /// it reads back; a request has none.
    pub(crate) fn write_http_date<S: Serializer>(self, to: S) -> Result<S::Ok, S::Error> {
        #[cfg(feature = "command-line")]
        if command_line::is_wanted(&to) {
            return to.collect_str(&self.printed());
        }
        #[cfg(feature = "protocol")]
        if crate::protocol::is_request() {
            return to.collect_str(&self.format(TimestampFormat::HttpDate));
        }
        to.collect_str(&WholeHttpDate(self))
    }
}

/// Writes seconds since the Unix epoch: an integer if there is no fraction, otherwise an `f64`.
///
/// The fraction is cut to microseconds. Milliseconds read back as they were in every year,
/// microseconds from 1698 to 2241, where an `f64` has room for them. To keep nanoseconds, write the
/// timestamp as text.
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[cfg(feature = "command-line")]
        if command_line::is_wanted(&serializer) {
            return serializer.collect_str(&self.printed());
        }
        let seconds = self.unix_seconds();
        let microsecond = self.subsec_nanoseconds() / 1_000;
        if microsecond == 0 {
            serializer.serialize_i64(seconds)
        } else if microsecond.is_multiple_of(1_000) {
            // An integer below 2^53 divided once: the `f64` nearest to the exact value.
            serializer.serialize_f64(self.unix_millis() as f64 / 1e3)
        } else {
            // Rounded once, so that a time that was read from an `f64` is written as the same `f64`.
            let number = seconds as f64 + f64::from(microsecond) / 1e6;
            // The number nearest to the last moments is out of the range.
            serializer.serialize_f64(number.min(LAST_SECONDS))
        }
    }
}

/// Reads a number of seconds since the Unix epoch, rounded to microseconds; a number that would be
/// beyond the year 9999, as milliseconds since then; any text that
/// [`FromStr`](std::str::FromStr) reads; and the times that TOML, CBOR (tags 0, 1
/// and 1004) and MessagePack have themselves, as the crates `toml`, `ciborium` and `rmp-serde` give
/// them. The format must be self-describing.
impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TimestampVisitor)
    }
}

impl Held for Timestamp {
    fn read_into<'de, D: Deserializer<'de>, P: Place<Value = Self>>(
        from: D,
        place: &mut P,
    ) -> Result<(), D::Error> {
        from.deserialize_any(OrRedacted::new(TimestampVisitor, place))
    }
}

struct TimestampVisitor;

impl<'de> Visitor<'de> for TimestampVisitor {
    type Value = Timestamp;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a timestamp in the years 0000 to 9999, as epoch seconds or text")
    }

    /// A number that would be beyond the year 9999 is milliseconds, which Step Functions puts into
    /// the output of other services' tasks.
    fn visit_i64<E: Error>(self, number: i64) -> Result<Timestamp, E> {
        let milliseconds = number > Timestamp::MAX.unix_seconds();
        let timestamp = match milliseconds {
            true => Timestamp::from_unix_millis(number),
            false => Timestamp::from_unix(number, 0),
        };
        timestamp.map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_u64<E: Error>(self, seconds: u64) -> Result<Timestamp, E> {
        match i64::try_from(seconds) {
            Ok(seconds) => self.visit_i64(seconds),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(seconds), &self)),
        }
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Timestamp, E> {
        Timestamp::from_unix_number(number)
            .map_err(|_| E::invalid_value(Unexpected::Float(number), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Timestamp, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Timestamp, A::Error> {
        match map.next_key::<String>()? {
            Some(key) if key == ARBITRARY_PRECISION_KEY => {
                let number = map.next_value::<String>()?;
                match number.parse() {
                    Ok(number) => self.visit_i64(number),
                    Err(_) => self.visit_str(&number),
                }
            }
            Some(key) if key == TOML_KEY => self.visit_str(&map.next_value::<String>()?),
            _ => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<Timestamp, A::Error> {
        match variant.variant::<String>()? {
            (name, fields) if name == CBOR_TAGGED => fields.tuple_variant(2, Tagged),
            _ => Err(A::Error::invalid_type(Unexpected::Enum, &self)),
        }
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Timestamp, D::Error> {
        from.deserialize_any(MessagePackExtension)
    }
}
