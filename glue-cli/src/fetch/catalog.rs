//! Which models a container has, by the names of its files.

use std::collections::BTreeMap;

use super::model_id::{FILE, ModelId};

/// How the file of a model's extras is called beside it.
const EXTRAS: &str = "service-2.sdk-extras.json";

/// The folder of botocore's models, in a wheel, an sdist and the AWS CLI.
const BOTOCORE: &str = "botocore/data/";

/// The models of a container.
pub(super) type Catalog = BTreeMap<ModelId, Files>;

/// The files of a model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Files {
    /// The model's own.
    pub(super) model: String,
    /// What botocore merges into it.
    pub(super) extras: Option<String>,
}

/// Finds the models, which are below one folder, and gives its path as well. Of several such folders,
/// as an sdist has for its tests, botocore's own counts.
pub(super) fn find(names: &[String]) -> (String, Catalog) {
    let mut roots: BTreeMap<&str, Catalog> = BTreeMap::new();
    for name in names {
        let Some((folder, file)) = name.rsplit_once('/') else { continue };
        let mut parts = folder.rsplitn(3, '/');
        let (Some(version), Some(service)) = (parts.next(), parts.next()) else { continue };
        let root = parts.next().map_or("", |root| &name[..=root.len()]);
        let file = file.strip_suffix(".gz").unwrap_or(file);
        if ![FILE, EXTRAS].contains(&file) {
            continue;
        }
        let Some(id) = ModelId::new(service, version) else { continue };
        let files = roots.entry(root).or_default().entry(id).or_default();
        // As botocore does, take the file that is not compressed where there are both.
        match (file == FILE, &files.extras) {
            (true, _) if files.model.is_empty() || !name.ends_with(".gz") => {
                files.model.clone_from(name);
            }
            (false, None) => files.extras = Some(name.clone()),
            (false, Some(_)) if !name.ends_with(".gz") => files.extras = Some(name.clone()),
            _ => {}
        }
    }
    for catalog in roots.values_mut() {
        // Extras alone are no model.
        catalog.retain(|_, files| !files.model.is_empty());
    }
    let rank = |root: &str, catalog: &Catalog| (root.ends_with(BOTOCORE), catalog.len());
    let best = roots.into_iter().max_by_key(|(root, catalog)| rank(root, catalog));
    best.map(|(root, catalog)| (root.to_owned(), catalog)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::find;

    fn found(names: &[&str]) -> (String, Vec<(String, String, Option<String>)>) {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let (root, catalog) = find(&names);
        let files =
            catalog.into_iter().map(|(id, files)| (id.to_string(), files.model, files.extras));
        (root, files.collect())
    }

    #[test]
    fn models_are_found_by_their_names() {
        let model = "b-1/botocore/data/toy/2020-02-02/service-2.json";
        let extras = "b-1/botocore/data/toy/2020-02-02/service-2.sdk-extras.json";
        let files = ("toy/2020-02-02".to_owned(), model.to_owned(), Some(extras.to_owned()));
        let names = [
            "b-1/PKG-INFO",
            extras,
            "b-1/botocore/data/toy/2020-02-02/service-2.json.gz",
            model,
            "b-1/botocore/data/toy/2020-02-02/paginators-1.json",
            "b-1/botocore/data/alone/2020-02-02/service-2.sdk-extras.json",
            "b-1/tests/models/other/1/service-2.json",
            "b-1/tests/models/other/2/service-2.json",
            "b-1/botocore/data/../../../etc/service-2.json",
        ];
        assert_eq!(found(&names), ("b-1/botocore/data/".to_owned(), vec![files]));
        assert_eq!(
            found(&["toy/1/service-2.json.gz"]),
            (String::new(), vec![("toy/1".to_owned(), "toy/1/service-2.json.gz".to_owned(), None)])
        );
        assert_eq!(found(&["service-2.json", "1/service-2.json"]), (String::new(), Vec::new()));
    }
}
