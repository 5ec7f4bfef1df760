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
    headers: Vec<Header>,
    /// Headers out of maps, which give way to those with a member of their own.
    header_maps: Vec<Header>,
}

/// A header's name and value.
pub(super) type Header = (Cow<'static, str>, String);

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
                self.headers.push(header(member, name.into(), value)?);
            }
            Location::PrefixHeaders(prefix) => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    let value = text::write(TextForm::Text, value).map_err(fail)?;
                    self.header_maps.push(header(member, format!("{prefix}{key}").into(), value)?);
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

    /// The URI's parts, and the headers.
    pub(super) fn into_parts(self) -> (UriParts, Vec<Header>) {
        let Self { uri, mut headers, mut header_maps } = self;
        header_maps.retain(|(name, _)| !has_header(&headers, name));
        headers.append(&mut header_maps);
        (uri, headers)
    }
}

pub(super) fn has_header(headers: &[Header], name: &str) -> bool {
    headers.iter().any(|(other, _)| other.eq_ignore_ascii_case(name))
}

/// Refuses what would end the header and start another.
fn header(
    member: &'static str,
    name: Cow<'static, str>,
    value: String,
) -> Result<Header, RequestError> {
    let is_allowed = |byte: u8| byte == b'\t' || !byte.is_ascii_control();
    if !is_token(&name) || !value.bytes().all(is_allowed) {
        return Err(RequestError::Header(member));
    }
    Ok((name, value))
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Binding, Document, Head, Location};

    #[test]
    fn members_of_their_own_go_before_entries_of_maps() {
        let all = Binding::new("all", Location::PrefixHeaders(""));
        let entries = [("X-One", "map"), ("x-two", "2"), ("X-Two", "3")];
        let entries = entries.map(|(name, value)| (name.to_owned(), Document::from(value)));
        let mut head = Head::default();
        head.put(&all, &BTreeMap::from(entries).into()).unwrap();
        head.put(&Binding::header("one", "x-one"), &"member".into()).unwrap();
        let (_, headers) = head.into_parts();
        let headers: Vec<(&str, &str)> =
            headers.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(headers, [("x-one", "member"), ("X-Two", "3"), ("x-two", "2")]);
    }
}
