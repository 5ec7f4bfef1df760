//! What the headers of a response say of its error.

use std::collections::BTreeMap;

use super::{ErrorEnvelope, Fault};
use crate::Document;
use crate::binding::{Binding, Location};
use crate::headers::Headers;

/// The headers, and what they say of errors in general.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ErrorHead {
    headers: Headers,
    pub(super) query: Option<QueryError>,
}

/// What the query protocol would have said.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct QueryError {
    pub(super) code: Box<str>,
    pub(super) fault: Option<Fault>,
}

impl ErrorEnvelope {
    /// The same error with all headers of its response, as pairs of a name and a value: those that
    /// hold members of the error, `X-Amzn-Errortype` as in [`ErrorEnvelope::with_header`], and
    /// `X-Amzn-Query-Error`, by which services that once had the query protocol keep the codes and
    /// faults that errors had there, as in `InvalidParameterValue;Sender`.
    #[must_use]
    pub fn with_headers<N: AsRef<str>, V: AsRef<[u8]>>(
        self,
        headers: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        self.with_all(Headers::new(headers))
    }

    pub(crate) fn with_all(self, headers: Headers) -> Self {
        let query = headers.get("X-Amzn-Query-Error").and_then(|text| QueryError::parse(&text));
        let mut error = self.with_header(&headers.get("X-Amzn-Errortype").unwrap_or_default());
        error.head = ErrorHead { headers, query };
        error
    }

    /// The value of a header, where the headers are known. Several of one name are joined by
    /// commas.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        self.head.headers.get(name).map(String::from)
    }

    /// Adds the members of a modelled error that are not keys of the body.
    pub(super) fn bind(&self, bindings: &[Binding], members: &mut BTreeMap<String, Document>) {
        for binding in bindings {
            let value = match binding.location {
                Location::Body(key) => self.body.get(key).cloned(),
                Location::Payload(_) => Some(self.body.clone()),
                _ => binding.read(self.status, &self.head.headers),
            };
            match value {
                Some(value) => members.insert(binding.member.to_owned(), value),
                None => members.remove(binding.member),
            };
        }
    }
}

impl QueryError {
    /// Reads `InvalidParameterValue;Sender`. Nobody but senders and receivers is at fault.
    fn parse(text: &str) -> Option<Self> {
        let (code, fault) = text.split_once(';').unwrap_or((text, ""));
        let fault = match fault.trim() {
            "Sender" => Some(Fault::Client),
            "Receiver" => Some(Fault::Server),
            _ => None,
        };
        let code = code.trim();
        (!code.is_empty()).then(|| Self { code: code.into(), fault })
    }
}
