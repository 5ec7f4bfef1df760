//! What the headers of a response say of an error.

use super::envelope::ErrorEnvelope;
use crate::headers::Headers;

impl ErrorEnvelope {
    /// The same error with all headers of its response, as pairs of a name and a value: those that
    /// hold members of the error, `X-Amzn-Errortype` as in [`ErrorEnvelope::with_header`],
    /// `X-Amzn-RequestId`, and `X-Amzn-Query-Error`, by which services that once had the query
    /// protocol keep the codes and faults that errors had there, as in
    /// `InvalidParameterValue;Sender`.
    #[must_use]
    pub fn with_headers<N: AsRef<str>, V: AsRef<[u8]>>(
        self,
        headers: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        self.with_all(Headers::new(headers))
    }

    pub(crate) fn with_all(self, headers: Headers) -> Self {
        let mut error = self.received();
        error = error.with_header(&headers.get("X-Amzn-Errortype").unwrap_or_default());
        error.head = error.head.with_headers(headers);
        error
    }

    /// The value of a header, if the headers are known. Several headers with one name are joined by
    /// commas.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        self.head.header(name)
    }
}
