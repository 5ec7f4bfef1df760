//! What is asked for.

use std::path::PathBuf;

use clap::Args;

/// What is asked for.
#[derive(Args, Debug)]
pub(crate) struct Request {
    /// The version of the release [default: the newest, by pip]
    pub(crate) version: Option<String>,
    /// An unpacked botocore, in a folder called botocore-VERSION
    #[arg(long, value_name = "FOLDER")]
    pub(crate) botocore: Option<PathBuf>,
    /// Leave out descriptions of what the model no longer has, which is an error otherwise
    #[arg(long)]
    pub(crate) drop: bool,
}
