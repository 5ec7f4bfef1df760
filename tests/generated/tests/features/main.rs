//! The behavior of generated code: `behavior.rs` of each folder of `tests/features`, as a module.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

#[cfg(test)]
mod formats;
#[cfg(test)]
mod http;
#[cfg(test)]
mod support;

#[cfg(test)]
#[path = "../../../support/features.rs"]
#[allow(dead_code, reason = "some of it is for those who generate")]
mod listed;

use std::path::Path;

// A module for each feature, and `FEATURES`, which `build.rs` lists.
include!(concat!(env!("OUT_DIR"), "/behavior.rs"));

/// Cargo asks for files that changed, and not for folders that came.
#[test]
fn every_feature_was_here_when_this_was_built() {
    let features = listed::features(Path::new("../features")).unwrap();
    let features: Vec<(&str, &str)> =
        features.iter().map(|feature| (&*feature.name, &*feature.options)).collect();
    assert_eq!(FEATURES, features, "run `touch tests/generated/build.rs`, and test again");
}
