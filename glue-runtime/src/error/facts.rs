//! [`ErrorFacts`], what all errors have in common.

use std::fmt;

use super::fault::Fault;
use super::shape::ErrorShape;
use crate::escaped::Escaped;
#[cfg(feature = "protocol")]
use crate::escaped::Excerpt;

/// What all errors have in common, modeled or not.
pub struct ErrorFacts<'a> {
    pub(crate) code: Option<&'a str>,
    pub(crate) message: Option<&'a str>,
    pub(super) form: MessageForm,
    pub(super) fault: Option<Fault>,
    pub(super) status: Option<u16>,
    pub(crate) request_id: Option<&'a str>,
    pub(super) retryable: bool,
    pub(super) throttling: bool,
}

/// How much of a message is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum MessageForm {
    /// The whole message.
    #[default]
    Whole,
    /// The start of a body that is not JSON, such as a proxy's error page.
    #[cfg(feature = "protocol")]
    Excerpt,
    /// Nothing, because the model calls the message sensitive.
    Hidden,
}

impl<'a> ErrorFacts<'a> {
    /// The facts of a modeled error.
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

/// Writes an error as `Name: what the service says`. Line breaks and other characters that could
/// change what a log or a terminal shows are escaped.
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

/// Writes a modeled error as `Name: what the service says`.
pub fn describe_error<E: ErrorShape>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Display::fmt(&ErrorFacts::of(error), f)
}
