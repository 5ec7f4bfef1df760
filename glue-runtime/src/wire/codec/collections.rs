//! Lists and maps, which may hold nulls or not.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_core::ser::{SerializeMap, SerializeSeq, Serializer};

use super::entries::Entries;
use super::{Codec, Encoded, Plain};
use crate::wire::refusal::refuse_text;
use crate::wire::seed::PlaceSeed;

/// A list without nulls; nulls that are read are dropped.
pub struct List<C = Plain>(PhantomData<C>);
/// A list in which entries may be null.
pub struct SparseList<C = Plain>(PhantomData<C>);
/// A map without nulls; entries that are read with one are dropped.
pub struct Map<C = Plain>(PhantomData<C>);
/// A map in which values may be null.
pub struct SparseMap<C = Plain>(PhantomData<C>);

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

impl<C: Codec<M::Value>, M: Entries> Codec<M> for Map<C> {
    read_into!(M: MapVisitor::<C, M>(PhantomData));

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<M, D::Error> {
        from.deserialize_map(MapVisitor::<C, M>(PhantomData))
    }

    fn write<S: Serializer>(value: &M, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(value.length()))?;
        for (key, value) in value.entries() {
            map.serialize_entry(key, &Encoded::<C, M::Value>::new(value))?;
        }
        map.end()
    }
}

impl<C: Codec<T>, M: Entries<Value = Option<T>>, T> Codec<M> for SparseMap<C> {
    read_into!(M: SparseMapVisitor::<C, M>(PhantomData));

    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<M, D::Error> {
        from.deserialize_map(SparseMapVisitor::<C, M>(PhantomData))
    }

    fn write<S: Serializer>(value: &M, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(value.length()))?;
        for (key, value) in value.entries() {
            map.serialize_entry(key, &value.as_ref().map(Encoded::<C, T>::new))?;
        }
        map.end()
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

struct MapVisitor<C, M>(PhantomData<(C, M)>);

impl<'de, C: Codec<M::Value>, M: Entries> Visitor<'de> for MapVisitor<C, M> {
    type Value = M;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    refuse_text!();

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<M, A::Error> {
        let mut entries = M::default();
        while let Some(key) = map.next_key::<M::Key>()? {
            let mut value = None;
            map.next_value_seed(PlaceSeed::<C, _>::new(&mut value))?;
            if let Some(value) = value {
                entries.put(key, value);
            }
        }
        Ok(entries)
    }
}

struct SparseMapVisitor<C, M>(PhantomData<(C, M)>);

impl<'de, C, M, T> Visitor<'de> for SparseMapVisitor<C, M>
where
    C: Codec<T>,
    M: Entries<Value = Option<T>>,
{
    type Value = M;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    refuse_text!();

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<M, A::Error> {
        let mut entries = M::default();
        while let Some(key) = map.next_key::<M::Key>()? {
            let mut value = None;
            map.next_value_seed(PlaceSeed::<C, _>::new(&mut value))?;
            entries.put(key, value);
        }
        Ok(entries)
    }
}
