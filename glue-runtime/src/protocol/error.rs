//! What can go wrong with requests and responses.

use std::error::Error;
use std::fmt;

use crate::document::DocumentError;
use crate::escaped::Excerpt;
use crate::service::Protocol;

/// Why an input could not become a request. No message shows a value.
#[derive(Debug)]
#[non_exhaustive]
pub enum RequestError {
    /// The service's protocol does not have JSON bodies.
    Protocol(Protocol),
    /// No member has text for this label of the URI.
    EmptyLabel(&'static str),
    /// The text for this label of the URI has `.` or `..` as a segment of the path. Clients and
    /// servers remove such segments, `..` with the one before it (RFC 3986, section 5.2.4), so that
    /// the request would be for something else.
    DotSegment(&'static str),
    /// No member has valid text for this label of the host's name: 1 to 63 ASCII letters, digits
    /// and hyphens.
    HostLabel(&'static str),
    /// The member would make a header that HTTP does not allow: its name is not a token, or its value
    /// has a line break or another control character.
    Header(&'static str),
    /// A key of the member, which is a map, would set this header, such as `Host`, which belongs to
    /// the request itself.
    OwnHeader(&'static str, &'static str),
    /// The member's value cannot be written in the form that its location needs.
    Value(&'static str, DocumentError),
    /// The body cannot be written as JSON.
    Body(serde_json::Error),
    /// The input keeps a member with this key that the model does not have, and the body has no
    /// keys, so that the member has no place in the request.
    UnknownMember(String),
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Protocol(Protocol::Unknown) => f.write_str(
                "the protocol of the service is not known, so that no request can be made",
            ),
            Self::Protocol(protocol) => {
                write!(f, "requests of the protocol {protocol:?} are not supported")
            }
            Self::EmptyLabel(label) => {
                write!(f, "the URI needs a value for `{label}`, which must not be empty")
            }
            Self::DotSegment(label) => {
                write!(f, "`{label}` must not have `.` or `..` as a segment of the path")
            }
            Self::HostLabel(label) => {
                write!(f, "`{label}` must have 1 to 63 letters, digits or hyphens to name a host")
            }
            Self::Header(member) => write!(f, "`{member}` does not make a valid HTTP header"),
            Self::OwnHeader(member, header) => write!(
                f,
                "`{member}` must not set the header `{header}`, which belongs to the request itself: \
                 remove that key"
            ),
            Self::Value(member, error) => write!(f, "`{member}` cannot be written: {error}"),
            Self::Body(error) => write!(f, "the body cannot be written: {error}"),
            Self::UnknownMember(key) => write!(
                f,
                "the unknown member `{}` has no place in the request, whose body has no members: \
                 remove it",
                Excerpt(key)
            ),
        }
    }
}

impl Error for RequestError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Value(_, error) => Some(error),
            Self::Body(error) => Some(error),
            Self::Protocol(_)
            | Self::EmptyLabel(_)
            | Self::DotSegment(_)
            | Self::HostLabel(_)
            | Self::Header(_)
            | Self::OwnHeader(..)
            | Self::UnknownMember(_) => None,
        }
    }
}

/// Why a response has no output.
#[derive(Clone, Debug, PartialEq)]
pub enum ResponseError<E> {
    /// The service reports an error.
    Service(E),
    /// The response is not what the model says.
    Malformed(MalformedResponse),
}

impl<E: fmt::Display> fmt::Display for ResponseError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service(error) => error.fmt(f),
            Self::Malformed(error) => error.fmt(f),
        }
    }
}

impl<E: Error> Error for ResponseError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Service(error) => error.source(),
            Self::Malformed(_) => None,
        }
    }
}

/// A response that reports success but does not read as the operation's output. Values that the
/// model calls sensitive are not shown.
#[derive(Clone, Debug, PartialEq)]
pub struct MalformedResponse {
    status: u16,
    message: Box<str>,
}

impl MalformedResponse {
    /// A message may repeat a value, which may be long.
    pub(super) fn new(status: u16, error: impl fmt::Display) -> Self {
        Self { status, message: Excerpt(&error.to_string()).to_string().into() }
    }

    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }
}

impl fmt::Display for MalformedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "malformed response with status {}: {}", self.status, self.message)
    }
}

impl Error for MalformedResponse {}
