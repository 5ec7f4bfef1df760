//! The models of one source, and where they come from.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::catalog::{self, Catalog};
use super::container::Container;
use super::origin::Origin;
use super::release::Release;
use crate::failure::Failure;

/// The models of one source.
#[derive(Debug)]
pub(crate) struct Collection {
    /// Where they come from.
    pub(crate) origin: Origin,
    pub(super) container: Container,
    pub(super) catalog: Catalog,
    /// Where the container is, if it is to go with the collection.
    _scratch: Option<TempDir>,
}

impl Collection {
    /// Looks what models are in a file or folder. If its contents say that they are of a release of
    /// botocore, that is their origin; otherwise it is `name`.
    pub(crate) fn open(path: &Path, name: &str) -> Result<Self, Failure> {
        let container = Container::open(path)?;
        let names = container.names()?;
        let (root, catalog) = catalog::find(&names);
        if catalog.is_empty() {
            return Err(Failure::unusable(
                format!("{} has no models", path.display()),
                "a model is SERVICE/VERSION/service-2.json, or service-2.json.gz, as in botocore/data",
            ));
        }
        let release = match container.folder() {
            Some(folder) => release_of_folder(&folder.join(&root)),
            None => release_of_archive(&names),
        };
        let origin = release.map_or_else(|| Origin::Path(name.to_owned()), Origin::Botocore);
        Ok(Self { origin, container, catalog, _scratch: None })
    }

    /// Looks what models are in a folder, as botocore does in one that is not its own: only those in
    /// folders of services count.
    pub(super) fn of_search_path(path: &Path, name: &str) -> Result<Option<Self>, Failure> {
        let container = Container::open(path)?;
        let mut names = container.names()?;
        names.retain(|name| name.split('/').count() == 3);
        let (_, catalog) = catalog::find(&names);
        let origin = Origin::Path(name.to_owned());
        Ok((!catalog.is_empty()).then_some(Self { origin, container, catalog, _scratch: None }))
    }

    /// The same models, whose file is in a folder that is to go with them.
    pub(super) fn keeping(self, scratch: TempDir) -> Self {
        Self { _scratch: Some(scratch), ..self }
    }

    /// The same models, said to come from elsewhere.
    pub(super) fn from(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }
}

/// The release that a wheel or an sdist of botocore is of, by its metadata.
fn release_of_archive(names: &[String]) -> Option<Release> {
    names.iter().find_map(|name| {
        let (folder, file) = name.strip_prefix("botocore-")?.split_once('/')?;
        match file {
            "METADATA" => folder.strip_suffix(".dist-info").and_then(Release::parse),
            "PKG-INFO" => Release::parse(folder),
            _ => None,
        }
    })
}

/// The release that a folder of models is of, where it is the folder `data` of botocore: as botocore
/// says it, or as the folder around it is called.
fn release_of_folder(data: &Path) -> Option<Release> {
    let botocore = data.canonicalize().ok()?.parent()?.to_owned();
    if botocore.file_name()? != "botocore" {
        return None;
    }
    let text = fs::read_to_string(botocore.join("__init__.py")).unwrap_or_default();
    let said = text.lines().find_map(|line| line.strip_prefix("__version__ = "));
    match said.map(|value| value.trim_matches(['\'', '"', ' '])) {
        Some(version) => Release::parse(version),
        None => {
            let folder = botocore.parent()?.file_name()?.to_str()?.to_owned();
            folder.strip_prefix("botocore-").and_then(Release::parse)
        }
    }
}
