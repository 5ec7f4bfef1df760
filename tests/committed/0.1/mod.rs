//! Files that glue-codegen 0.1 generated and people may have committed, compiled with every later
//! runtime.
//!
//! They are never generated again and never edited: a change that they do not compile or work with
//! breaks the contract of `glue_runtime::__private::v1`, and is what has to change. When that module
//! grows, a folder for the release that needs the addition joins this one.
//!
//! They were made at the root of the repository, by the program of 0.1.0:
//!
//! ```sh
//! glue-codegen generate --operation GetJobRun,GetWorkflowRun --out tests/committed/0.1/glue.rs
//! glue-codegen generate --model tests/committed/0.1/depot.json --keep-unknown-members \
//!     --derive Eq,Hash --out tests/committed/0.1/depot.rs
//! glue-codegen generate --model tests/committed/0.1/roles.json --no-docs \
//!     --out tests/committed/0.1/roles.rs
//! ```

/// Unions, streams, REST bindings, and a member of each type and constraint.
pub mod depot;
/// The operations of the crate glue-types.
pub mod glue;
/// JSON in text, as IAM sends it, and items that must be unique.
pub mod roles;
