//! Which model: a service by botocore's name for it, and the version of its API.

use std::fmt;
use std::path::{Path, PathBuf};

/// The file of a model, below the folder of its version.
pub(crate) const FILE: &str = "service-2.json";

/// A service and the version of its API, such as `glue/2017-03-31`. Both are names of folders.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ModelId {
    /// The service, by the name of its folder in botocore.
    pub(crate) service: String,
    /// The version, a date.
    pub(crate) version: String,
}

impl ModelId {
    /// Refuses names that lead out of a folder or that are awkward in one.
    pub(crate) fn new(service: &str, version: &str) -> Option<Self> {
        let id = Self { service: service.to_owned(), version: version.to_owned() };
        (is_name(service) && is_name(version)).then_some(id)
    }

    /// Reads what `Display` writes.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (service, version) = text.split_once('/')?;
        Self::new(service, version)
    }

    /// The model's file below a folder of models.
    pub(crate) fn path_in(&self, folder: &Path) -> PathBuf {
        folder.join(&self.service).join(&self.version).join(FILE)
    }
}

/// Whether a name is that of one folder, on any system.
fn is_name(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    (1..=100).contains(&name.len())
        && name.bytes().all(is_plain)
        && !name.starts_with(['.', '-'])
        && !name.ends_with('.')
}

impl fmt::Display for ModelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.service, self.version)
    }
}

#[cfg(test)]
mod tests {
    use super::ModelId;

    #[test]
    fn only_names_of_folders_are_taken() {
        let id = ModelId::parse("iot-data/2015-05-28").unwrap();
        assert_eq!((id.service.as_str(), id.version.as_str()), ("iot-data", "2015-05-28"));
        assert_eq!(id.to_string(), "iot-data/2015-05-28");
        for text in
            ["glue", "../2017", "glue/..", "a/b/c", "/etc", "c:/x", "a\\b/1", "-a/1", "a/1."]
        {
            assert_eq!(ModelId::parse(text), None, "{text}");
        }
    }
}
