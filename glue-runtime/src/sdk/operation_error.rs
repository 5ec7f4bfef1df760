//! What the SDK knows of errors beside their members.

use std::collections::BTreeMap;
use std::error::Error;

use aws_smithy_types::error::ErrorMetadata;

use super::error::ConversionError;
use crate::document::Document;
use crate::error::{ErrorEnvelope, ErrorFacts, ErrorShape, Reported};

/// Under this key the SDK keeps the request's identifier.
const REQUEST_ID: &str = "aws_request_id";

/// A modelled error that the SDK has too, with its code and message and the request's identifier.
pub trait ErrorCounterpart: Sized {
    /// The SDK's type.
    type Sdk;

    /// The SDK's error.
    ///
    /// # Errors
    ///
    /// When it holds what the SDK's type cannot.
    fn into_sdk(self, metadata: ErrorMetadata) -> Result<Self::Sdk, ConversionError>;
}

/// An error of the SDK as it would travel: with its code, and what the service says. Where the
/// service says nothing, as when its response could not be read, the cause has the word.
pub fn error_envelope(metadata: &ErrorMetadata, source: Option<&dyn Error>) -> ErrorEnvelope {
    let message = metadata.message().map(str::to_owned);
    let message = message.or_else(|| source.map(|source| source.to_string()));
    let code = metadata.code().map(|code| ("__type".to_owned(), code.into()));
    let message = message.map(|message| ("message".to_owned(), message.into()));
    let members: BTreeMap<String, Document> = code.into_iter().chain(message).collect();
    ErrorEnvelope::new(members.into()).with_request_id(metadata.extra(REQUEST_ID))
}

/// A modelled error of the SDK, or whole where it cannot be converted.
pub fn reported<S, T: ErrorShape + TryFrom<S>, E>(
    error: S,
    envelope: ErrorEnvelope,
    modelled: fn(Reported<T>) -> E,
    unmodelled: fn(ErrorEnvelope) -> E,
) -> E {
    match T::try_from(error) {
        Ok(error) => modelled(envelope.with_own_code(T::CODE).reported(error)),
        Err(_) => unmodelled(envelope),
    }
}

/// The SDK's error for a modelled one.
///
/// # Errors
///
/// When the SDK's type cannot hold it: what is known of it beside its members.
pub fn reported_into_sdk<E: ErrorShape + ErrorCounterpart>(
    error: Reported<E>,
) -> Result<E::Sdk, ErrorMetadata> {
    let metadata = error_metadata(&error.facts());
    error.into_inner().into_sdk(metadata.clone()).map_err(|_| metadata)
}

/// The SDK's structure for that of a modelled error.
///
/// # Errors
///
/// When the SDK's type cannot hold it.
pub fn shape_into_sdk<E: ErrorShape + ErrorCounterpart>(
    error: E,
) -> Result<E::Sdk, ConversionError> {
    let metadata = error_metadata(&ErrorFacts::of(&error));
    error.into_sdk(metadata)
}

/// The code and message of an error, and the request's identifier, as the SDK keeps them.
pub fn error_metadata(facts: &ErrorFacts<'_>) -> ErrorMetadata {
    let mut metadata = ErrorMetadata::builder();
    if let Some(code) = facts.code {
        metadata = metadata.code(code);
    }
    if let Some(message) = facts.message {
        metadata = metadata.message(message);
    }
    if let Some(request_id) = facts.request_id {
        metadata = metadata.custom(REQUEST_ID, request_id);
    }
    metadata.build()
}
