//! What a response says of its error beside the body.

use super::fault::Fault;
#[cfg(feature = "protocol")]
use crate::headers::Headers;

/// The headers in which services send a request's identifier.
#[cfg(feature = "protocol")]
const REQUEST_ID: [&str; 3] = ["X-Amzn-RequestId", "X-Amz-Request-Id", "X-Amzn-Request-Id"];

/// The status and headers of a response, and what they say of errors in general.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ErrorHead {
    pub(super) status: Option<u16>,
    pub(super) request_id: Option<Box<str>>,
    pub(super) query: Option<QueryError>,
    #[cfg(feature = "protocol")]
    pub(super) headers: Headers,
}

/// What the query protocol would have said.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct QueryError {
    pub(super) code: Box<str>,
    pub(super) fault: Option<Fault>,
}

impl ErrorHead {
    /// What another program kept.
    pub(super) fn saved(
        status: Option<u16>,
        request_id: Option<&str>,
        query: Option<QueryError>,
    ) -> Self {
        let request_id = request_id.map(Into::into);
        let mut head = Self::default();
        (head.status, head.request_id, head.query) = (status, request_id, query);
        head
    }

    /// Who caused the error, by the query protocol.
    pub(super) fn said_fault(&self) -> Option<Fault> {
        self.query.as_ref().and_then(|query| query.fault)
    }

    pub(super) fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// These facts, completed by those of the other.
    pub(super) fn or(&self, other: &Self) -> Self {
        let mut head = self.clone();
        head.status = head.status.or(other.status);
        head.request_id = head.request_id.or_else(|| other.request_id.clone());
        head.query = head.query.or_else(|| other.query.clone());
        head
    }
}

#[cfg(feature = "protocol")]
impl ErrorHead {
    pub(super) fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).map(String::from)
    }

    /// The same with all headers.
    pub(super) fn with_headers(self, headers: Headers) -> Self {
        let query = headers.get("X-Amzn-Query-Error").and_then(|text| QueryError::parse(&text));
        let request_id = REQUEST_ID.iter().find_map(|name| headers.get(name)).map(Into::into);
        Self { query, request_id: request_id.or(self.request_id), headers, ..self }
    }
}

impl QueryError {
    /// Reads `InvalidParameterValue;Sender`.
    #[cfg(feature = "protocol")]
    fn parse(text: &str) -> Option<Self> {
        let (code, fault) = text.split_once(';').unwrap_or((text, ""));
        let code = code.trim();
        (!code.is_empty()).then(|| Self { code: code.into(), fault: Self::fault(fault) })
    }

    /// The query protocol names senders and receivers only.
    pub(super) fn fault(text: &str) -> Option<Fault> {
        match text.trim() {
            "Sender" => Some(Fault::Client),
            "Receiver" => Some(Fault::Server),
            _ => None,
        }
    }
}
