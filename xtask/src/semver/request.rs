//! The request: what to compare.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use crate::repository;

/// The models and versions to compare.
#[derive(Debug, PartialEq)]
pub(crate) struct Request {
    /// Unpacked source distributions of botocore; without them, the pinned releases are downloaded.
    pub(crate) old: Option<PathBuf>,
    pub(crate) new: Option<PathBuf>,
    /// These models, such as `glue` or `glue/2017-03-31`.
    pub(crate) models: Vec<String>,
    /// This many of the smallest models too; all if no model is named either.
    pub(crate) most: Option<usize>,
    /// The program cargo-semver-checks; by default the one that cargo finds, if any.
    pub(crate) tool: Option<PathBuf>,
    /// How many crates to compile at a time.
    pub(crate) jobs: NonZeroUsize,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            old: None,
            new: None,
            models: Vec::new(),
            most: None,
            tool: None,
            jobs: repository::all_cores(),
        }
    }
}
