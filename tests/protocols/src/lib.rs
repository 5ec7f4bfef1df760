//! Runs the protocol suites that AWS publishes through generated code.
//!
//! A case says what an operation is given and what must travel, or what came and what must be read.
//! Values in the suites stand in botocore's form: member names, plain numbers for times, text for
//! bytes. [`value`] turns that into data at rest and back, [`check`] runs a case, and [`exceptions`]
//! lists the cases that do not apply.

pub mod case;
pub mod check;
pub mod exceptions;
pub mod value;

/// The types of each suite's models.
#[allow(clippy::disallowed_names, reason = "members are called `foo` and `baz`")]
pub mod suites {
    include!(concat!(env!("OUT_DIR"), "/modules.rs"));
}
