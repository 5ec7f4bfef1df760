//! What to make samples of, and what to do with them.

use clap::Args;

use crate::corpus::Sources;
use crate::jobs::Jobs;

/// The models to use, and what to do with their samples.
#[derive(Args, Debug)]
pub(crate) struct Request {
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// Only these models
    #[arg(value_name = "MODEL")]
    pub(crate) models: Vec<String>,
    /// The number from which all random choices follow
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) seed: u64,
    /// Of how many structures of each model the files are checked
    #[arg(long, value_name = "N", default_value_t = 4)]
    pub(crate) checked: usize,
    /// A model whose generated types read its samples; repeat it for more
    #[arg(long, value_name = "MODEL")]
    pub(crate) types: Vec<String>,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
}
