//! What several tests share.
#![allow(dead_code)]

pub mod corpus;
pub mod engine;
pub mod generate;
pub mod random;
pub mod reference;

/// Says that a test did not run, past the capture of output that passing tests have.
pub fn skipped(why: &str) {
    use std::io::Write;
    std::io::stderr().write_all(format!("SKIPPED: {why}\n").as_bytes()).unwrap();
}
