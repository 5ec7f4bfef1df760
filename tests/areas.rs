//! The features of this crate: each operation of the model is in one area, and the manifest has the
//! areas as features.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::collections::BTreeMap;

use support::areas::{AREAS, DEFAULT};

#[test]
fn every_operation_of_the_model_is_in_one_area() {
    let model: serde_json::Value =
        serde_json::from_str(&support::text(support::GLUE_MODEL)).unwrap();
    let mut areas: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for name in model["operations"].as_object().unwrap().keys() {
        areas.insert(name, Vec::new());
    }
    for (area, operations) in AREAS {
        assert!(operations.is_sorted(), "the operations of {area} are not in order");
        for operation in operations {
            let found = areas.get_mut(operation);
            found.unwrap_or_else(|| panic!("{area}: the model has no {operation}")).push(area);
        }
    }
    areas.retain(|_, areas| areas.len() != 1);
    assert!(areas.is_empty(), "operations in none or several areas of areas.rs: {areas:?}");
    assert!(AREAS.is_sorted());
    for operation in DEFAULT {
        assert!(model["operations"][operation].is_object(), "{operation}");
    }
}

#[test]
fn the_manifest_has_a_feature_for_each_area() {
    let manifest: toml::Table = toml::from_str(&support::text("Cargo.toml")).unwrap();
    let features = manifest["features"].as_table().unwrap();
    let names: Vec<&str> = AREAS.iter().map(|(name, _)| *name).collect();
    for name in &names {
        let feature = features.get(*name).unwrap_or_else(|| panic!("no feature `{name}`"));
        assert_eq!(feature.as_array().map(Vec::len), Some(0), "{name}");
    }
    let full: Vec<&str> =
        features["full"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert_eq!(full, names);
    let others = [
        "arbitrary",
        "aws-sdk-glue",
        "chrono",
        "command-line",
        "full",
        "jiff",
        "protocol",
        "schemars",
        "time",
    ];
    let mut known: Vec<&str> = names.iter().chain(&others).copied().collect();
    known.sort_unstable();
    let mut found: Vec<&str> = features.keys().map(String::as_str).collect();
    found.sort_unstable();
    assert_eq!(found, known);
}
