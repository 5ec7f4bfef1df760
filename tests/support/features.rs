//! The folders of `tests/features`, and what each is generated with.

use std::path::{Path, PathBuf};
use std::{fs, io};

use glue_codegen::{Extern, Maps, Replacement, Timestamps};
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
    pub(crate) arbitrary: bool,
    pub(crate) timestamps: Timestamps,
    pub(crate) maps: Maps,
    pub(crate) bytes: bool,
    /// Modules, each with the shapes that it has.
    pub(crate) externs: Vec<Extern>,
    pub(crate) replacements: Vec<Replacement>,
    model: PathBuf,
}

impl Feature {
    fn read(folder: PathBuf) -> io::Result<Self> {
        let file = folder.join("options.json");
        let file_text = if file.exists() { fs::read_to_string(file)? } else { "{}".to_owned() };
        let options: Value = serde_json::from_str(&file_text)?;
        let timestamps = match options["timestamps"].as_str() {
            None => Timestamps::Runtime,
            Some("jiff") => Timestamps::Jiff,
            Some("chrono") => Timestamps::Chrono,
            Some("time") => Timestamps::Time,
            Some(other) => return Err(io::Error::other(format!("unknown timestamps {other}"))),
        };
        let maps = match options["maps"].as_str() {
            None => Maps::BTree,
            Some("hash") => Maps::Hash,
            Some("index") => Maps::Index,
            Some(other) => return Err(io::Error::other(format!("unknown maps {other}"))),
        };
        let model = match options["modelOf"].as_str() {
            None => folder.join("model.json"),
            Some(other) => folder.with_file_name(other).join("model.json"),
        };
        let externs = members(&options["externs"]).map(|(path, shapes)| Extern {
            path: path.clone(),
            shapes: shapes.as_array().into_iter().flatten().filter_map(text).collect(),
        });
        let replace = members(&options["replace"]).map(|one| (one, false));
        let validated = members(&options["replaceValidated"]).map(|one| (one, true));
        let replacements =
            replace.chain(validated).map(|((selector, path), validated)| Replacement {
                selector: selector.clone(),
                path: text(path).unwrap_or_default(),
                validated,
            });
        Ok(Self {
            externs: externs.collect(),
            replacements: replacements.collect(),
            timestamps,
            maps,
            bytes: options["bytes"] == true,
            model,
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
            arbitrary: options["arbitrary"] == true,
            options: file_text,
        })
    }

    /// Whether members have types of other crates, or of the standard library, in place of ours.
    pub(crate) fn has_types(&self) -> bool {
        self.bytes || self.maps != Maps::BTree || self.timestamps != Timestamps::Runtime
    }

    pub(crate) fn model(&self) -> &Path {
        &self.model
    }
}

/// Pairs of texts; none where there is no value.
fn pairs(value: &Value) -> io::Result<Vec<(String, String)>> {
    Ok(serde_json::from_value::<Option<_>>(value.clone())?.unwrap_or_default())
}

fn members(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flatten()
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
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
