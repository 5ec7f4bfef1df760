//! Errors as services report them.

use std::fmt;

mod envelope;
#[cfg(feature = "protocol")]
mod head;
mod retry;

pub use envelope::ErrorEnvelope;

/// Whose mistake an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The caller's, who asked for the wrong thing or too often.
    Client,
    /// The service's.
    Server,
}

/// An error structure of a model.
pub trait ErrorShape: std::error::Error {
    /// The name on the wire, such as `EntityNotFoundException`.
    const CODE: &'static str;
    /// The HTTP status it comes with.
    const STATUS: u16;
    /// Whose mistake it is.
    const FAULT: Fault;
    /// Whether the model says that the same request may succeed later.
    const RETRYABLE: bool;
    /// Whether the model says that it asks callers to slow down.
    const THROTTLING: bool = false;

    /// What the service says about it.
    fn message(&self) -> Option<&str>;
}

/// The errors of an operation: those its model names, and any other, whole.
pub trait OperationError: std::error::Error + From<ErrorEnvelope> {
    /// What all errors have in common.
    #[doc(hidden)]
    fn facts(&self) -> ErrorFacts<'_>;

    /// The name of the error, such as `EntityNotFoundException`; none where the service gave none.
    fn code(&self) -> Option<&str> {
        self.facts().code
    }

    /// What the service says about the error.
    fn message(&self) -> Option<&str> {
        self.facts().message
    }

    /// Whose mistake the error is; none where neither model nor response says.
    fn fault(&self) -> Option<Fault> {
        self.facts().fault
    }

    /// Whether the same request may succeed later: the model says so, or the code or the status is
    /// one that AWS's SDKs retry in their
    /// [standard mode](https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html).
    fn is_retryable(&self) -> bool {
        let facts = self.facts();
        facts.retryable || facts.is_throttling() || facts.is_transient()
    }

    /// Whether the service asks callers to slow down.
    fn is_throttling(&self) -> bool {
        self.facts().is_throttling()
    }
}

/// What all errors have in common, modelled or not.
pub struct ErrorFacts<'a> {
    code: Option<&'a str>,
    message: Option<&'a str>,
    fault: Option<Fault>,
    status: Option<u16>,
    retryable: bool,
    throttling: bool,
}

impl<'a> ErrorFacts<'a> {
    /// The facts of a modelled error.
    pub fn of<E: ErrorShape>(error: &'a E) -> Self {
        Self {
            code: Some(E::CODE),
            message: error.message(),
            fault: Some(E::FAULT),
            status: Some(E::STATUS),
            retryable: E::RETRYABLE,
            throttling: E::THROTTLING,
        }
    }
}

/// Writes an error as `Name: what the service says`.
impl fmt::Display for ErrorFacts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code, self.status) {
            (Some(code), _) => f.write_str(code)?,
            (None, Some(status)) => write!(f, "unnamed error with status {status}")?,
            (None, None) => f.write_str("unnamed error")?,
        }
        match self.message {
            Some(message) => write!(f, ": {message}"),
            None => Ok(()),
        }
    }
}

/// Writes a modelled error as `Name: what the service says`.
pub fn describe_error<E: ErrorShape>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Display::fmt(&ErrorFacts::of(error), f)
}
