//! What the SDK knows of errors beside their members.

use std::collections::BTreeMap;
use std::error::Error;

use aws_smithy_types::error::ErrorMetadata;

use crate::{Document, ErrorEnvelope, ErrorShape, OperationError};

/// An error of the SDK as it would travel: with its code, and what the service says. Where the
/// service says nothing, as when its response could not be read, the cause has the word.
pub fn error_envelope(metadata: &ErrorMetadata, source: Option<&dyn Error>) -> ErrorEnvelope {
    let message = metadata.message().map(str::to_owned);
    let message = message.or_else(|| source.map(|source| source.to_string()));
    let code = metadata.code().map(|code| ("__type".to_owned(), code.into()));
    let message = message.map(|message| ("message".to_owned(), message.into()));
    let members: BTreeMap<String, Document> = code.into_iter().chain(message).collect();
    ErrorEnvelope::new(members.into())
}

/// The code and message of an operation's error as the SDK keeps them.
pub fn error_metadata<E: OperationError>(error: &E) -> ErrorMetadata {
    metadata(error.code(), error.message())
}

/// The code and message of a modelled error as the SDK keeps them.
pub fn shape_metadata<E: ErrorShape>(error: &E) -> ErrorMetadata {
    metadata(Some(E::CODE), error.message())
}

fn metadata(code: Option<&str>, message: Option<&str>) -> ErrorMetadata {
    let mut metadata = ErrorMetadata::builder();
    if let Some(code) = code {
        metadata = metadata.code(code);
    }
    if let Some(message) = message {
        metadata = metadata.message(message);
    }
    metadata.build()
}
