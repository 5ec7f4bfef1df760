//! Errors as services report them.

use std::fmt;

use crate::escaped::Escaped;
#[cfg(feature = "protocol")]
use crate::escaped::Excerpt;

mod cause;
mod envelope;
mod head;
mod members;
mod reported;
mod retry;
mod saved;

pub use envelope::ErrorEnvelope;
pub use reported::Reported;

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

    /// The HTTP status: that of the response, or else what the model says.
    fn status(&self) -> Option<u16> {
        self.facts().status
    }

    /// The request's identifier, by which AWS finds it, where the response is known to have one.
    fn request_id(&self) -> Option<&str> {
        self.facts().request_id
    }

    /// Whose mistake the error is: the service's, if the model or the status of the response says
    /// so. None where neither says anything.
    fn fault(&self) -> Option<Fault> {
        self.facts().fault
    }

    /// Whether the same request may succeed later: the model says so, or the code or the status is
    /// one that AWS's SDKs retry in their
    /// [standard mode](https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html).
    ///
    /// The status of the response counts whatever the code is. Where no status is known, a mistake
    /// of the service's counts as the status 500.
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
    pub(crate) code: Option<&'a str>,
    pub(crate) message: Option<&'a str>,
    form: MessageForm,
    fault: Option<Fault>,
    status: Option<u16>,
    pub(crate) request_id: Option<&'a str>,
    retryable: bool,
    throttling: bool,
}

/// How much of a message is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum MessageForm {
    /// What the service says, whole.
    #[default]
    Whole,
    /// A body that is not JSON, such as a page of a proxy: its start.
    #[cfg(feature = "protocol")]
    Excerpt,
    /// Nothing of what the model calls sensitive.
    Hidden,
}

impl<'a> ErrorFacts<'a> {
    /// The facts of a modelled error.
    pub fn of<E: ErrorShape>(error: &'a E) -> Self {
        Self {
            code: Some(E::CODE),
            message: error.message(),
            form: if E::SENSITIVE_MESSAGE { MessageForm::Hidden } else { MessageForm::Whole },
            fault: Some(E::FAULT),
            status: E::STATUS,
            request_id: None,
            retryable: E::RETRYABLE,
            throttling: E::THROTTLING,
        }
    }
}

/// Writes an error as `Name: what the service says`. Line breaks and what else could change what a log
/// or a terminal shows are escaped.
impl fmt::Display for ErrorFacts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code, self.status) {
            (Some(code), _) => Escaped(code).fmt(f)?,
            (None, Some(status)) => write!(f, "unnamed error with status {status}")?,
            (None, None) => f.write_str("unnamed error")?,
        }
        match (self.message, self.form) {
            (None, _) => Ok(()),
            (Some(message), MessageForm::Whole) => write!(f, ": {}", Escaped(message)),
            #[cfg(feature = "protocol")]
            (Some(message), MessageForm::Excerpt) => write!(f, ": {}", Excerpt(message)),
            (Some(_), MessageForm::Hidden) => f.write_str(": <sensitive>"),
        }
    }
}

/// Writes a modelled error as `Name: what the service says`.
pub fn describe_error<E: ErrorShape>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Display::fmt(&ErrorFacts::of(error), f)
}
