//! The forms of timestamps in the types of date crates.

use serde_core::de::{Deserialize, Deserializer, Error as _};
use serde_core::ser::{Error as _, Serializer};

use super::{Codec, DateTime, EpochSeconds, HttpDate};
use crate::timestamp::{OutOfRange, Timestamp};
use crate::wire::converted::read_converted;
use crate::wire::place::Place;

/// A date crate's type of points in time.
pub(crate) trait Time: Sized {
    /// The type's value for a timestamp, if it has one.
    fn from_timestamp(timestamp: Timestamp) -> Result<Self, OutOfRange>;

    /// The timestamp for a value, if there is one.
    fn timestamp(&self) -> Result<Timestamp, OutOfRange>;
}

#[cfg(feature = "jiff")]
impl Time for jiff::Timestamp {
    fn from_timestamp(timestamp: Timestamp) -> Result<Self, OutOfRange> {
        timestamp.try_into()
    }

    fn timestamp(&self) -> Result<Timestamp, OutOfRange> {
        (*self).try_into()
    }
}

#[cfg(feature = "chrono")]
impl Time for chrono::DateTime<chrono::Utc> {
    fn from_timestamp(timestamp: Timestamp) -> Result<Self, OutOfRange> {
        Ok(timestamp.into())
    }

    /// The conversion between the types makes a leap second the second that follows it. Here it is
    /// an error, because writing a value must not change it.
    fn timestamp(&self) -> Result<Timestamp, OutOfRange> {
        match self.timestamp_subsec_nanos() {
            0..1_000_000_000 => (*self).try_into(),
            _ => Err(OutOfRange::LEAP_SECOND),
        }
    }
}

#[cfg(feature = "time")]
impl Time for time::OffsetDateTime {
    fn from_timestamp(timestamp: Timestamp) -> Result<Self, OutOfRange> {
        Ok(timestamp.into())
    }

    fn timestamp(&self) -> Result<Timestamp, OutOfRange> {
        (*self).try_into()
    }
}

macro_rules! forms {
    ($($codec:ident)*) => {
        $(impl<T: Time> Codec<T> for $codec {
            fn read<'de, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
                T::from_timestamp(Timestamp::deserialize(from)?).map_err(D::Error::custom)
            }

            fn read_into<'de, D: Deserializer<'de>, P: Place<Value = T>>(
                from: D,
                place: &mut P,
            ) -> Result<(), D::Error> {
                read_converted(from, place, T::from_timestamp)
            }

            fn write<S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
                <Self as Codec<Timestamp>>::write(&value.timestamp().map_err(S::Error::custom)?, to)
            }
        })*
    };
}

forms! { EpochSeconds DateTime HttpDate }
