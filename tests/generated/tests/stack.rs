//! What values take of the stack that nest as deep as serde_json reads.
//!
//! WAF's statements are the largest types of AWS's that hold themselves; `cargo xtask stack` measures
//! all that do.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Debug;
use std::thread;

use generated_tests::statements::{GetRuleGroupResponse, Statement};
use generated_tests::{folders, nesting, recursion};
use glue_runtime::{CommandLine, Validate};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// What a thread of Rust has, and half of what the main thread of a program on Windows has.
const STACK: usize = if cfg!(debug_assertions) { 2 << 20 } else { 512 << 10 };

/// One less than serde_json's limit, which is an error when it is reached.
const LEVELS: usize = 127;

/// Does everything with a value that is read from JSON, on a small stack.
fn assert_fits<T>(json: String)
where
    T: DeserializeOwned + Serialize + Validate + Clone + PartialEq + Debug,
{
    let everything = move || {
        let value: T = serde_json::from_str(&json).unwrap();
        let copy = value.clone();
        assert!(copy == value);
        assert!(format!("{value:?}").len() < format!("{value:#?}").len());
        let written = serde_json::to_string(&value).unwrap();
        assert_eq!(written, json);
        assert_eq!(serde_json::to_string(&CommandLine(&value)).unwrap(), json);
        drop(copy);
        let _ = value.validate();
    };
    thread::Builder::new().stack_size(STACK).spawn(everything).unwrap().join().unwrap();
}

/// Something around itself, as often as `levels` has room for what is `deep`.
fn around(open: &str, close: &str, deep: usize, levels: usize) -> (String, String) {
    (open.repeat(levels / deep), close.repeat(levels / deep))
}

#[test]
fn statements_nest_as_deep_as_serde_json_reads() {
    let limited =
        r#"{"RateBasedStatement":{"Limit":1,"AggregateKeyType":"IP","ScopeDownStatement":"#;
    let managed =
        r#"{"ManagedRuleGroupStatement":{"VendorName":"x","Name":"x","ScopeDownStatement":"#;
    for (open, close, deep) in [
        (r#"{"NotStatement":{"Statement":"#, "}}", 2),
        (r#"{"AndStatement":{"Statements":["#, "]}}", 3),
        (r#"{"OrStatement":{"Statements":["#, "]}}", 3),
        (limited, "}}", 2),
        (managed, "}}", 2),
    ] {
        let (before, behind) = around(open, close, deep, LEVELS - 1);
        let statement = format!("{before}{{}}{behind}");
        assert_fits::<Statement>(statement.clone());
        assert_fits::<folders::statements::Statement>(statement);
        let (before, behind) = around(open, close, deep, LEVELS - 4);
        let group = format!(r#"{{"Rules":[{{"Statement":{before}{{}}{behind}}}]}}"#);
        assert_fits::<GetRuleGroupResponse>(group);
    }
}

#[test]
fn values_nest_one_level_more_than_serde_json_reads() {
    let (before, behind) = around(r#"{"NotStatement":{"Statement":"#, "}}", 2, LEVELS + 1);
    let error = serde_json::from_str::<Statement>(&format!("{before}{{}}{behind}")).unwrap_err();
    assert!(error.to_string().starts_with("recursion limit exceeded"), "{error}");
}

#[test]
fn a_statement_takes_no_room_for_what_it_is_not() {
    assert!(size_of::<Statement>() <= 512);
}

#[test]
fn filters_and_chains_nest_as_deep() {
    let (before, behind) = around(r#"{"Not":"#, "}", 1, LEVELS - 1);
    assert_fits::<recursion::Filter>(format!("{before}{{}}{behind}"));
    let (before, behind) = around(r#"{"Either":{"Left":"#, "}}", 2, LEVELS - 1);
    let json = format!("{before}{{}}{behind}");
    assert_fits::<recursion::Filter>(json);
    let (before, behind) = around(r#"{"Next":"#, "}", 1, LEVELS - 1);
    assert_fits::<nesting::Boxed0>(format!("{before}{{}}{behind}"));
    let (before, behind) = around(r#"{"Next":"#, "}", 1, 48);
    assert_fits::<nesting::Plain0>(format!("{before}{{}}{behind}"));
}

#[test]
fn the_deepest_nesting_reads_writes_and_drops() {
    let nest = |levels: usize, wrap: fn(Value) -> Value| {
        let innermost = json!({"Text": "deep"});
        (1..levels).fold(innermost, |inner, _| json!({"Next": wrap(inner), "Text": "text"}))
    };
    let value = json!({
        "Plain": nest(49, |inner| inner),
        "Boxed": nest(98, |inner| inner),
        "List": nest(32, |inner| json!([inner])),
        "Map": nest(24, |inner| json!({"key": [inner]})),
    });
    let nested: nesting::Nested = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(&nested).unwrap(), value);
}
