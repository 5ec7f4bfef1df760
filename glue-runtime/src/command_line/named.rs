//! Members' names in place of their keys.

use serde_core::ser::{Serialize, SerializeMap, Serializer};

use super::names::Names;
use super::printer::{Printer, is_wanted};

/// Writes the members of a structure under their names.
pub(crate) struct Named<M> {
    map: M,
    names: Names,
}

impl<M> Named<M> {
    /// Takes the structure's keys, and the names of the members whose names differ from them.
    pub(crate) fn new(
        map: M,
        keys: &'static [&'static str],
        names: &'static [(&'static str, usize)],
    ) -> Self {
        Self { map, names: Names { keys, names } }
    }
}

impl<M: SerializeMap> SerializeMap for Named<M> {
    type Ok = M::Ok;
    type Error = M::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), M::Error> {
        self.map.serialize_key(&Key { key, names: self.names })
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), M::Error> {
        self.map.serialize_value(value)
    }

    fn serialize_entry<K: Serialize + ?Sized, V: Serialize + ?Sized>(
        &mut self,
        key: &K,
        value: &V,
    ) -> Result<(), M::Error> {
        self.map.serialize_entry(&Key { key, names: self.names }, value)
    }

    fn end(self) -> Result<M::Ok, M::Error> {
        self.map.end()
    }
}

/// A member's key, to be written as its name.
struct Key<'a, T: ?Sized> {
    key: &'a T,
    names: Names,
}

impl<T: Serialize + ?Sized> Serialize for Key<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.key.serialize(Printer::new(to, self.names))
    }
}

/// The key or the name of a union's member, by the form that the serializer is for.
pub(crate) fn key_or_name<S: Serializer>(
    to: &S,
    key: &'static str,
    name: &'static str,
) -> &'static str {
    if is_wanted(to) { name } else { key }
}
