//! The forms in which values travel where a type's own serde form is not the one.

use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::held::Held;
use super::place::Place;
use super::redaction::OrRedacted;
use crate::timestamp::{Timestamp, TimestampFormat};

/// Implements [`Codec::read_into`] with the visitor that [`Codec::read`] has.
macro_rules! read_into {
    ($value:ty: $visitor:expr) => {
        fn read_into<'de, D: Deserializer<'de>, P: Place<Value = $value>>(
            from: D,
            place: &mut P,
        ) -> Result<(), D::Error> {
            from.deserialize_any(OrRedacted::new($visitor, place))
        }
    };
}

mod collection;
mod float;
mod integer;
mod json;
mod sensitive;
mod single;

pub use collection::{List, Map, SparseList, SparseMap};
pub use float::Float;
pub use integer::Integer;
#[cfg(feature = "aws-smithy-types")]
pub(crate) use json::{Encoded as PercentEncoded, decoded};
pub use json::{EncodedJson, Json};
pub use sensitive::Sensitive;
pub use single::Single;

/// A form in which values of `T` travel. Codecs are types without values and nest, as in
/// `List<Float>`.
pub trait Codec<T> {
    /// Reads a value.
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<T, D::Error>;
    /// Writes a value.
    fn write<S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error>;

    /// Reads a value into its place. A redaction leaves it as it is, if the value is not a string.
    fn read_into<'de, D: Deserializer<'de>, P: Place<Value = T>>(
        from: D,
        place: &mut P,
    ) -> Result<(), D::Error> {
        place.put(Self::read(from)?);
        Ok(())
    }
}

/// The type's own form.
pub struct Plain;
/// A timestamp as `2024-05-01T12:00:00Z`.
pub struct DateTime;
/// A timestamp as `Wed, 01 May 2024 12:00:00.123 GMT`; on the wire without the fraction.
pub struct HttpDate;
/// A timestamp as a number of seconds since 1970.
pub struct EpochSeconds;

/// Implements [`Codec::read_into`] as the type itself does.
macro_rules! read_into_held {
    ($value:ty) => {
        fn read_into<'de, D: Deserializer<'de>, P: Place<Value = $value>>(
            from: D,
            place: &mut P,
        ) -> Result<(), D::Error> {
            <$value>::read_into(from, place)
        }
    };
}

impl<T: Held> Codec<T> for Plain {
    read_into_held!(T);

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        T::deserialize(from)
    }

    fn write<S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }
}

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

/// A value together with the form to write it in.
pub(super) struct Encoded<'a, C, T>(&'a T, PhantomData<C>);

impl<'a, C, T> Encoded<'a, C, T> {
    pub(super) fn new(value: &'a T) -> Self {
        Self(value, PhantomData)
    }
}

impl<C: Codec<T>, T> Serialize for Encoded<'_, C, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        C::write(self.0, to)
    }
}
