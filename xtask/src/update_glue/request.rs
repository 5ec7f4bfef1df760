//! What is asked for.

use std::path::PathBuf;

/// What is asked for.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Request {
    /// The release, by its version; the newest where neither this nor a folder is named.
    pub(crate) version: Option<String>,
    /// A folder of an unpacked botocore, called `botocore-VERSION`.
    pub(crate) botocore: Option<PathBuf>,
    /// Whether to leave out descriptions of what the model no longer has.
    pub(crate) drop: bool,
}
