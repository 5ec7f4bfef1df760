//! What checking a value costs where nothing is wrong with it: no allocation.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use allocation_counter::measure;
use generated_tests::{collections, constraints, java_patterns, secrets, smithy, unions};
use glue_runtime::Validate;

fn assert_no_allocation(value: &impl Validate) {
    let allocations = measure(|| value.validate().unwrap());
    assert_eq!(allocations.count_total, 0);
}

#[test]
fn valid_values_cost_no_allocation() {
    let names = || vec!["a".to_owned(), "b".to_owned()];
    assert_no_allocation(
        &constraints::CheckShape::default()
            .with_name("abc")
            .with_age(1)
            .with_share(0.75)
            .with_day("Sun:10")
            .with_digits("1234567890")
            .with_names(names()),
    );
    let item = |name: &str| collections::Item::default().with_name(name);
    assert_no_allocation(
        &collections::Everything::default()
            .with_names(names())
            .with_sparse(vec![None, Some("a".into())])
            .with_lookup([("k".into(), item("a"))].into())
            .with_matrix(vec![vec![0.5]]),
    );
    assert_no_allocation(
        &smithy::PutBookInput::default().with_id("1").with_title("t").with_tags(names()),
    );
    let value: unions::Value = serde_json::from_str(r#"{"text":"abc"}"#).unwrap();
    assert_no_allocation(&value);
}

#[test]
fn no_pattern_costs_an_allocation() {
    let recorded = include_str!("../../../glue-pattern/tests/data/verdicts.json");
    let mut recorded: serde_json::Value = serde_json::from_str(recorded).unwrap();
    let recorded: Vec<(String, Vec<String>, Vec<String>)> =
        serde_json::from_value(recorded["verdicts"].take()).unwrap();
    let mut values = 0;
    for (index, (_, matching, _)) in recorded.iter().enumerate() {
        for text in matching {
            let json = serde_json::json!({format!("P{index}"): text});
            let texts: java_patterns::Texts = serde_json::from_value(json).unwrap();
            assert_no_allocation(&texts);
            values += 1;
        }
    }
    assert!(values > 500, "{values}");
}

#[test]
fn memory_for_violations_is_bounded() {
    // Two violations under each of 2,000 keys of 3,000 characters: twelve megabytes of paths.
    let entries = (0..2_000).map(|number| (format!("{number}{}", "k".repeat(3_000)), "1".into()));
    let everything = secrets::Everything::default().with_by_name(entries.collect());
    let allocations = measure(|| drop(everything.validate().unwrap_err()));
    assert!(allocations.bytes_max < 2_000_000, "{} bytes", allocations.bytes_max);
    assert!(allocations.count_total < 10_000, "{} allocations", allocations.count_total);
}

#[test]
fn a_broken_value_is_where_allocation_begins() {
    let broken = constraints::CheckShape::default();
    let allocations = measure(|| drop(broken.validate()));
    assert!(allocations.count_total > 0);
}
