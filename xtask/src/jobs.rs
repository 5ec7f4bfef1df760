//! How much is done at a time.

use std::num::NonZeroUsize;
use std::thread;

use clap::Args;

/// How much to do at a time.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Jobs {
    /// How many models to work on at a time [default: one a core]
    #[arg(
        long = "jobs", value_name = "N", default_value_t = all_cores(), hide_default_value = true
    )]
    pub(crate) count: NonZeroUsize,
}

/// One job for each core.
fn all_cores() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}
