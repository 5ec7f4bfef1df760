//! What we add to a model: our descriptions, and the statuses of errors, which AWS's pages have.

use std::collections::BTreeMap;

use glue_model::{Json, Object};

/// The keys whose values are sentences.
const PROSE: [&str; 2] = ["documentation", "deprecatedMessage"];

/// The key of an error's status.
const ERROR: &str = "error";

/// The additions of a model, by the place of what they are about, such as `/shapes/Job/members/Name`.
#[derive(Debug, Default)]
pub(super) struct Additions {
    by_place: BTreeMap<String, Vec<(&'static str, Json)>>,
}

impl Additions {
    pub(super) fn of(model: &Json) -> Self {
        let mut found = Self::default();
        found.collect(model, "");
        found
    }

    fn collect(&mut self, value: &Json, place: &str) {
        let Json::Object(object) = value else { return };
        let additions = own(object);
        if !additions.is_empty() {
            self.by_place.insert(place.to_owned(), additions);
        }
        for (key, value) in object.iter() {
            self.collect(value, &format!("{place}/{key}"));
        }
    }

    /// What is added at a place, by key.
    pub(super) fn at(&self, place: &str) -> &[(&'static str, Json)] {
        self.by_place.get(place).map_or(&[], Vec::as_slice)
    }

    /// All places.
    pub(super) fn places(&self) -> impl Iterator<Item = &str> {
        self.by_place.keys().map(String::as_str)
    }

    /// All sentences, each with its place.
    pub(super) fn prose(&self) -> impl Iterator<Item = (&str, &str)> {
        self.by_place.iter().flat_map(|(place, additions)| {
            additions.iter().filter_map(|(_, value)| match value {
                Json::String(text) => Some((place.as_str(), text.as_str())),
                _ => None,
            })
        })
    }
}

/// Whether a member of an object is a sentence. A member of a structure may be called as such a key
/// is, but is an object.
pub(super) fn is_prose(key: &str, value: &Json) -> bool {
    PROSE.contains(&key) && matches!(value, Json::String(_))
}

fn own(object: &Object) -> Vec<(&'static str, Json)> {
    let text = |key| object.get(key).filter(|value| is_prose(key, value)).map(|value| (key, value));
    let status = object.get(ERROR).filter(|_| object.get("exception") == Some(&Json::Bool(true)));
    let additions = PROSE.into_iter().filter_map(text).chain(status.map(|value| (ERROR, value)));
    additions.map(|(key, value)| (key, value.clone())).collect()
}
