//! Where a model in a project comes from, as the lock says it.

use std::fmt;

use super::release::Release;

/// Where a model comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Origin {
    /// A release of botocore, wherever it was found: all of them are the same.
    Botocore(Release),
    /// An installed version 2 of the AWS CLI, which brings its own models.
    AwsCli(Release),
    /// Anything else, by its path.
    Path(String),
}

const BOTOCORE: &str = "botocore==";
const AWS_CLI: &str = "aws-cli==";

impl Origin {
    /// Reads what `Display` writes.
    pub(crate) fn parse(text: &str) -> Self {
        let release = |prefix| text.strip_prefix(prefix).and_then(Release::parse);
        match (release(BOTOCORE), release(AWS_CLI)) {
            (Some(release), _) => Self::Botocore(release),
            (None, Some(release)) => Self::AwsCli(release),
            (None, None) => Self::Path(text.to_owned()),
        }
    }

    /// The release of botocore.
    pub(crate) fn botocore(&self) -> Option<&Release> {
        match self {
            Self::Botocore(release) => Some(release),
            Self::AwsCli(_) | Self::Path(_) => None,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Botocore(release) => write!(f, "{BOTOCORE}{release}"),
            Self::AwsCli(release) => write!(f, "{AWS_CLI}{release}"),
            Self::Path(path) => f.write_str(path),
        }
    }
}
