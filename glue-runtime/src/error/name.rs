//! The name of an error.

/// The name within a header or `__type`: what is before the first colon, then what is after the
/// first `#` (Smithy, awsJson 1.1, operation error serialization).
pub(super) fn error_name(text: &str) -> Option<Box<str>> {
    let before = text.split(':').next().unwrap_or_default();
    let name = before.split_once('#').map_or(before, |(_, after)| after).trim();
    (!name.is_empty()).then(|| name.into())
}
