//! Values as text in URIs and headers.

use base64::engine::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_core::de::{Deserialize, Error};

use crate::binding::TextForm;
use crate::document::{Document, DocumentError};
use crate::timestamp::Timestamp;

/// A value of the data at rest as text; a list as the text of its first entry.
pub(super) fn write(form: TextForm, value: &Document) -> Result<String, DocumentError> {
    match (form, value) {
        (TextForm::Timestamp(format), _) => {
            Ok(Timestamp::deserialize(value.clone())?.format(format).to_string())
        }
        (TextForm::Base64, Document::String(text)) => Ok(STANDARD.encode(text)),
        (_, Document::String(text)) => Ok(text.clone()),
        (_, Document::Number(number)) => Ok(number.to_string()),
        (_, Document::Bool(value)) => Ok(value.to_string()),
        _ => Err(DocumentError::custom("neither text, number nor boolean")),
    }
}

/// The entries of a list as text, nulls left out; any other value as the only entry.
pub(super) fn write_entries(
    form: TextForm,
    value: &Document,
) -> Result<Vec<String>, DocumentError> {
    match (form, value) {
        (TextForm::List(entry), Document::Array(entries)) => {
            let set = entries.iter().filter(|value| !value.is_null());
            set.map(|value| write(*entry, value)).collect()
        }
        _ => Ok(vec![write(form, value)?]),
    }
}
