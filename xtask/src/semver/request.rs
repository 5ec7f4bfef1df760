//! The request: what to compare.

use std::path::PathBuf;

use clap::Args;

use crate::jobs::Jobs;

/// The models and versions to compare.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// An unpacked source distribution of botocore [default: 1.43.0, downloaded]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) old: Option<PathBuf>,
    /// A newer one [default: the pinned one, downloaded]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) new: Option<PathBuf>,
    /// Only these models, such as `glue` or `glue/2017-03-31` [default: all that changed]
    #[arg(value_name = "MODEL")]
    pub(crate) models: Vec<String>,
    /// Five models that were chosen for the kinds of their changes
    #[arg(long)]
    pub(crate) sample: bool,
    /// This many of the smallest models that changed, beside those that are named
    #[arg(long, value_name = "N")]
    pub(crate) most: Option<usize>,
    /// The program cargo-semver-checks [default: the one that cargo finds, if any]
    #[arg(long, value_name = "PROGRAM")]
    pub(crate) tool: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
}
