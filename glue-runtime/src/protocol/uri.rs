//! Paths and queries.

use std::borrow::Cow;
use std::fmt::Write;

use super::error::RequestError;

/// The values of labels and query parameters.
#[derive(Default)]
pub(super) struct UriParts {
    /// Names of labels with their text, not yet encoded.
    pub(super) labels: Vec<(&'static str, String)>,
    /// Parameters in order, not yet encoded.
    pub(super) query: Vec<(Cow<'static, str>, String)>,
    /// Parameters from maps, which give way to the template's and to other members'.
    pub(super) query_maps: Vec<(String, String)>,
}

impl UriParts {
    /// The path of a template with its labels replaced, and the query: the template's own, then the
    /// parameters.
    pub(super) fn render(&self, template: &'static str) -> Result<String, RequestError> {
        let mut uri = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some((literal, after)) = rest.split_once('{') {
            let Some((label, after)) = after.split_once('}') else { break };
            uri.push_str(literal);
            self.write_label(label, &mut uri)?;
            rest = after;
        }
        uri.push_str(rest);
        let mut separator = if uri.contains('?') { '&' } else { '?' };
        let named = self.query.iter().map(|(name, value)| (&**name, value));
        let literal = template.split_once('?').map(|(_, query)| query.split('&'));
        let is_literal = |name: &str| {
            let mut pairs = literal.clone().into_iter().flatten();
            pairs.any(|pair| pair.split('=').next() == Some(name))
        };
        let is_free =
            |name: &str| !is_literal(name) && self.query.iter().all(|(other, _)| other != name);
        let mapped = self.query_maps.iter().map(|(name, value)| (&**name, value));
        for (name, value) in named.chain(mapped.filter(|(name, _)| is_free(name))) {
            uri.push(separator);
            percent_encode(name, "", &mut uri);
            uri.push('=');
            percent_encode(value, "", &mut uri);
            separator = '&';
        }
        Ok(uri)
    }

    fn write_label(&self, label: &'static str, uri: &mut String) -> Result<(), RequestError> {
        let (name, kept) = match label.strip_suffix('+') {
            Some(name) => (name, "/"),
            None => (label, ""),
        };
        let value = self.labels.iter().find(|(other, _)| *other == name);
        let value = value.map(|(_, value)| value).filter(|value| !value.is_empty());
        let value = value.ok_or(RequestError::EmptyLabel(name))?;
        let mut segments = value.split(|separator| kept.contains(separator));
        if segments.any(|segment| matches!(segment, "." | "..")) {
            return Err(RequestError::DotSegment(name));
        }
        percent_encode(value, kept, uri);
        Ok(())
    }
}

/// Encodes all characters but those to keep and those that RFC 3986 calls unreserved.
fn percent_encode(text: &str, kept: &str, to: &mut String) {
    for byte in text.bytes() {
        let character = char::from(byte);
        if byte.is_ascii_alphanumeric() || "-._~".contains(character) || kept.contains(character) {
            to.push(character);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(to, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::UriParts;

    #[test]
    fn maps_say_nothing_again_and_all_else() {
        let query_maps = ["", "mode", "mod"].map(|name| (name.to_owned(), "v".to_owned()));
        let uri = UriParts { query_maps: query_maps.to_vec(), ..UriParts::default() };
        assert_eq!(uri.render("/apis").unwrap(), "/apis?=v&mode=v&mod=v");
        assert_eq!(uri.render("/apis?mode=import").unwrap(), "/apis?mode=import&=v&mod=v");
        assert_eq!(uri.render("/apis?all&mode").unwrap(), "/apis?all&mode&=v&mod=v");
    }
}
