//! Which model a person means by a name of a service.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use glue_model::Suggester;

use super::identity::Identity;
use super::library::Library;
use super::model_id::ModelId;
use crate::failure::Failure;

/// Finds services by their names in a library.
pub(crate) struct Services<'a> {
    library: &'a Library,
    /// Read where a name is not botocore's, because all models are looked into.
    identities: OnceCell<BTreeMap<String, Identity>>,
}

impl<'a> Services<'a> {
    /// Finds services in this library.
    pub(crate) fn new(library: &'a Library) -> Self {
        Self { library, identities: OnceCell::new() }
    }

    /// The model that `NAME` or `NAME/VERSION` means: the version, or else the newest, of the service
    /// that botocore calls so, or that calls itself so.
    pub(crate) fn find(&self, text: &str) -> Result<ModelId, Failure> {
        let (name, version) = match text.split_once('/') {
            Some((name, version)) => (name, Some(version)),
            None => (text, None),
        };
        let service = self.service(name)?;
        let models = self.library.models();
        let versions = || models.iter().filter(|id| id.service == service);
        let found = match version {
            None => versions().next_back(),
            Some(version) => versions().find(|id| id.version == version),
        };
        found.copied().cloned().ok_or_else(|| {
            let known: Vec<&str> = versions().map(|id| id.version.as_str()).collect();
            Failure::unusable(
                format!(
                    "{} has no version `{}` of {service}",
                    self.library.name(),
                    version.unwrap_or_default().escape_debug()
                ),
                format!("it has {}", known.join(", ")),
            )
        })
    }

    /// The service by botocore's name for it.
    fn service(&self, name: &str) -> Result<String, Failure> {
        let models = self.library.models();
        if models.iter().any(|id| id.service == name) {
            return Ok(name.to_owned());
        }
        let identities = self.identities()?;
        let rules: [fn(&Identity) -> &Option<String>; 3] = [
            |identity| &identity.service_id,
            |identity| &identity.endpoint_prefix,
            |identity| &identity.signing_name,
        ];
        for rule in rules {
            let is_meant = |own: &str| plain(own) == plain(name);
            let found: Vec<&str> = identities
                .iter()
                .filter(|(_, identity)| rule(identity).as_deref().is_some_and(is_meant))
                .map(|(service, _)| service.as_str())
                .collect();
            match found.as_slice() {
                [] => {}
                [service] => return Ok((*service).to_owned()),
                several => return Err(ambiguous(name, several)),
            }
        }
        Err(self.unknown(name, identities))
    }

    fn identities(&self) -> Result<&BTreeMap<String, Identity>, Failure> {
        match self.identities.get() {
            Some(identities) => Ok(identities),
            None => {
                let identities = self.library.identities()?;
                Ok(self.identities.get_or_init(|| identities))
            }
        }
    }

    fn unknown(&self, name: &str, identities: &BTreeMap<String, Identity>) -> Failure {
        let own = identities.iter().flat_map(|(service, identity)| {
            identity.names().map(move |own| (own.to_owned(), service.as_str()))
        });
        let folders = identities.keys().map(|service| (service.clone(), service.as_str()));
        let candidates: Vec<(String, &str)> = folders.chain(own).collect();
        let names = candidates.iter().map(|(candidate, _)| candidate.as_str());
        let close = Suggester::new().closest(name, names);
        let service = close.and_then(|close| candidates.iter().find(|(own, _)| own == close));
        let help = match service {
            Some((_, service)) => format!("did you mean `{service}`?"),
            None => "name it as botocore's folder does, or by its endpoint's prefix".to_owned(),
        };
        let message = format!("{} has no service `{}`", self.library.name(), name.escape_debug());
        Failure::unusable(message, help)
    }
}

/// A name without what people leave out: `Step Functions` is `step-functions`.
fn plain(name: &str) -> String {
    name.to_ascii_lowercase().replace([' ', '_'], "-")
}

fn ambiguous(name: &str, services: &[&str]) -> Failure {
    let services: BTreeSet<String> =
        services.iter().map(|service| format!("`{service}`")).collect();
    let services: Vec<String> = services.into_iter().collect();
    Failure::unusable(
        format!("`{}` may be any of {} services", name.escape_debug(), services.len()),
        format!("did you mean {}?", services.join(" or ")),
    )
}
