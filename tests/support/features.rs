//! The folders of `tests/features`, and what each is generated with.

use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::Value;

/// A feature of generated code: a folder with a model, its generated code and the tests of that.
pub(crate) struct Feature {
    /// The name of the folder, and of the module of generated code.
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    /// The text of `options.json`, or `{}` for a feature without that file.
    pub(crate) options: String,
    /// The service of a model with several.
    pub(crate) service: Option<String>,
    pub(crate) keep_unknown_members: bool,
    /// Selectors, each with a text.
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) derives_for: Vec<(String, String)>,
    pub(crate) skipped_derives: Vec<(String, String)>,
    pub(crate) renames: Vec<(String, String)>,
    pub(crate) runtime_path: Option<String>,
    pub(crate) header: Option<String>,
    pub(crate) schemars: bool,
}

impl Feature {
    fn read(folder: PathBuf) -> io::Result<Self> {
        let file = folder.join("options.json");
        let text = if file.exists() { fs::read_to_string(file)? } else { "{}".to_owned() };
        let options: Value = serde_json::from_str(&text)?;
        Ok(Self {
            name: folder.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            folder,
            service: options["service"].as_str().map(str::to_owned),
            keep_unknown_members: options["keepUnknownMembers"] == true,
            attributes: pairs(&options["attributes"])?,
            derives_for: pairs(&options["derivesFor"])?,
            skipped_derives: pairs(&options["skippedDerives"])?,
            renames: pairs(&options["renames"])?,
            runtime_path: options["runtimePath"].as_str().map(str::to_owned),
            header: options["header"].as_str().map(str::to_owned),
            schemars: options["schemars"] == true,
            options: text,
        })
    }

    pub(crate) fn model(&self) -> PathBuf {
        self.folder.join("model.json")
    }
}

/// Pairs of texts; none where there is no value.
fn pairs(value: &Value) -> io::Result<Vec<(String, String)>> {
    Ok(serde_json::from_value::<Option<_>>(value.clone())?.unwrap_or_default())
}

/// All features, in the order of their names.
pub(crate) fn features(root: &Path) -> io::Result<Vec<Feature>> {
    let folders =
        fs::read_dir(root)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>();
    let mut folders = folders?;
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders.into_iter().map(Feature::read).collect()
}
