//! Finding the model that values are of, where none is named: among those of the project, and among
//! those that are installed.

use std::collections::BTreeMap;
use std::path::Path;

use glue_model::{Plain, Suggester};
use serde_json::value::RawValue;

use super::failure::Failure;
use super::fetch::library::Library;
use super::fetch::model_id::ModelId;
use super::fetch::service::Services;
use super::fetch::sources;
use super::model::ModelText;

/// The folder of a project's models.
const FOLDER: &str = "models";

/// The key of a model's operations.
const OPERATIONS: &str = "operations";

/// The key of a model's shapes.
const SHAPES: &str = "shapes";

/// The models in which to search, first those of the project.
#[derive(Default)]
pub(crate) struct Search {
    project: Option<Option<Library>>,
    installed: Option<Option<Library>>,
}

impl Search {
    /// The model of a service, by any of its names; none if there is no such model.
    pub(crate) fn of_service(&mut self, name: &str) -> Result<Option<ModelText>, Failure> {
        for library in [Self::project, Self::installed] {
            if let Some(library) = library(self)?
                && let Ok(id) = Services::new(library).find(name)
            {
                return read(library, &id).map(Some);
            }
        }
        Ok(None)
    }

    /// The model that has an operation. There must be only one.
    pub(crate) fn of_operation(&mut self, operation: &str) -> Result<ModelText, Failure> {
        match self.with_operation(operation)? {
            Some(model) => Ok(model),
            None => Err(self.unknown(operation, "an operation", &[OPERATIONS])?),
        }
    }

    /// The model that has an operation or a shape. Shapes are looked for in the project alone,
    /// because many services have those of some names.
    pub(crate) fn of_name(&mut self, name: &str) -> Result<ModelText, Failure> {
        if let Some(library) = self.project()?
            && with(library, OPERATIONS, name)?.is_empty()
        {
            let mut found = with(library, SHAPES, name)?;
            if found.len() > 1 {
                return Err(ambiguous("a shape", name, &found));
            }
            if let Some((id, bytes)) = found.pop() {
                return ModelText::unpack(id.to_string(), bytes);
            }
        }
        match self.with_operation(name)? {
            Some(model) => Ok(model),
            None => Err(self.unknown(name, "an operation or shape", &[OPERATIONS, SHAPES])?),
        }
    }

    fn with_operation(&mut self, operation: &str) -> Result<Option<ModelText>, Failure> {
        for library in [Self::project, Self::installed] {
            let Some(library) = library(self)? else { continue };
            let mut found = with(library, OPERATIONS, operation)?;
            match found.len() {
                0 => {}
                1 => {
                    let (id, bytes) = found.remove(0);
                    return ModelText::unpack(id.to_string(), bytes).map(Some);
                }
                _ => return Err(ambiguous("an operation", operation, &found)),
            }
        }
        Ok(None)
    }

    /// The failure of a name that no model has, with the closest that the project's models have.
    fn unknown(&mut self, name: &str, what: &str, keys: &[&str]) -> Result<Failure, Failure> {
        let mut names = Vec::new();
        if let Some(library) = self.project()? {
            for id in newest(library) {
                for original in library.read(&[id.clone()].into_iter().collect())?.into_values() {
                    let text = std::str::from_utf8(&original.model).unwrap_or_default();
                    names.extend(keys.iter().flat_map(|key| named(text, key).into_keys()));
                }
            }
        }
        let help = match Suggester::new().closest(name, names.iter().map(String::as_str)) {
            Some(close) => format!("did you mean `{close}`?"),
            None => "check the name, name the model with `--model`, or bring it with `glue-codegen fetch`"
                .to_owned(),
        };
        let message = format!("no model was found that has {what} `{}`", Plain(name));
        Ok(Failure::unusable(message, help))
    }

    /// The one model of the project.
    pub(crate) fn only(&mut self) -> Result<ModelText, Failure> {
        let several = || {
            Failure::unusable(
                format!("{FOLDER}/ does not have exactly one model"),
                "name the model with `--model`, or its service with `--service`",
            )
        };
        let library = self.project()?.ok_or_else(several)?;
        let models = library.models();
        match models.iter().next() {
            Some(id) if models.len() == 1 => read(library, id),
            _ => Err(several()),
        }
    }

    fn project(&mut self) -> Result<Option<&Library>, Failure> {
        if self.project.is_none() {
            let folder = Path::new(FOLDER);
            let library = if folder.is_dir() { sources::folder(folder)? } else { None };
            self.project = Some(library);
        }
        Ok(self.project.as_ref().and_then(Option::as_ref))
    }

    fn installed(&mut self) -> Result<Option<&Library>, Failure> {
        if self.installed.is_none() {
            self.installed = Some(sources::installed()?);
        }
        Ok(self.installed.as_ref().and_then(Option::as_ref))
    }
}

fn read(library: &Library, id: &ModelId) -> Result<ModelText, Failure> {
    let mut originals = library.read(&[id.clone()].into_iter().collect())?;
    match originals.remove(id) {
        Some(original) => ModelText::unpack(format!("{} ({id})", original.file), original.model),
        None => Err(Failure::unusable(format!("{} has no model {id}", library.name()), "fetch it")),
    }
}

fn ambiguous(what: &str, name: &str, found: &[(ModelId, Vec<u8>)]) -> Failure {
    let names: Vec<String> =
        found.iter().map(|(id, _)| format!("`--service {}`", id.service)).collect();
    Failure::unusable(
        format!("{} services have {what} `{}`", names.len(), Plain(name)),
        format!("choose one with {}", names.join(" or ")),
    )
}

/// The newest model of each service.
fn newest(library: &Library) -> Vec<&ModelId> {
    let mut newest: BTreeMap<&str, &ModelId> = BTreeMap::new();
    for id in library.models() {
        newest.insert(&id.service, id);
    }
    newest.into_values().collect()
}

/// The newest models of services that have a name among their `operations` or `shapes`.
fn with(library: &Library, what: &str, name: &str) -> Result<Vec<(ModelId, Vec<u8>)>, Failure> {
    let mut found = Vec::new();
    // One after the other, because together they would fill the memory.
    for id in newest(library) {
        for (id, original) in library.read(&[id.clone()].into_iter().collect())? {
            if has(&original.model, what, name) {
                found.push((id, original.model));
            }
        }
    }
    Ok(found)
}

/// Whether a model has a name among its `operations` or `shapes`, without reading all of it.
fn has(model: &[u8], what: &str, name: &str) -> bool {
    let Ok(text) = std::str::from_utf8(model) else { return false };
    if !text.contains(&format!("\"{name}\"")) {
        return false;
    }
    named(text, what).contains_key(name)
}

/// The `operations` or `shapes` of a model by their names, unread.
fn named<'a>(text: &'a str, what: &str) -> BTreeMap<String, &'a RawValue> {
    let members: BTreeMap<String, &RawValue> = serde_json::from_str(text).unwrap_or_default();
    let named = members.get(what).map(|named| named.get());
    named.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}
