//! Where members travel that are not keys of the body.

use glue_model::TimestampFormat;

use crate::plan::{Location, Structure, TextForm};

/// The place in a request or response of the member with a key, in words.
pub(super) fn text(structure: &Structure, key: &str) -> String {
    match location(structure, key) {
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

/// The format of the timestamps of the member with a key, where they are text there.
pub(super) fn timestamp_format(structure: &Structure, key: &str) -> Option<TimestampFormat> {
    fn of_form(form: &TextForm) -> Option<TimestampFormat> {
        match form {
            TextForm::Timestamp(format) => Some(*format),
            TextForm::List(entry) => of_form(entry),
            _ => None,
        }
    }
    match location(structure, key)? {
        Location::Label(_, form) | Location::Query(_, form) | Location::Header(_, form) => {
            of_form(form)
        }
        _ => None,
    }
}

fn location<'a>(structure: &'a Structure, key: &str) -> Option<&'a Location> {
    let binding = structure.bindings.iter().find(|binding| binding.key == key);
    binding.map(|binding| &binding.location)
}
