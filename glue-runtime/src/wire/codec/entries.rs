//! The types of maps that members have.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use serde_core::de::DeserializeOwned;
use serde_core::ser::Serialize;

/// A map whose entries are read and written one by one.
pub(super) trait Entries: Default {
    type Key: Serialize + DeserializeOwned;
    type Value;

    fn length(&self) -> usize;

    fn entries(&self) -> impl Iterator<Item = (&Self::Key, &Self::Value)>;

    /// Adds an entry. The last value of a key stays.
    fn put(&mut self, key: Self::Key, value: Self::Value);
}

macro_rules! entries {
    ($map:ty, $($bound:ident)+) => {
        impl<K: Serialize + DeserializeOwned $(+ $bound)+, V> Entries for $map {
            type Key = K;
            type Value = V;

            fn length(&self) -> usize {
                self.len()
            }

            fn entries(&self) -> impl Iterator<Item = (&K, &V)> {
                self.iter()
            }

            fn put(&mut self, key: K, value: V) {
                self.insert(key, value);
            }
        }
    };
}

entries! { BTreeMap<K, V>, Ord }
entries! { HashMap<K, V>, Eq Hash }
#[cfg(feature = "indexmap")]
entries! { indexmap::IndexMap<K, V>, Eq Hash }
