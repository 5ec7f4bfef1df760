//! Several collections of models that are searched in order, as botocore searches its folders.

use std::collections::{BTreeMap, BTreeSet};

use super::collection::Collection;
use super::identity::Identity;
use super::model_id::ModelId;
use super::origin::Origin;
use crate::failure::Failure;

/// Collections of models, the first of which counts where several have the same file.
#[derive(Debug)]
pub(crate) struct Library {
    collections: Vec<Collection>,
}

/// A model as it is in a source.
pub(crate) struct Original {
    /// Where it comes from.
    pub(crate) origin: Origin,
    /// The name of the file in the source.
    pub(crate) file: String,
    /// The text of the file.
    pub(crate) model: Vec<u8>,
    /// The file of its extras, and the text of that.
    pub(crate) extras: Option<(String, Vec<u8>)>,
}

impl Library {
    /// A library of these collections.
    pub(crate) fn new(collections: Vec<Collection>) -> Self {
        Self { collections }
    }

    /// All models, each once.
    pub(crate) fn models(&self) -> BTreeSet<&ModelId> {
        self.collections.iter().flat_map(|collection| collection.catalog.keys()).collect()
    }

    /// How messages name the sources.
    pub(crate) fn name(&self) -> String {
        let names: Vec<String> =
            self.collections.iter().map(|collection| collection.origin.to_string()).collect();
        names.join(", ")
    }

    /// Reads models of the library.
    pub(crate) fn read(
        &self,
        models: &BTreeSet<ModelId>,
    ) -> Result<BTreeMap<ModelId, Original>, Failure> {
        let mut originals = BTreeMap::new();
        let mut extras = BTreeMap::new();
        for collection in &self.collections {
            // Model and extras are looked up each by itself: they may be in different collections.
            let mut wanted: BTreeMap<&str, (&ModelId, bool)> = BTreeMap::new();
            for id in models {
                let Some(files) = collection.catalog.get(id) else { continue };
                if !originals.contains_key(id) {
                    wanted.insert(&files.model, (id, true));
                }
                if let Some(file) = files.extras.as_deref().filter(|_| !extras.contains_key(id)) {
                    wanted.insert(file, (id, false));
                }
            }
            let names: Vec<&str> = wanted.keys().copied().collect();
            collection.container.visit(&names, &mut |name, bytes| {
                let file = name.to_owned();
                match wanted.get(name) {
                    Some((id, true)) => {
                        let origin = collection.origin.clone();
                        let original = Original { origin, file, model: bytes, extras: None };
                        originals.insert((*id).clone(), original);
                    }
                    Some((id, false)) => {
                        extras.insert((*id).clone(), (file, bytes));
                    }
                    None => {}
                }
                Ok(())
            })?;
        }
        for (id, original) in &mut originals {
            original.extras = extras.remove(id);
        }
        Ok(originals)
    }

    /// What the services call themselves, each by its newest version.
    pub(super) fn identities(&self) -> Result<BTreeMap<String, Identity>, Failure> {
        let mut newest: BTreeMap<&str, &ModelId> = BTreeMap::new();
        self.models().into_iter().for_each(|id| {
            newest.insert(&id.service, id);
        });
        let mut identities = BTreeMap::new();
        for collection in &self.collections {
            let mut wanted: BTreeMap<&str, &str> = BTreeMap::new();
            for (service, id) in &newest {
                if let Some(files) = collection.catalog.get(*id)
                    && !identities.contains_key(*service)
                {
                    wanted.insert(&files.model, service);
                }
            }
            let names: Vec<&str> = wanted.keys().copied().collect();
            collection.container.visit(&names, &mut |name, bytes| {
                if let Some(service) = wanted.get(name) {
                    identities.insert((*service).to_owned(), Identity::read(&bytes));
                }
                Ok(())
            })?;
        }
        Ok(identities)
    }
}
