//! The release of botocore that has the facts.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use super::request::Request;
use crate::corpus;

/// A release that is there.
pub(super) struct Release {
    pub(super) version: String,
    /// The file of Glue's model.
    pub(super) model: PathBuf,
}

impl Release {
    /// The one that is asked for; what is not there is downloaded.
    pub(super) fn get(request: &Request) -> anyhow::Result<Self> {
        let (version, folder) = match (&request.botocore, &request.version) {
            (Some(folder), _) => (version_of(folder)?, folder.clone()),
            (None, Some(version)) => (version.clone(), corpus::release(version)?),
            (None, None) => {
                let version = newest()?;
                let folder = corpus::release(&version)?;
                (version, folder)
            }
        };
        let model = folder.join("botocore/data/glue/2017-03-31/service-2.json");
        if !model.is_file() {
            bail!("{} is not there: name an unpacked botocore", model.display());
        }
        Ok(Self { version, model })
    }
}

/// The version, by the name of the folder.
fn version_of(folder: &Path) -> anyhow::Result<String> {
    let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let version = name.strip_prefix("botocore-").filter(|version| is_version(version));
    let version = version.with_context(|| {
        format!("{} does not say its version: call it botocore-VERSION", folder.display())
    })?;
    Ok(version.to_owned())
}

/// The newest version, by pip.
fn newest() -> anyhow::Result<String> {
    let help = "name a version or, with --botocore, a folder";
    let output = Command::new("python3")
        .args(["-m", "pip", "index", "versions", "botocore"])
        .output()
        .with_context(|| format!("cannot run python3; {help}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let version = said.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
    match version {
        Some((version, _)) if output.status.success() && is_version(version) => {
            Ok(version.to_owned())
        }
        _ => {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!("pip does not say which botocore is the newest; {help}\n{}", said.trim_end())
        }
    }
}

/// Whether a text is a release's version, such as `1.44.8`.
fn is_version(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split('.').count() == 3 && text.split('.').all(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_names_its_version() {
        let version = |name: &str| version_of(Path::new(name)).ok();
        assert_eq!(version("target/botocore-1.44.8").as_deref(), Some("1.44.8"));
        for other in ["botocore", "botocore-", "botocore-1.44", "botocore-1.4.x", "/"] {
            assert_eq!(version(other), None, "{other}");
        }
    }
}
