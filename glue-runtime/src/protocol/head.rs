//! From the values of bound members to a request's URI and headers.

use std::borrow::Cow;

use super::error::RequestError;
use super::text;
use super::uri::UriParts;
use crate::binding::{Binding, Location, TextForm};
use crate::{Document, DocumentError};

/// The head of a request as far as members make it.
#[derive(Default)]
pub(super) struct Head {
    pub(super) uri: UriParts,
    pub(super) headers: Vec<(Cow<'static, str>, String)>,
}

impl Head {
    /// Puts a member's value where its binding says.
    pub(super) fn put(&mut self, binding: &Binding, value: &Document) -> Result<(), RequestError> {
        let member = binding.member;
        let fail = |error| RequestError::Value(member, error);
        match binding.location {
            _ if value.is_null() => {}
            Location::Label(name, form) => {
                self.uri.labels.push((name, text::write(form, value).map_err(fail)?));
            }
            Location::Query(name, form) => {
                let entries = text::write_entries(form, value).map_err(fail)?;
                let parameters = entries.into_iter().map(|entry| (name.into(), entry));
                self.uri.query.extend(parameters);
            }
            Location::QueryParams => self.put_query_map(value).map_err(fail)?,
            Location::Header(name, form) => {
                let value = header_value(form, value).map_err(fail)?;
                self.put_header(member, name.into(), value)?;
            }
            Location::PrefixHeaders(prefix) => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    let value = text::write(TextForm::Text, value).map_err(fail)?;
                    self.put_header(member, format!("{prefix}{key}").into(), value)?;
                }
            }
            Location::StatusCode | Location::Payload(_) | Location::Body(_) => {}
        }
        Ok(())
    }

    fn put_query_map(&mut self, value: &Document) -> Result<(), DocumentError> {
        for (key, value) in value.as_object().into_iter().flatten() {
            if !value.is_null() {
                let entries = text::write_entries(TextForm::List(&TextForm::Text), value)?;
                let parameters = entries.into_iter().map(|entry| (key.clone(), entry));
                self.uri.query_maps.extend(parameters);
            }
        }
        Ok(())
    }

    /// Refuses what would end the header and start another.
    fn put_header(
        &mut self,
        member: &'static str,
        name: Cow<'static, str>,
        value: String,
    ) -> Result<(), RequestError> {
        let is_allowed = |byte: u8| byte == b'\t' || !byte.is_ascii_control();
        if !is_token(&name) || !value.bytes().all(is_allowed) {
            return Err(RequestError::Header(member));
        }
        self.headers.push((name, value));
        Ok(())
    }

    pub(super) fn has_header(&self, name: &str) -> bool {
        self.headers.iter().any(|(other, _)| other.eq_ignore_ascii_case(name))
    }
}

/// Whether a text may be a header's name (RFC 9110, section 5.6.2).
fn is_token(name: &str) -> bool {
    let is_token_byte =
        |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_token_byte)
}

fn header_value(form: TextForm, value: &Document) -> Result<String, DocumentError> {
    let entries = text::write_entries(form, value)?;
    match form {
        TextForm::List(TextForm::Text) => {
            Ok(entries.iter().map(|entry| quote(entry)).collect::<Vec<_>>().join(", "))
        }
        _ => Ok(entries.join(", ")),
    }
}

/// An entry of a list, in quotes where it has what separates or quotes entries.
fn quote(entry: &str) -> Cow<'_, str> {
    let is_plain = entry == entry.trim_ascii() && !entry.contains([',', '"']);
    if is_plain {
        return entry.into();
    }
    format!("\"{}\"", entry.replace('\\', "\\\\").replace('"', "\\\"")).into()
}
