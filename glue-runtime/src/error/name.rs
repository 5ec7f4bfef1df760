//! The name of an error in a header or a body.

use crate::document::Document;

/// The name that a service writes into a body.
pub(super) fn named(body: &Document) -> Option<Box<str>> {
    let named = |key| body.get(key).and_then(Document::as_str).and_then(error_name);
    ["__type", "code", "Code"].into_iter().find_map(named)
}

/// The name within a header or `__type`: what is before the first colon, then what is after the
/// first `#` (Smithy, awsJson 1.1, operation error serialization).
pub(super) fn error_name(text: &str) -> Option<Box<str>> {
    let before = text.split(':').next().unwrap_or_default();
    let name = before.split_once('#').map_or(before, |(_, after)| after).trim();
    (!name.is_empty()).then(|| name.into())
}
