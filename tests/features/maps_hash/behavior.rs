//! Maps as `std::collections::HashMap`.

#[path = "../maps_index/maps.rs"]
#[allow(clippy::duplicate_mod, reason = "the same tests, with each type of map")]
mod maps;

use std::collections::HashMap;

use generated_tests::maps_hash as generated;

type Map<K, V> = HashMap<K, V>;
