//! The forms of timestamps.

use serde_core::de::{Deserialize, Deserializer};
use serde_core::ser::{Serialize, Serializer};

use super::Codec;
use crate::timestamp::{Timestamp, TimestampFormat};
use crate::wire::held::Held;

/// A timestamp as `2024-05-01T12:00:00Z`.
pub struct DateTime;
/// A timestamp as `Wed, 01 May 2024 12:00:00.123 GMT`; on the wire without the fraction.
pub struct HttpDate;
/// A timestamp as a number of seconds since 1970.
pub struct EpochSeconds;

impl Codec<Timestamp> for EpochSeconds {
    read_into_held!(Timestamp);

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
        Timestamp::deserialize(from)
    }

    fn write<S: Serializer>(value: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }
}

impl Codec<Timestamp> for DateTime {
    read_into_held!(Timestamp);

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
        Timestamp::deserialize(from)
    }

    fn write<S: Serializer>(value: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
        value.write_text(TimestampFormat::DateTime, to)
    }
}

impl Codec<Timestamp> for HttpDate {
    read_into_held!(Timestamp);

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
        Timestamp::deserialize(from)
    }

    fn write<S: Serializer>(value: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
        value.write_http_date(to)
    }
}
