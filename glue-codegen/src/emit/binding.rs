//! The bindings of members that are not keys of the body.

use glue_model::TimestampFormat;

use super::text::quoted;
use crate::plan::{Binding, Location, PayloadForm, TextForm};

/// A row of a structure's list of bindings.
pub(super) fn row(binding: &Binding) -> String {
    let row = constructor(binding);
    if binding.sensitive { row + ".sensitive()" } else { row }
}

fn constructor(binding: &Binding) -> String {
    let key = quoted(&binding.key);
    let location = match &binding.location {
        Location::Label(name, form) => return with_form("label", &key, name, form),
        Location::Query(name, form) => return with_form("query", &key, name, form),
        Location::Header(name, form) => return with_form("header", &key, name, form),
        Location::QueryParams => "QueryParams".to_owned(),
        Location::PrefixHeaders(prefix) => format!("PrefixHeaders({})", quoted(prefix)),
        Location::StatusCode => "StatusCode".to_owned(),
        Location::Payload(form) => {
            let form = match form {
                PayloadForm::Structure => "Structure",
                PayloadForm::Json => "Json",
                PayloadForm::Text => "Text",
                PayloadForm::Bytes => "Bytes",
                PayloadForm::EventStream => "EventStream",
            };
            format!("Payload(::glue_runtime::PayloadForm::{form})")
        }
        Location::Body(name) => format!("Body({})", quoted(name)),
    };
    format!("::glue_runtime::Binding::new({key}, ::glue_runtime::Location::{location})")
}

fn with_form(location: &str, key: &str, name: &str, form: &TextForm) -> String {
    let form = match form {
        TextForm::Text => String::new(),
        other => format!(".in_form({})", text_form(other)),
    };
    format!("::glue_runtime::Binding::{location}({key}, {}){form}", quoted(name))
}

fn text_form(form: &TextForm) -> String {
    let form = match form {
        TextForm::Text => "Text",
        TextForm::Number => "Number",
        TextForm::Boolean => "Boolean",
        TextForm::Base64 => "Base64",
        TextForm::Timestamp(format) => {
            let format = match format {
                TimestampFormat::EpochSeconds => "EpochSeconds",
                TimestampFormat::DateTime => "DateTime",
                TimestampFormat::HttpDate => "HttpDate",
            };
            return format!(
                "::glue_runtime::TextForm::Timestamp(::glue_runtime::TimestampFormat::{format})"
            );
        }
        TextForm::List(entry) => {
            return format!("::glue_runtime::TextForm::List(&{})", text_form(entry));
        }
    };
    format!("::glue_runtime::TextForm::{form}")
}
