//! [`ErrorShape`], an error structure of a model.

use super::fault::Fault;

/// An error structure of a model.
pub trait ErrorShape: std::error::Error {
    /// The name on the wire, such as `EntityNotFoundException`.
    const CODE: &'static str;
    /// The HTTP status it comes with, where the model says.
    const STATUS: Option<u16> = None;
    /// Whose mistake it is: the caller's, where the model does not say.
    const FAULT: Fault;
    /// Whether the model says that the same request may succeed later.
    const RETRYABLE: bool;
    /// Whether the model says that it asks callers to slow down.
    const THROTTLING: bool = false;
    /// Whether the model calls any member sensitive.
    const SENSITIVE: bool = false;
    /// Whether the model calls the message sensitive: then `Display` does not show it.
    const SENSITIVE_MESSAGE: bool = false;

    /// What the service says about it.
    fn message(&self) -> Option<&str>;
}
