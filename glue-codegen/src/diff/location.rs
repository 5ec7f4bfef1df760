//! Where members travel that are not keys of the body.

use crate::plan::{Location, Structure, TextForm};

/// The place in a request or response of the member with a key, in words.
pub(super) fn text(structure: &Structure, key: &str) -> String {
    let mut bindings = structure.bindings.iter();
    match bindings.find(|binding| binding.key == key).map(|binding| &binding.location) {
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
