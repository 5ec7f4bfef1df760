//! A model before and after an update.

use std::collections::BTreeSet;

use glue_codegen::inspect::{Difference, diff};
use glue_codegen::{Options, Source};

use crate::failure::Failure;
use crate::fetch::model_id::ModelId;
use crate::fetch::order::Delivery;
use crate::fetch::project::Project;

/// What an update changes about a model.
pub(super) struct Compared {
    /// Which model.
    pub(super) id: ModelId,
    /// Where it came from, and where it comes from now.
    pub(super) versions: (String, String),
    /// What changes for users of the types.
    pub(super) difference: Difference,
    /// Whether the file changes at all.
    pub(super) is_changed: bool,
    /// Newer versions of the API that the source has.
    pub(super) newer: Vec<ModelId>,
}

impl Compared {
    /// Compares the model that is in a project with the one that was fetched.
    pub(super) fn new(
        project: &Project,
        delivery: &Delivery,
        derives: Vec<String>,
        models: &BTreeSet<&ModelId>,
    ) -> Result<Self, Failure> {
        let id = &delivery.id;
        let path = id.path_in(&project.folder).display().to_string();
        let Some(old) = project.current(id)? else {
            return Err(Failure::unusable(
                format!("{path} does not exist, and cannot be compared"),
                "fetch it first, with `glue-codegen fetch`",
            ));
        };
        let mut options = Options::default();
        options.derives = derives;
        let file = format!("{}:{}", delivery.locked.origin, delivery.locked.file);
        let new = Source { file: &file, bytes: delivery.text.as_bytes() };
        let old_origin = project.lock.models.get(id).map(|locked| locked.origin.to_string());
        let is_newer =
            |other: &&&ModelId| other.service == id.service && other.version > id.version;
        Ok(Self {
            id: id.clone(),
            versions: (old_origin.unwrap_or_default(), delivery.locked.origin.to_string()),
            difference: diff(&Source { file: &path, bytes: &old }, &new, &options)?,
            is_changed: old != delivery.text.as_bytes(),
            newer: models.iter().filter(is_newer).map(|newer| (*newer).clone()).collect(),
        })
    }
}
