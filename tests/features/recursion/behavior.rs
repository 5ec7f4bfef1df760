//! Types that hold themselves: how deep they read and are checked.

use generated_tests::recursion;
use serde_json::json;

use crate::support::{assert_round_trip, read, violations};

#[test]
fn recursive_types_nest() {
    let value = json!({"Filter": {
        "Not": {"And": [{"Either": {"Name": "x"}}, {"By": {"k": {"Not": {}}}}]},
        "Either": {"Left": {"Not": {}}},
    }});
    assert_round_trip::<recursion::Query>(value);
    let looped: recursion::Loop = read(json!({"Next": {"Back": {}}}));
    assert!(looped.next.unwrap().back.unwrap().next.is_none());
}

#[test]
fn json_that_nests_too_deeply_is_an_error() {
    let text = format!(
        "{}{}{}",
        r#"{"Filter":"#.to_owned() + &r#"{"Not":"#.repeat(10_000),
        "{}",
        "}".repeat(10_001)
    );
    let error = serde_json::from_str::<recursion::Query>(&text).unwrap_err();
    assert!(error.to_string().starts_with("recursion limit exceeded"), "{error}");
}

#[test]
fn values_that_nest_too_deeply_are_reported_not_followed() {
    let mut filter = recursion::Filter::default();
    for _ in 0..1_000 {
        filter = recursion::Filter::default().with_not(filter);
    }
    let found = violations(&recursion::Query::default().with_filter(filter));
    assert_eq!(found.len(), 1);
    assert!(found[0].ends_with("Member must be nested at most 256 levels deep"), "{}", found[0]);
}
