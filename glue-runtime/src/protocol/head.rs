//! From the values of bound members to a request's URI and headers.

use std::borrow::Cow;

use super::error::RequestError;
use super::text;
use super::uri::UriParts;
use crate::binding::{Binding, Location, TextForm};
use crate::document::{Document, DocumentError};

/// The part of a request's head that is made of members.
#[derive(Default)]
pub(super) struct Head {
    pub(super) uri: UriParts,
    headers: Vec<Header>,
    /// Headers from maps, which give way to headers with a member of their own.
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
                    let name = format!("{prefix}{key}");
                    if let Some(owned) = owned(&name) {
                        return Err(RequestError::OwnHeader(member, owned));
                    }
                    self.header_maps.push(header(member, name.into(), value)?);
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

/// Refuses text that would end the header and start another.
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

/// The header of this name if it belongs to the request itself, so that no key of a map may set it:
/// headers say where the request goes, what its body is and where it ends (RFC 9110, sections 6, 7
/// and 8), and who signed it.
fn owned(name: &str) -> Option<&'static str> {
    const OWNED: [&str; 16] = [
        "Authorization",
        "Connection",
        "Content-Encoding",
        "Content-Length",
        "Content-Type",
        "Expect",
        "Host",
        "Keep-Alive",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "X-Amz-Content-Sha256",
        "X-Amz-Date",
        "X-Amz-Security-Token",
    ];
    OWNED.into_iter().find(|owned| owned.eq_ignore_ascii_case(name))
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

/// An entry of a list, in quotes if it has a comma or a quote, or spaces around it.
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

    use super::{Binding, Document, Head, Location, RequestError};

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

    #[test]
    fn no_key_of_a_map_is_a_header_that_the_request_owns() {
        let put = |prefix, key: &str| {
            let entries = BTreeMap::from([(key.to_owned(), Document::from("evil.example"))]);
            let binding = Binding::new("all", Location::PrefixHeaders(prefix));
            Head::default().put(&binding, &entries.into())
        };
        let owned = ["Host", "host", "content-length", "TRANSFER-ENCODING", "Content-Type", "te"];
        for key in owned.into_iter().chain(["authorization", "x-amz-security-token"]) {
            let error = put("", key).unwrap_err();
            assert!(matches!(error, RequestError::OwnHeader("all", _)), "{key}: {error}");
        }
        assert_eq!(
            put("Ho", "st").unwrap_err().to_string(),
            "`all` must not set the header `Host`, which belongs to the request itself: remove that key",
        );
        for (prefix, key) in [("", "hello"), ("", "x-amz-meta-host"), ("x-amz-meta-", "host")] {
            assert!(put(prefix, key).is_ok(), "{prefix}{key}");
        }
    }
}
