//! Generates serde types and validators from AWS API models.
//!
//! In a build script, [`Builder`] does everything: it reads a model, generates the types of the
//! chosen operations, writes the file if it changed, and tells cargo when to run again.
//!
//! ```no_run
//! // build.rs
//! fn main() -> Result<(), glue_codegen::Error> {
//!     glue_codegen::Builder::new("models/glue/2017-03-31/service-2.json")
//!         .operations(["GetJobRun", "GetWorkflowRun"])
//!         .generate("glue.rs")
//! }
//! ```
//!
//! The crate then includes the file with `include!(concat!(env!("OUT_DIR"), "/glue.rs"));` and
//! depends on `serde` and `glue-runtime`.
//!
//! # How it works
//! Data moves one way. A reader of `glue-model` turns bytes into a checked `Model`. Lowering makes
//! every decision: what is reached, names, types, boxes, checks. Emission turns the result into
//! text: definitions with a line for each member, tables from which macros of `glue-runtime` make
//! the impls that are alike for all types, and tokens for prettyplease. Problems in a model are
//! collected and reported together as [`Diagnostics`].
//!
//! # Versions
//! A build script's generator and the crate's `glue-runtime` have the same version: cargo refuses a
//! lock file with two. Generated code that is committed works with every later runtime. With a
//! runtime that is too old, or that lacks the feature for conversions, it does not compile, and the
//! error says what to do. Its first lines give the generator's version and the command that
//! generates it again. `cargo fmt` does not change it.
//!
//! # Features
//! - `schemars`: JSON Schemas of generated types, see
//!   [`Builder::schemars`](https://docs.rs/glue-codegen/latest/glue_codegen/struct.Builder.html#method.schemars).
//! - `arbitrary`: arbitrary values of generated types, for fuzzing and property tests, see
//!   [`Builder::arbitrary`](https://docs.rs/glue-codegen/latest/glue_codegen/struct.Builder.html#method.arbitrary).
//! - `aws-sdk`: conversions from and to the types of the official SDK, see
//!   [`Builder::aws_sdk`](https://docs.rs/glue-codegen/latest/glue_codegen/struct.Builder.html#method.aws_sdk).
//! - `inspect`: the module [`inspect`](https://docs.rs/glue-codegen/latest/glue_codegen/inspect/),
//!   with what the command line `glue-codegen` of the package `glue-cli` reports about models.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod bug;
mod builder;
mod corrections;
#[cfg(feature = "inspect")]
mod diff;
mod emit;
mod error;
pub mod files;
mod folder;
#[cfg(feature = "inspect")]
mod forms;
mod generate;
#[cfg(feature = "inspect")]
mod inventory;
#[cfg(all(feature = "inspect", feature = "schemars"))]
mod json_schema;
mod lower;
mod markdown;
mod options;
#[cfg(feature = "inspect")]
mod patterns;
mod plan;

pub use builder::Builder;
pub use error::Error;
pub use generate::{Generated, Summary, generate};
pub use glue_model::{Diagnostic, Diagnostics, Position, Source};
pub use options::{
    Customization, Extern, Feature, FixFile, Maps, Options, Replacement, Selection, Timestamps,
};

/// What the command line reports about models: their operations, what their patterns are compiled
/// to, the differences between two versions, and the catalog of corrections.
#[cfg(feature = "inspect")]
pub mod inspect {
    pub use glue_model::TimestampFormat;
    pub use glue_pattern::{Limits, Program, Reason, SampledTexts, Sampler, Tier};

    pub use crate::corrections::{Correction, CorrectionFix, corrections};
    pub use crate::diff::{
        AllowList, Answer, Aspect, Cause, CauseKind, Change, Difference, Direction, Impact,
        ItemKind, JsonVerdict, Note, SourceVerdict, diff,
    };
    pub use crate::forms::{
        EnumForm, Forms, Kind, Length, ListForm, MapForm, MemberForm, Members, OperationForms,
        PatternForm, Range, ShapeForm, Value, forms,
    };
    pub use crate::inventory::{Inventory, OperationReach, inventory};
    #[cfg(feature = "schemars")]
    pub use crate::json_schema::{JsonSchema, SchemaContract, json_schemas};
    pub use crate::patterns::{CompiledPattern, Matcher, PatternReport, patterns};
    pub use crate::plan::PatternUser;

    /// A description in the model's markup as Markdown.
    #[must_use]
    pub fn markdown(description: &str) -> String {
        crate::lower::markdown(description)
    }
}
