//! The members of a modeled error, from the form in which it came.

use std::collections::BTreeMap;

use super::envelope::ErrorEnvelope;
#[cfg(feature = "protocol")]
use super::head::ErrorHead;
use super::saved::{BOTOCORE, SavedForm};
#[cfg(feature = "protocol")]
use crate::binding::{Binding, Location};
use crate::document::Document;
use crate::wire::Structure;

impl ErrorEnvelope {
    /// The members of a modeled error under the keys of the data at rest.
    pub(super) fn members<T: Structure>(&self) -> Document {
        match (self.saved.as_ref().map(|saved| saved.form), &self.body) {
            (Some(form), Document::Object(body)) => self.saved_members::<T>(form, body).into(),
            (_, Document::Object(body)) => self.received_members::<T>(body.clone()).into(),
            // An error that says nothing of itself has no body, or a null.
            (_, Document::Null) => self.received_members::<T>(BTreeMap::new()).into(),
            (_, other) => other.clone(),
        }
    }

    fn received_members<T: Structure>(
        &self,
        mut members: BTreeMap<String, Document>,
    ) -> BTreeMap<String, Document> {
        // Some services write `message` and `Message` in one body, and mean the one modeled.
        let is_set = |key| self.body.get(key).is_some_and(|value| !value.is_null());
        for key in T::MEMBERS.iter().filter(|key| is_set(key)) {
            let other = other_case(key);
            if !T::MEMBERS.contains(&other.as_str()) {
                members.remove(&other);
            }
        }
        // Layers before the service, such as authorization, always write `Message`. Members with a
        // capital read in either case.
        if T::MEMBERS.contains(&"message") && !T::MEMBERS.contains(&"Message") && !is_set("message")
        {
            // It may not be text, and then would not read as the message.
            members.remove("Message");
            if let Some(message) = self.message() {
                members.insert("message".to_owned(), message.into());
            }
        }
        #[cfg(feature = "protocol")]
        self.head.bind(T::BINDINGS, &self.body, &mut members);
        members
    }

    /// botocore keeps all members under their names; the other programs keep only the message.
    fn saved_members<T: Structure>(
        &self,
        form: SavedForm,
        body: &BTreeMap<String, Document>,
    ) -> BTreeMap<String, Document> {
        let mut members = match form {
            SavedForm::Botocore => body.clone(),
            SavedForm::CloudTrail | SavedForm::Lambda | SavedForm::StepFunctions => BTreeMap::new(),
        };
        for key in BOTOCORE {
            members.remove(key);
        }
        let aliases = T::ALIASES.iter().map(|(alias, _)| alias);
        let mut keys = T::MEMBERS.iter().chain(aliases);
        if let Some(key) = keys.find(|key| key.eq_ignore_ascii_case("message"))
            && let Some(message) = self.message()
        {
            members.remove("message");
            members.remove("Message");
            members.insert((*key).to_owned(), message.into());
        }
        members
    }
}

#[cfg(feature = "protocol")]
impl ErrorHead {
    /// Adds the members of a modeled error that are not keys of the body.
    fn bind(
        &self,
        bindings: &[Binding],
        body: &Document,
        members: &mut BTreeMap<String, Document>,
    ) {
        for binding in bindings.iter().filter(|binding| binding.location.is_in_responses()) {
            let value = match binding.location {
                Location::Body(key) => body.get(key).cloned(),
                Location::Payload(_) => Some(body.clone()),
                _ => binding.read(self.status, &self.headers),
            };
            match value {
                Some(value) => members.insert(binding.member.to_owned(), value),
                None => members.remove(binding.member),
            };
        }
    }
}

/// The same key with its first letter in the other case.
fn other_case(key: &str) -> String {
    let mut characters = key.chars();
    let first = characters.next().map(|first| match first.is_ascii_uppercase() {
        true => first.to_ascii_lowercase(),
        false => first.to_ascii_uppercase(),
    });
    first.into_iter().chain(characters).collect()
}
