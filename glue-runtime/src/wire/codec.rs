//! The forms in which values travel where a type's own serde form is not the one.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_core::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::held::Held;
use super::redaction::OrRedacted;
use super::refusal::refuse_text;
use super::seed::{Place, PlaceSeed};
use crate::{Timestamp, TimestampFormat};

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

mod float;
mod integer;
mod json;
mod sensitive;
mod single;

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
/// A list without nulls; those that come are dropped.
pub struct List<C = Plain>(PhantomData<C>);
/// A list in which entries may be null.
pub struct SparseList<C = Plain>(PhantomData<C>);
/// A map without nulls; entries with one are dropped.
pub struct Map<C = Plain>(PhantomData<C>);
/// A map in which values may be null.
pub struct SparseMap<C = Plain>(PhantomData<C>);
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

impl<C: Codec<T>, T> Codec<Vec<T>> for List<C> {
    read_into!(Vec<T>: ListVisitor::<C, T>(PhantomData));

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<T>, D::Error> {
        from.deserialize_seq(ListVisitor::<C, T>(PhantomData))
    }

    fn write<S: Serializer>(value: &Vec<T>, to: S) -> Result<S::Ok, S::Error> {
        let mut list = to.serialize_seq(Some(value.len()))?;
        for entry in value {
            list.serialize_element(&Encoded::<C, T>::new(entry))?;
        }
        list.end()
    }
}

impl<C: Codec<T>, T> Codec<Vec<Option<T>>> for SparseList<C> {
    read_into!(Vec<Option<T>>: SparseListVisitor::<C, T>(PhantomData));

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Option<T>>, D::Error> {
        from.deserialize_seq(SparseListVisitor::<C, T>(PhantomData))
    }

    fn write<S: Serializer>(value: &Vec<Option<T>>, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(value.iter().map(|entry| entry.as_ref().map(Encoded::<C, T>::new)))
    }
}

impl<C: Codec<T>, K: Serialize + DeserializeOwned + Ord, T> Codec<BTreeMap<K, T>> for Map<C> {
    read_into!(BTreeMap<K, T>: MapVisitor::<C, K, T>(PhantomData));

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<K, T>, D::Error> {
        from.deserialize_map(MapVisitor::<C, K, T>(PhantomData))
    }

    fn write<S: Serializer>(value: &BTreeMap<K, T>, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(value.len()))?;
        for (key, value) in value {
            map.serialize_entry(key, &Encoded::<C, T>::new(value))?;
        }
        map.end()
    }
}

impl<C: Codec<T>, K, T> Codec<BTreeMap<K, Option<T>>> for SparseMap<C>
where
    K: Serialize + DeserializeOwned + Ord,
{
    read_into!(BTreeMap<K, Option<T>>: SparseMapVisitor::<C, K, T>(PhantomData));

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<K, Option<T>>, D::Error> {
        from.deserialize_map(SparseMapVisitor::<C, K, T>(PhantomData))
    }

    fn write<S: Serializer>(value: &BTreeMap<K, Option<T>>, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(
            value.iter().map(|(key, value)| (key, value.as_ref().map(Encoded::<C, T>::new))),
        )
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

struct ListVisitor<C, T>(PhantomData<(C, T)>);

impl<'de, C: Codec<T>, T> Visitor<'de> for ListVisitor<C, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    refuse_text!();

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut entries = Vec::new();
        while list.next_element_seed(PlaceSeed::<C, _>::new(&mut entries))?.is_some() {}
        Ok(entries)
    }
}

struct SparseListVisitor<C, T>(PhantomData<(C, T)>);

impl<'de, C: Codec<T>, T> Visitor<'de> for SparseListVisitor<C, T> {
    type Value = Vec<Option<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    refuse_text!();

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Option<T>>, A::Error> {
        let mut entries = Vec::new();
        let mut entry = None;
        while list.next_element_seed(PlaceSeed::<C, _>::new(&mut entry))?.is_some() {
            entries.push(entry.take());
        }
        Ok(entries)
    }
}

struct MapVisitor<C, K, T>(PhantomData<(C, K, T)>);

impl<'de, C: Codec<T>, K: Deserialize<'de> + Ord, T> Visitor<'de> for MapVisitor<C, K, T> {
    type Value = BTreeMap<K, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    refuse_text!();

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<BTreeMap<K, T>, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(key) = map.next_key::<K>()? {
            let mut value = None;
            map.next_value_seed(PlaceSeed::<C, _>::new(&mut value))?;
            if let Some(value) = value {
                entries.insert(key, value);
            }
        }
        Ok(entries)
    }
}

struct SparseMapVisitor<C, K, T>(PhantomData<(C, K, T)>);

impl<'de, C: Codec<T>, K: Deserialize<'de> + Ord, T> Visitor<'de> for SparseMapVisitor<C, K, T> {
    type Value = BTreeMap<K, Option<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    refuse_text!();

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(key) = map.next_key::<K>()? {
            let mut value = None;
            map.next_value_seed(PlaceSeed::<C, _>::new(&mut value))?;
            entries.insert(key, value);
        }
        Ok(entries)
    }
}
