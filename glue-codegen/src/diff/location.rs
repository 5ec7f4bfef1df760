//! The places of members that are not keys of the body.

use std::collections::HashMap;

use glue_model::TimestampFormat;

use super::labels::Places;
use super::side::Side;
use crate::plan::{Location, Structure, TextForm};

/// Where the members of a structure travel, by their keys.
pub(super) struct Locations<'a> {
    side: &'a Side,
    structure: &'a Structure,
    by_key: HashMap<&'a str, &'a Location>,
}

impl<'a> Locations<'a> {
    pub(super) fn new(side: &'a Side, structure: &'a Structure) -> Self {
        let bindings = structure.bindings.iter();
        let by_key = bindings.map(|binding| (binding.key.as_str(), &binding.location)).collect();
        Self { side, structure, by_key }
    }

    /// Whether the member with a key travels in the same place in another structure. For a label,
    /// that is the place in the paths of all operations that have it, whatever the label's name.
    pub(super) fn is_same(&self, key: &str, other: &Self, other_key: &str) -> bool {
        match (self.by_key.get(key), other.by_key.get(other_key)) {
            (Some(Location::Label(one, _)), Some(Location::Label(another, _))) => {
                one == another || self.places(one) == other.places(another)
            }
            _ => self.text(key) == other.text(other_key),
        }
    }

    fn places(&self, label: &str) -> Option<&Places> {
        self.side.labels().places(self.structure, label)
    }

    /// Where in a request or response the member with a key travels, in words.
    pub(super) fn text(&self, key: &str) -> String {
        match self.by_key.get(key) {
            None => "body".to_owned(),
            Some(Location::Body(name)) => format!("body, key {name:?}"),
            Some(Location::Label(name, _)) => format!("label {name}"),
            Some(Location::Query(name, _)) => format!("parameter {name}"),
            Some(Location::QueryParams) => "parameters".to_owned(),
            Some(Location::Header(name, TextForm::Base64)) => format!("header {name} in base64"),
            Some(Location::Header(name, _)) => format!("header {name}"),
            Some(Location::PrefixHeaders(prefix)) => format!("headers {prefix}*"),
            Some(Location::StatusCode) => "status".to_owned(),
            Some(Location::Payload(_)) => "whole body".to_owned(),
        }
    }

    /// The format of the timestamps in the member with a key, if they are text there.
    pub(super) fn timestamp_format(&self, key: &str) -> Option<TimestampFormat> {
        fn of_form(form: &TextForm) -> Option<TimestampFormat> {
            match form {
                TextForm::Timestamp(format) => Some(*format),
                TextForm::List(entry) => of_form(entry),
                _ => None,
            }
        }
        match self.by_key.get(key)? {
            Location::Label(_, form) | Location::Query(_, form) | Location::Header(_, form) => {
                of_form(form)
            }
            _ => None,
        }
    }
}
