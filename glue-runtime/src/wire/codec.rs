//! [`Codec`], a form in which values travel. It may differ from the type's own serde form.

use std::marker::PhantomData;

use serde_core::de::Deserializer;
use serde_core::ser::{Serialize, Serializer};

use super::held::Held;
use super::place::Place;

/// Implements [`Codec::read_into`] with the visitor that [`Codec::read`] has.
macro_rules! read_into {
    ($value:ty: $visitor:expr) => {
        fn read_into<'de, D: Deserializer<'de>, P: $crate::wire::Place<Value = $value>>(
            from: D,
            place: &mut P,
        ) -> Result<(), D::Error> {
            from.deserialize_any($crate::wire::OrRedacted::new($visitor, place))
        }
    };
}

/// Implements [`Codec::read_into`] as the type itself does.
macro_rules! read_into_held {
    ($value:ty) => {
        fn read_into<'de, D: Deserializer<'de>, P: $crate::wire::Place<Value = $value>>(
            from: D,
            place: &mut P,
        ) -> Result<(), D::Error> {
            <$value>::read_into(from, place)
        }
    };
}

#[cfg(feature = "bytes")]
mod base64;
mod collections;
mod entries;
mod float;
mod foreign;
mod integer;
mod json;
mod sensitive;
mod single;
#[cfg(any(feature = "jiff", feature = "chrono", feature = "time"))]
mod time;
mod timestamp;

#[cfg(feature = "bytes")]
pub use base64::Base64;
pub use collections::{List, Map, SparseList, SparseMap};
pub use float::Float;
pub use foreign::{Foreign, replacement, validated_replacement};
pub use integer::Integer;
#[cfg(feature = "aws-smithy-types")]
pub(crate) use json::{Encoded as PercentEncoded, decoded};
pub use json::{EncodedJson, Json};
pub use sensitive::Sensitive;
pub use single::Single;
#[cfg(all(
    feature = "aws-smithy-types",
    any(feature = "jiff", feature = "chrono", feature = "time")
))]
pub(crate) use time::Time;
pub use timestamp::{DateTime, EpochSeconds, HttpDate};

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

impl<T: Held> Codec<T> for Plain {
    read_into_held!(T);

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        T::deserialize(from)
    }

    fn write<S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        value.serialize(to)
    }
}

/// A value together with the form to write it in.
pub(crate) struct Encoded<'a, C, T>(&'a T, PhantomData<C>);

impl<'a, C, T> Encoded<'a, C, T> {
    pub(crate) fn new(value: &'a T) -> Self {
        Self(value, PhantomData)
    }
}

impl<C: Codec<T>, T> Serialize for Encoded<'_, C, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        C::write(self.0, to)
    }
}
