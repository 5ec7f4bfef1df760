//! [`ErrorShape`], an error structure of a model.

use super::fault::Fault;

/// An error structure of a model.
pub trait ErrorShape: std::error::Error {
    /// The name on the wire, such as `EntityNotFoundException`.
    const CODE: &'static str;
    /// The HTTP status of the error, if the model has one.
    const STATUS: Option<u16> = None;
    /// Who caused the error: the caller, if the model does not say.
    const FAULT: Fault;
    /// Whether the model says that the same request may succeed later.
    const RETRYABLE: bool;
    /// Whether the model says that the error asks callers to slow down.
    const THROTTLING: bool = false;
    /// Whether the model calls any member sensitive.
    const SENSITIVE: bool = false;
    /// Whether the model calls the message sensitive: then `Display` does not show it.
    const SENSITIVE_MESSAGE: bool = false;

    /// The service's message.
    fn message(&self) -> Option<&str>;
}
