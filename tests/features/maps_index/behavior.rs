//! Maps as `indexmap::IndexMap`, which keep the order of a document.

#[path = "maps.rs"]
#[allow(clippy::duplicate_mod, reason = "the same tests, with each type of map")]
mod maps;

use generated_tests::maps_index as generated;
use glue_runtime::{CommandLine, Operation};
use indexmap::IndexMap;

use self::generated::{Kind, Put, Shelf};
use crate::http;

type Map<K, V> = IndexMap<K, V>;

const ORDERED: &str = r#"{"Labels":{"z":"1","a":"2","m":"3"},"Counts":{"b":1,"a":2},"Gaps":{"y":null,"x":"1"},"Kinds":{"two":"one","one":"two"},"Nested":{"q":{"d":1,"c":2},"p":{}}}"#;

#[test]
fn the_order_of_a_document_is_kept() {
    let shelf: Shelf = serde_json::from_str(ORDERED).unwrap();
    let keys: Vec<&str> = shelf.labels.iter().flatten().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["z", "a", "m"]);
    let kinds: Vec<&Kind> = shelf.kinds.iter().flatten().map(|(key, _)| key).collect();
    assert_eq!(kinds, [&Kind::Two, &Kind::One]);
    assert_eq!(serde_json::to_string(&shelf).unwrap(), ORDERED);
    assert_eq!(serde_json::to_string(&CommandLine(&shelf)).unwrap(), ORDERED);
    assert_eq!(String::from_utf8(Put::request(&shelf).unwrap().body).unwrap(), ORDERED);
    let mut answer = http::output::<Put>(http::NONE, ORDERED);
    assert_eq!(answer.headers.take(), Some(Map::new()));
    assert_eq!(serde_json::to_string(&answer).unwrap(), ORDERED);
}

#[test]
fn a_repeated_key_stays_where_it_was() {
    let shelf: Shelf = serde_json::from_str(r#"{"Counts":{"b":1,"a":2,"b":3}}"#).unwrap();
    assert_eq!(serde_json::to_string(&shelf).unwrap(), r#"{"Counts":{"b":3,"a":2}}"#);
}
