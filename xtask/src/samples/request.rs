//! What to make samples of, and what to do with them.

use std::num::NonZeroUsize;

use crate::corpus::Sources;
use crate::repository;

/// The models to use, and what to do with their samples.
#[derive(Debug, PartialEq)]
pub(crate) struct Request {
    pub(crate) sources: Sources,
    /// Only these models; all if none is named.
    pub(crate) models: Vec<String>,
    /// The number of which all random choices follow.
    pub(crate) seed: u64,
    /// Of how many structures of each model files are checked.
    pub(crate) checked: usize,
    /// The models whose generated types read samples.
    pub(crate) types: Vec<String>,
    pub(crate) jobs: NonZeroUsize,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            sources: Sources::default(),
            models: Vec::new(),
            seed: 0,
            checked: 4,
            types: Vec::new(),
            jobs: repository::all_cores(),
        }
    }
}
