//! Model files: the list of them, their names and their contents.

use std::collections::HashMap;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use flate2::read::MultiGzDecoder;

/// The file of a model.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ModelFile {
    /// The service: the name of botocore's folder, or of the Smithy model's file.
    service: String,
    /// The API version, a date; empty if the name of a Smithy model has none.
    version: String,
    format: Format,
    path: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Format {
    Botocore,
    Smithy,
}

impl fmt::Display for ModelFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let smithy = if self.format == Format::Smithy { " (Smithy)" } else { "" };
        write!(f, "{}/{}{smithy}", self.service, self.version)
    }
}

impl ModelFile {
    /// A name for the model's package and files, unique among all models.
    pub(crate) fn package(&self) -> String {
        let format = match self.format {
            Format::Botocore => "botocore",
            Format::Smithy => "smithy",
        };
        let name = format!("{format}-{}-{}", self.service, self.version);
        name.replace(|c: char| !c.is_ascii_alphanumeric(), "-").to_ascii_lowercase()
    }

    /// Whether botocore can read it.
    pub(crate) fn is_botocore(&self) -> bool {
        self.format == Format::Botocore
    }

    /// Whether a name means the service, or the service with the version.
    fn is_called(&self, name: &str) -> bool {
        match name.split_once('/') {
            Some((service, version)) => service == self.service && version == self.version,
            None => name == self.service,
        }
    }

    /// The file's name in messages.
    pub(crate) fn file(&self) -> String {
        self.path.display().to_string()
    }

    /// The model's text, decompressed.
    pub(crate) fn read(&self) -> io::Result<Vec<u8>> {
        let bytes = fs::read(&self.path)?;
        if !bytes.starts_with(&[0x1f, 0x8b]) {
            return Ok(bytes);
        }
        let mut text = Vec::new();
        MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut text)?;
        Ok(text)
    }

    /// The size of the file in bytes, to estimate how long it takes.
    pub(crate) fn size(&self) -> u64 {
        File::open(&self.path).and_then(|file| file.metadata()).map_or(0, |data| data.len())
    }
}

/// The models of botocore's sources: `botocore/data/<service>/<version>/service-2.json`.
pub(super) fn botocore(sources: &Path) -> anyhow::Result<Vec<ModelFile>> {
    let data = sources.join("botocore").join("data");
    let mut models = Vec::new();
    for (service, folder) in entries(&data)? {
        if !folder.is_dir() {
            continue;
        }
        for (version, folder) in entries(&folder)? {
            let names = ["service-2.json", "service-2.json.gz"];
            let path = names.into_iter().map(|name| folder.join(name)).find(|path| path.is_file());
            if let Some(path) = path {
                let (service, format) = (service.clone(), Format::Botocore);
                models.push(ModelFile { service, version, format, path });
            }
        }
    }
    if models.is_empty() {
        bail!("{} holds no models", data.display());
    }
    Ok(models)
}

/// The models in a folder of Smithy's JSON, named `<service>-<version>.json`, with or without
/// `.gz`.
pub(super) fn smithy(folder: &Path) -> anyhow::Result<Vec<ModelFile>> {
    let mut models = Vec::new();
    for (name, path) in entries(folder)? {
        let stem = name.strip_suffix(".gz").unwrap_or(&name).strip_suffix(".json");
        let Some(stem) = stem.filter(|_| path.is_file()) else { continue };
        let (service, version) = split_version(stem);
        models.push(ModelFile { service, version, format: Format::Smithy, path });
    }
    if models.is_empty() {
        bail!("{} holds no models: no file ends in .json or .json.gz", folder.display());
    }
    Ok(models)
}

/// `glue-2017-03-31` is the service `glue` of `2017-03-31`.
fn split_version(stem: &str) -> (String, String) {
    let is_date =
        |text: &str| text.len() == 10 && text.chars().all(|c| c.is_ascii_digit() || c == '-');
    let dated = stem.len().checked_sub(11).and_then(|end| stem.split_at_checked(end));
    match dated.and_then(|(service, date)| Some((service, date.strip_prefix('-')?))) {
        Some((service, date)) if is_date(date) => (service.to_owned(), date.to_owned()),
        _ => (stem.to_owned(), String::new()),
    }
}

/// The models with the given names, such as `glue` or `glue/2017-03-31`, in all formats; all models
/// if no name is given.
pub(super) fn select(all: Vec<ModelFile>, names: &[&str]) -> anyhow::Result<Vec<ModelFile>> {
    let mut unknown = names.to_vec();
    unknown.retain(|name| !all.iter().any(|model| model.is_called(name)));
    if !unknown.is_empty() {
        bail!("no model is called {}", unknown.join(", "));
    }
    let is_chosen =
        |model: &ModelFile| names.is_empty() || names.iter().any(|name| model.is_called(name));
    let mut chosen: Vec<ModelFile> = all.into_iter().filter(is_chosen).collect();
    chosen.sort();
    let mut packages = HashMap::new();
    for model in &chosen {
        if let Some(other) = packages.insert(model.package(), model) {
            bail!("{} and {} are one model: remove either", other.file(), model.file());
        }
    }
    Ok(chosen)
}

/// The entries of a folder: their names, if these are Unicode, and paths.
fn entries(folder: &Path) -> anyhow::Result<Vec<(String, PathBuf)>> {
    let list = || -> io::Result<_> {
        let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
        let named = entries
            .into_iter()
            .filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path())));
        Ok(named.collect())
    };
    list().with_context(|| format!("cannot list {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_named_and_read_in_both_forms() {
        let folder = tempfile::tempdir().unwrap();
        let version = folder.path().join("botocore/data/glue/2017-03-31");
        fs::create_dir_all(&version).unwrap();
        fs::write(version.join("service-2.json"), "{}").unwrap();
        fs::write(version.join("waiters-2.json"), "{}").unwrap();
        fs::write(folder.path().join("botocore/data/endpoints.json"), "{}").unwrap();
        let mut all = botocore(folder.path()).unwrap();
        let compressed = File::create(folder.path().join("glue-2017-03-31.json.gz")).unwrap();
        let mut compressed = flate2::write::GzEncoder::new(compressed, flate2::Compression::fast());
        io::Write::write_all(&mut compressed, b"{ }").unwrap();
        compressed.finish().unwrap();
        all.extend(smithy(folder.path()).unwrap());
        let models = select(all, &["glue"]).unwrap();
        let names: Vec<String> = models.iter().map(ModelFile::to_string).collect();
        assert_eq!(names, ["glue/2017-03-31", "glue/2017-03-31 (Smithy)"]);
        let packages: Vec<String> = models.iter().map(ModelFile::package).collect();
        assert_eq!(packages, ["botocore-glue-2017-03-31", "smithy-glue-2017-03-31"]);
        let texts: Vec<Vec<u8>> = models.iter().map(|model| model.read().unwrap()).collect();
        assert_eq!(texts, [b"{}".to_vec(), b"{ }".to_vec()]);
    }

    #[test]
    fn services_that_do_not_exist_are_all_named() {
        let model = ModelFile {
            service: "glue".to_owned(),
            version: "2017-03-31".to_owned(),
            format: Format::Botocore,
            path: PathBuf::new(),
        };
        let names = ["gule", "glue", "glue/2017-03-31", "glue/2017", "s4"];
        let error = select(vec![model], &names).unwrap_err();
        assert_eq!(error.to_string(), "no model is called gule, glue/2017, s4");
    }

    #[test]
    fn a_date_ends_a_smithy_models_name() {
        let split = |stem| {
            let (service, version) = split_version(stem);
            format!("{service} {version}")
        };
        assert_eq!(split("route-53-2013-04-01"), "route-53 2013-04-01");
        assert_eq!(split("weather"), "weather ");
        assert_eq!(split("x-2013-04-0a"), "x-2013-04-0a ");
        assert_eq!(split("2013-04-01"), "2013-04-01 ");
    }
}
