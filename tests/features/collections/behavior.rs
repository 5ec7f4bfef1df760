//! Lists and maps: nulls, numbers, and what is checked in them and of them.

use generated_tests::collections;
use glue_runtime::{Document, Validate};
use serde_json::json;

use crate::support::{paths, read, read_error, violations, write};

#[test]
fn dense_collections_drop_nulls_and_sparse_ones_keep_them() {
    let value = json!({
        "Names": ["a", null, "b"],
        "Sparse": ["a", null],
        "Lookup": {"x": {"Name": "n"}, "y": null},
        "SparseLookup": {"x": {"Name": "n"}, "y": null},
    });
    let everything: collections::Everything = read(value);
    assert_eq!(
        write(&everything),
        json!({
            "Names": ["a", "b"],
            "Sparse": ["a", null],
            "Lookup": {"x": {"Name": "n"}},
            "SparseLookup": {"x": {"Name": "n"}, "y": null},
        }),
    );
}

#[test]
fn numbers_json_cannot_write_are_strings() {
    let value = json!({"Ratios": ["NaN", "Infinity", "-Infinity", 0.5, 1], "Matrix": [[1.5], []]});
    let everything: collections::Everything = read(value);
    let ratios = everything.ratios.as_ref().unwrap();
    assert!(ratios[0].is_nan());
    assert_eq!(ratios[1..], [f64::INFINITY, f64::NEG_INFINITY, 0.5, 1.0]);
    assert_eq!(
        write(&everything),
        json!({"Ratios": ["NaN", "Infinity", "-Infinity", 0.5, 1.0], "Matrix": [[1.5], []]}),
    );
    let error = read_error::<collections::Everything>(&json!({"Ratios": ["inf"]}));
    assert!(error.contains("invalid value: string \"inf\""), "{error}");
}

#[test]
fn floats_are_read_from_the_map_of_arbitrary_precision() {
    let ratios = |number: &str| json!({"Ratios": [{"$serde_json::private::Number": number}]});
    let everything: collections::Everything = read(ratios("1.5e1"));
    assert_eq!(everything.ratios, Some(vec![15.0]));
    // Without the feature, serde_json refuses a number that no `f64` can hold.
    for number in ["1e999", "-1e999", "inf", "NaN", "x"] {
        let error = read_error::<collections::Everything>(&ratios(number));
        assert!(error.contains("invalid type: map, expected a number"), "{number}: {error}");
    }
}

#[test]
fn lists_and_maps_are_checked_whole_and_entry_by_entry() {
    let item = |name: &str| collections::Item::default().with_name(name);
    let everything = collections::Everything::default()
        .with_names(vec!["a".into(), "b".into(), "c".into(), String::new()])
        .with_sparse(vec![None, Some(String::new())])
        .with_lookup([("k/1".into(), item("")), ("too long a key".into(), item("a"))].into())
        .with_sparse_lookup([("n".into(), None), ("s".into(), Some(item("")))].into())
        .with_matrix(vec![vec![0.5], vec![0.5, 2.0]]);
    assert_eq!(
        paths(&everything),
        [
            "/Names",
            "/Names/3",
            "/Sparse/1",
            "/Lookup",
            "/Lookup/k~11/Name",
            "/SparseLookup/s/Name",
            "/Matrix/1/1"
        ],
    );
    let none = collections::Everything::default().with_names(Vec::new());
    assert_eq!(
        violations(&none),
        ["Value with length 0 at '/Names' failed to satisfy constraint: \
          Member must have length between 1 and 3, inclusive"],
    );
}

#[test]
fn a_long_key_is_cut_in_paths() {
    let item = collections::Item::default().with_name("");
    let long = "\u{e9}".repeat(257);
    let everything = collections::Everything::default()
        .with_sparse_lookup([(long, Some(item.clone())), ("a".repeat(256), Some(item))].into());
    let cut = format!("/SparseLookup/{}…/Name", "\u{e9}".repeat(256));
    let whole = format!("/SparseLookup/{}/Name", "a".repeat(256));
    let map = || "/SparseLookup".to_owned();
    assert_eq!(paths(&everything), [map(), map(), whole, cut]);
}

#[test]
fn keys_that_could_change_a_log_are_escaped() {
    let item = collections::Item::default().with_name("");
    let key = "a\nb\u{1b}[2J\u{202e}c'd\\n/~";
    let everything = collections::Everything::default()
        .with_sparse_lookup([(key.to_owned(), Some(item))].into());
    let found = everything.validate().unwrap_err();
    let violation = found.iter().nth(1).unwrap();
    // The path is the pointer as it is, and finds the value.
    assert_eq!(violation.path(), "/SparseLookup/a\nb\u{1b}[2J\u{202e}c'd\\n~1~0/Name");
    let document = Document::from_serialize(&everything).unwrap();
    assert_eq!(document.pointer(violation.path()), Some(&"".into()));
    assert_eq!(
        violation.to_string(),
        "Value with length 0 at '/SparseLookup/a\\nb\\u{1b}[2J\\u{202e}c\\'d\\\\n~1~0/Name' failed to \
         satisfy constraint: Member must have length between 1 and 8, inclusive",
    );
}

#[test]
fn violations_are_counted_beyond_the_first_thousand() {
    let names = |count| {
        let names = vec![String::new(); count];
        collections::Everything::default()
            .with_matrix(vec![vec![2.0; 40]; count / 40])
            .with_sparse(names.into_iter().map(Some).collect())
    };
    let found = names(40_000).validate().unwrap_err();
    assert_eq!((found.iter().count(), found.left_out()), (1_000, 79_000));
    let text = found.to_string();
    assert!(
        text.starts_with("80000 validation errors detected. Value with length 0 at '/Sparse/0'")
    );
    assert!(text.ends_with("; and 79000 more"), "{}", &text[text.len() - 100..]);
    let found = names(80).validate().unwrap_err();
    assert_eq!((found.iter().count(), found.left_out()), (160, 0));
    assert!(found.to_string().ends_with("Member must be between 0 and 1, inclusive"));
}
