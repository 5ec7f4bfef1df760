//! What the SDK keeps of errors beside their members.

use std::collections::BTreeMap;
use std::error::Error;

use aws_smithy_types::error::ErrorMetadata;

use super::error::ConversionError;
use crate::document::Document;
use crate::error::{ErrorEnvelope, ErrorFacts, ErrorShape, Reported};

/// Under this key the SDK keeps the request's identifier.
const REQUEST_ID: &str = "aws_request_id";

/// A modeled error that the SDK has too, with its code and message and the request's identifier.
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

/// An error of the SDK as a service would send it: with its code and message. If there is no
/// message, as when the response could not be read, the source is the message.
pub fn error_envelope(metadata: &ErrorMetadata, source: Option<&dyn Error>) -> ErrorEnvelope {
    let message = metadata.message().map(str::to_owned);
    let message = message.or_else(|| source.map(|source| source.to_string()));
    let code = metadata.code().map(|code| ("__type".to_owned(), code.into()));
    let message = message.map(|message| ("message".to_owned(), message.into()));
    let members: BTreeMap<String, Document> = code.into_iter().chain(message).collect();
    ErrorEnvelope::new(members.into()).with_request_id(metadata.extra(REQUEST_ID))
}

/// Converts a modeled error of the SDK. One that cannot be converted is kept whole.
pub fn reported<S, T: ErrorShape + TryFrom<S>, E>(
    error: S,
    envelope: ErrorEnvelope,
    modeled: fn(Reported<T>) -> E,
    unmodeled: fn(ErrorEnvelope) -> E,
) -> E {
    match T::try_from(error) {
        Ok(error) => modeled(envelope.with_own_code(T::CODE).reported(error)),
        Err(_) => unmodeled(envelope),
    }
}

/// The SDK's error for a modeled one.
///
/// # Errors
///
/// When the SDK's type cannot hold it. What is known beside the members is returned instead.
pub fn reported_into_sdk<E: ErrorShape + ErrorCounterpart>(
    error: Reported<E>,
) -> Result<E::Sdk, ErrorMetadata> {
    let metadata = error_metadata(&error.facts());
    error.into_inner().into_sdk(metadata.clone()).map_err(|_| metadata)
}

/// The SDK's structure for a modeled error's.
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
