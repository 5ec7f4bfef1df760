//! The host prefix.

use serde_core::Serialize;

use super::error::RequestError;
use crate::document::Document;

/// The host prefix with the values of its labels.
pub(super) fn prefix<T: Serialize>(
    template: &'static str,
    input: &T,
) -> Result<String, RequestError> {
    if !template.contains('{') {
        return Ok(template.to_owned());
    }
    let mut prefix = String::new();
    let mut rest = template;
    while let Some((literal, after)) = rest.split_once('{') {
        let (key, after) = after.split_once('}').unwrap_or((after, ""));
        let input = Document::from_serialize(input);
        let input = input.map_err(|error| RequestError::Value(key, error))?;
        let value = input.get(key).and_then(Document::as_str).filter(|value| is_label(value));
        prefix.push_str(literal);
        prefix.push_str(value.ok_or(RequestError::HostLabel(key))?);
        rest = after;
    }
    prefix.push_str(rest);
    Ok(prefix)
}

/// Whether a text can be between the dots of a host's name, so that no value leads to another host.
fn is_label(text: &str) -> bool {
    let is_label_byte = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&text.len()) && text.bytes().all(is_label_byte)
}
