//! The errors of calls.

use std::error::Error;
use std::fmt;

use glue_types::{OperationError, RequestError, ResponseError};

/// The reason why a call has no output.
#[derive(Debug)]
pub enum CallError<E> {
    /// The input does not make a valid request.
    Input(RequestError),
    /// The request cannot be signed or sent.
    Request(Box<dyn Error + Send + Sync>),
    /// No complete response arrived.
    Connection {
        /// The endpoint of the call.
        endpoint: String,
        /// The error of the connection.
        error: Box<ureq::Error>,
    },
    /// The service reported an error, or its response does not match the model.
    Response(ResponseError<E>),
}

impl<E: OperationError> CallError<E> {
    /// Returns whether the same call may succeed later, as far as the types and the connection
    /// tell.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Response(ResponseError::Service(error)) => error.is_retryable(),
            Self::Connection { error, .. } => matches!(
                **error,
                ureq::Error::Io(_) | ureq::Error::Timeout(_) | ureq::Error::ConnectionFailed
            ),
            Self::Input(_) | Self::Request(_) | Self::Response(_) => false,
        }
    }
}

impl<E: fmt::Display> fmt::Display for CallError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(error) => error.fmt(f),
            Self::Request(error) => write!(f, "the request cannot be sent: {error}"),
            Self::Connection { endpoint, error } => {
                write!(f, "no answer from {endpoint}: ")?;
                match &**error {
                    ureq::Error::Io(error) => error.fmt(f),
                    error => error.fmt(f),
                }
            }
            Self::Response(error) => error.fmt(f),
        }
    }
}

impl<E: Error + 'static> Error for CallError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Input(error) => error.source(),
            Self::Request(error) => Some(&**error),
            Self::Connection { error, .. } => Some(&**error),
            Self::Response(error) => error.source(),
        }
    }
}
