//! Maps that are not in the order of their keys.

use glue_runtime::{Operation, Validate};
use serde_json::json;

use super::Map;
use super::generated::{Choice, Item, Kind, Put, Shelf};
use crate::http;
use crate::support::{assert_round_trip, paths, read, read_error, violations};

fn labels(entries: &[(&str, &str)]) -> Map<String, String> {
    entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn counts(entries: &[(&str, i32)]) -> Map<String, i32> {
    entries.iter().map(|(key, value)| ((*key).to_owned(), *value)).collect()
}

#[test]
fn maps_read_and_write() {
    let value = json!({
        "Labels": {"a": "1", "b": "2"},
        "Counts": {"a": 1},
        "Gaps": {"a": null, "b": "x"},
        "Kinds": {"one": "two", "three": "four"},
        "Nested": {"a": {"b": 1}},
        "Items": {"a": {"Name": "n"}},
        "Distinct": [{"a": 1}, {"a": 2}],
        "Choice": {"Labels": {"a": "b"}},
        "Ratios": {"a": "NaN", "b": 0.5},
    });
    let mut equal = value.clone();
    equal["Ratios"] = json!({"b": 0.5});
    assert_round_trip::<Shelf>(value);
    let shelf = Shelf::default()
        .with_labels(labels(&[("b", "2"), ("a", "1")]))
        .with_counts(counts(&[("a", 1)]))
        .with_gaps([("a".to_owned(), None), ("b".to_owned(), Some("x".to_owned()))].into())
        .with_kinds([(Kind::One, Kind::Two), (Kind::from("three"), Kind::from("four"))].into())
        .with_nested([("a".to_owned(), counts(&[("b", 1)]))].into())
        .with_items([("a".to_owned(), Item::default().with_name("n"))].into())
        .with_distinct(vec![counts(&[("a", 1)]), counts(&[("a", 2)])])
        .with_choice(Choice::Labels(labels(&[("a", "b")])))
        .with_ratios([("b".to_owned(), 0.5)].into());
    assert_eq!(read::<Shelf>(equal), shelf);
}

#[test]
fn nulls_and_redactions_of_maps() {
    let value =
        json!({"Labels": {"a": null, "b": "c"}, "Counts": "HIDDEN_DUE_TO_SECURITY_REASONS"});
    assert_eq!(read::<Shelf>(value), Shelf::default().with_labels(labels(&[("b", "c")])));
    let error = read_error::<Shelf>(&json!({"Counts": [1]}));
    assert!(error.starts_with("invalid type: sequence, expected an object"), "{error}");
}

#[test]
fn entries_are_checked() {
    let shelf = Shelf::default()
        .with_labels(labels(&[("long key", "long value")]))
        .with_gaps([("a".to_owned(), Some("long value".to_owned())), ("b".to_owned(), None)].into())
        .with_secrets(labels(&[("hidden", "long value")]))
        .with_items([("a".to_owned(), Item::default())].into());
    assert_eq!(
        paths(&shelf),
        ["/Labels", "/Labels/long key", "/Gaps/a", "/Secrets/*", "/Items/a/Name"],
    );
    let too_many = labels(&[("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")]);
    assert_eq!(
        violations(&Shelf::default().with_labels(too_many)),
        ["Value with length 4 at '/Labels' failed to satisfy constraint: Member must have length \
          less than or equal to 3"],
    );
    let shelf = Shelf::default().with_kinds([(Kind::One, Kind::from("new"))].into());
    assert_eq!(shelf.validate(), Ok(()));
    assert!(shelf.validate_strict().is_err());
}

#[test]
fn equal_maps_are_one_value_in_any_order() {
    // Many entries, so that two maps with the same ones have them in different orders.
    let names: Vec<String> = (0..50).map(|number| format!("n{number}")).collect();
    let forward: Map<String, i32> = names.iter().map(|name| (name.clone(), 1)).collect();
    let backward: Map<String, i32> = names.iter().rev().map(|name| (name.clone(), 1)).collect();
    assert_eq!(forward, backward);
    let distinct = |maps: Vec<Map<String, i32>>| paths(&Shelf::default().with_distinct(maps));
    assert_eq!(distinct(vec![forward.clone(), backward.clone()]), ["/Distinct"]);
    let mut other = backward.clone();
    other.insert("n7".to_owned(), 2);
    assert_eq!(distinct(vec![forward.clone(), other]), [""; 0]);
    // Keys and values that trade places are another map.
    let crossed = [counts(&[("a", 1), ("b", 2)]), counts(&[("a", 2), ("b", 1)])];
    assert_eq!(distinct(crossed.into()), [""; 0]);

    let item = |map: &Map<String, i32>| {
        let labels = map.keys().map(|key| (key.clone(), "1".to_owned())).collect();
        Item::default().with_name("n").with_labels(labels)
    };
    let shelf = Shelf::default().with_distinct_items(vec![item(&forward), item(&backward)]);
    assert!(paths(&shelf).contains(&"/DistinctItems".to_owned()));
}

#[test]
fn prefix_headers_are_a_map() {
    let shelf = Shelf::default().with_headers(labels(&[("One", "1"), ("Two", "2")]));
    let request = Put::request(&shelf).unwrap();
    let mut headers = http::headers(&request);
    headers.retain(|(name, _)| name.starts_with("X-Meta-"));
    headers.sort_unstable();
    assert_eq!(headers, [("X-Meta-One", "1"), ("X-Meta-Two", "2")]);
    let answer = http::output::<Put>(&headers, "{}");
    assert_eq!(answer.headers.map(|map| map.len()), Some(2));
}
