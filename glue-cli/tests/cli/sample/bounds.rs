//! Lengths and ranges: random values are within them, and at them now and then.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::lines;
use super::toy::{run, run_smithy};
use crate::support::Run;

/// Three hundred questions whose member is of this shape.
fn members(shape: &Value, arguments: &[&str]) -> Vec<Value> {
    let shapes = json!({
        "Question": {"type": "structure", "required": ["a"], "members": {"a": {"shape": "A"}}},
        "A": shape,
        "Word": {"type": "string", "enum": ["one", "two", "three"]},
    });
    let arguments = [&["--operation", "Ask", "--count", "300"], arguments].concat();
    let Run { code, stdout, stderr } = run(&shapes, &arguments);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{shape}");
    lines(&stdout).into_iter().map(|line| line["a"].clone()).collect()
}

#[test]
fn numbers() {
    let shapes = [
        (json!({"type": "integer", "min": -3, "max": 9000}), -3, 9000),
        (json!({"type": "long", "min": i64::MIN, "max": i64::MAX}), i64::MIN, i64::MAX),
        (json!({"type": "integer", "min": 7, "max": 7}), 7, 7),
    ];
    for (shape, min, max) in shapes {
        let numbers: BTreeSet<i64> =
            members(&shape, &[]).iter().map(|number| number.as_i64().unwrap()).collect();
        assert_eq!((numbers.first(), numbers.last()), (Some(&min), Some(&max)));
    }
    let fractions = members(&json!({"type": "double", "min": 0.5, "max": 0.75}), &[]);
    let fractions: BTreeSet<String> = fractions.iter().map(ToString::to_string).collect();
    assert!(fractions.contains("0.5") && fractions.contains("0.75"), "{fractions:?}");
    for far in [json!({"type": "double", "min": -1e308, "max": 1e308}), json!({"type": "double"})] {
        let numbers = members(&far, &[]);
        let numbers: Vec<f64> = numbers.iter().map(|number| number.as_f64().unwrap()).collect();
        let count = |is_fit: fn(&f64) -> bool| numbers.iter().filter(|one| is_fit(one)).count();
        let distinct: BTreeSet<u64> = numbers.iter().map(|number| number.to_bits()).collect();
        assert!(distinct.len() > 150, "{numbers:?}");
        assert!(count(|number| number.abs() <= 1e3) > 150, "{numbers:?}");
        assert!(count(|number| number.abs() > 1e6) > 10, "{numbers:?}");
        assert!(count(|number| *number < 0.0) > 5, "{numbers:?}");
    }
    for narrow in [
        json!({"type": "double", "min": -0.75, "max": -0.5}),
        json!({"type": "double", "max": 0.0}),
        json!({"type": "float", "max": -1e9}),
        json!({"type": "integer", "max": -4}),
        json!({"type": "long", "min": i64::MIN, "max": i64::MIN + 9}),
        json!({"type": "double", "min": 1e9, "max": 1e300}),
    ] {
        let distinct: BTreeSet<String> =
            members(&narrow, &[]).iter().map(ToString::to_string).collect();
        assert!(distinct.len() > 5, "{narrow}: {distinct:?}");
    }
    let least = members(&json!({"type": "integer", "max": -4}), &["--minimal"]);
    assert!(least.iter().all(|number| *number == -4), "{least:?}");
}

#[test]
fn texts() {
    let shape = json!({"type": "string", "min": 2, "max": 30, "pattern": "(?!-)[a-f-]+(?<!-)"});
    let texts = members(&shape, &[]);
    let lengths: BTreeSet<usize> = texts.iter().map(|text| text.as_str().unwrap().len()).collect();
    assert_eq!((lengths.first(), lengths.last()), (Some(&2), Some(&30)));
    let is_fit = |text: &str| !text.starts_with('-') && !text.ends_with('-');
    assert!(texts.iter().all(|text| is_fit(text.as_str().unwrap())), "{texts:?}");
}

#[test]
fn entries() {
    let shape = json!({
        "type": "list", "member": {"shape": "Word"}, "min": 1, "max": 3, "uniqueItems": true,
    });
    let lists = members(&shape, &[]);
    let lengths: BTreeSet<usize> =
        lists.iter().map(|list| list.as_array().unwrap().len()).collect();
    assert_eq!(lengths, BTreeSet::from([1, 2, 3]));
    let shape = json!({"type": "blob", "min": 3, "max": 3});
    let blobs = members(&shape, &[]);
    assert!(blobs.iter().all(|text| text.as_str().unwrap().len() == 4), "{blobs:?}");
}

#[test]
fn numbers_of_any_size() {
    let member = |name: &str| json!({"target": format!("smithy.api#{name}"), "traits": {"smithy.api#required": {}}});
    let shapes = json!({
        "Question": {
            "type": "structure", "members": {"a": member("BigInteger"), "b": member("BigDecimal")},
        },
    });
    let Run { code, stdout, stderr } =
        run_smithy(&shapes, &["--operation", "Ask", "--count", "100"]);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    let values = lines(&stdout);
    assert!(values.iter().all(|one| one["b"].is_f64()), "{stdout}");
    assert!(values.iter().all(|one| one["a"].is_u64()), "{stdout}");
    assert!(values.iter().any(|one| one["a"].as_i64().is_none()), "{stdout}");
    let least = run_smithy(&shapes, &["--operation", "Ask", "--minimal"]);
    assert_eq!(least, Run::fine("{\n  \"a\": 0,\n  \"b\": 0.0\n}\n"));
}

#[test]
fn bounds_that_no_number_is_beyond_are_told_apart() {
    let shapes = json!({
        "Question": {"type": "structure", "members": {"a": {"shape": "A"}}},
        "A": {"type": "integer", "min": i32::MIN, "max": i32::MAX},
    });
    insta::assert_snapshot!(run(&shapes, &["--operation", "Ask", "--break", "all"]).stderr, @"
    note: `range` of Question at '/a' cannot be broken alone: no number of its type is less than the lower bound
    note: `range` of Question at '/a' cannot be broken alone: no number of its type is greater than the upper bound
    ");
}
