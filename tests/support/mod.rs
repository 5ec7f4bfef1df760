//! What the tests share.

#![allow(dead_code, reason = "each test file uses a part")]

#[path = "../../glue-types/areas.rs"]
pub(crate) mod areas;
pub(crate) mod downstream;
pub(crate) mod features;
pub(crate) mod glue_model;

use std::fs;

/// The model that this crate's types come from.
pub(crate) const GLUE_MODEL: &str = "models/glue/2017-03-31/service-2.json";

/// The bytes of a file of the repository.
pub(crate) fn read(path: &str) -> Vec<u8> {
    match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => panic!("{path}: {error}"),
    }
}

/// The text of a file of the repository.
pub(crate) fn text(path: &str) -> String {
    String::from_utf8(read(path)).unwrap()
}
