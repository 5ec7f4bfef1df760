//! Where members travel that are not keys of the body.

use glue_model::TimestampFormat;

use super::side::Side;
use crate::plan::{Location, Structure, TextForm};

/// Whether a member with a key travels in the same place in both models. Of a label, that is the
/// place in the paths of all operations that have it, whatever the label is called.
pub(super) fn is_same(
    (old, from, from_key): (&Side, &Structure, &str),
    (new, to, to_key): (&Side, &Structure, &str),
) -> bool {
    match (location(from, from_key), location(to, to_key)) {
        (Some(Location::Label(one, _)), Some(Location::Label(other, _))) => {
            one == other || places(old, from, one) == places(new, to, other)
        }
        _ => text(from, from_key) == text(to, to_key),
    }
}

/// The places of a label among those of the paths of operations that both models may have, by the
/// operations' names.
fn places<'a>(side: &'a Side, structure: &Structure, label: &str) -> Vec<(&'a str, Option<usize>)> {
    let takes = |input: &Option<_>| input.as_ref() == Some(&structure.name);
    let operations = side.plan.operations.iter().filter(|operation| takes(&operation.input));
    let mut places: Vec<_> = operations
        .map(|operation| {
            let labels = operation.uri.split(['{', '}']).skip(1).step_by(2);
            let mut names = labels.map(|name| name.strip_suffix('+').unwrap_or(name));
            (operation.model_name.as_str(), names.position(|name| name == label))
        })
        .collect();
    places.sort_unstable();
    places
}

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
