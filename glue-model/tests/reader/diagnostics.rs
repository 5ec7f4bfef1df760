//! Every problem a file can have, and how it reads.

mod constraints;
mod json;
mod lookalikes;
mod members;
mod operations;
mod references;
mod report;
mod service;
mod shapes;
mod text;

use crate::common::try_model;

/// Reads a text that has problems, and compares what is said of them.
#[track_caller]
fn check(text: &str, expected: &str) {
    check_bytes(text.as_bytes(), expected);
}

#[track_caller]
fn check_bytes(bytes: &[u8], expected: &str) {
    let diagnostics = try_model(bytes).unwrap_err();
    assert_eq!(diagnostics.to_string(), expected);
}
