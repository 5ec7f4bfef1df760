//! Errors as services report them.

use std::fmt;

use serde::de::{Deserialize, DeserializeOwned, Deserializer};

use crate::Document;

/// Whose mistake an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The caller's: the same request will fail again.
    Client,
    /// The service's: the same request may succeed later.
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

    /// What the service says about it.
    fn message(&self) -> Option<&str>;
}

/// The errors of an operation: those its model names, and any other, whole.
pub trait OperationError: std::error::Error + From<ErrorEnvelope> {
    /// The name of the error, such as `EntityNotFoundException`; none where the service gave none.
    fn code(&self) -> Option<&str>;

    /// What the service says about the error.
    fn message(&self) -> Option<&str>;
}

/// An error as it travels: its name, which stands in a header or in the body, and the body.
///
/// ```
/// use glue_runtime::ErrorEnvelope;
///
/// let body = r#"{"__type": "com.amazon#ThrottlingException", "message": "Rate exceeded"}"#;
/// let envelope: ErrorEnvelope = serde_json::from_str(body)?;
/// assert_eq!(envelope.code(), Some("ThrottlingException"));
/// assert_eq!(envelope.message(), Some("Rate exceeded"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ErrorEnvelope {
    code: Option<Box<str>>,
    body: Document,
}

impl ErrorEnvelope {
    /// An error with a body; the name is the body's `__type` or `code`.
    #[must_use]
    pub fn new(body: Document) -> Self {
        let named = |key| body.get(key).and_then(Document::as_str).and_then(error_name);
        let code = named("__type").or_else(|| named("code"));
        Self { code, body }
    }

    /// The same error with the value of the header `X-Amzn-Errortype`, whose name goes before the
    /// body's.
    #[must_use]
    pub fn with_header(self, header: &str) -> Self {
        Self { code: error_name(header).or(self.code), ..self }
    }

    /// The name, without namespace and without what follows a colon; none where there is none.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// What the service says: the body's `message` or `Message`.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        let text = |key| self.body.get(key).and_then(Document::as_str);
        text("message").or_else(|| text("Message"))
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &Document {
        &self.body
    }

    /// The body read as a modelled error, or the envelope where it does not fit.
    #[doc(hidden)]
    pub fn read<T: DeserializeOwned, E>(
        self,
        modelled: fn(T) -> E,
        unmodelled: fn(Self) -> E,
    ) -> E {
        // An error that says nothing of itself has no body, or a null.
        let body = match &self.body {
            Document::Null => Document::Object(Default::default()),
            body => body.clone(),
        };
        T::deserialize(body).map_or_else(|_| unmodelled(self), modelled)
    }
}

impl fmt::Display for ErrorEnvelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        describe(f, self.code().unwrap_or("unnamed error"), self.message())
    }
}

impl std::error::Error for ErrorEnvelope {}

impl<'de> Deserialize<'de> for ErrorEnvelope {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Document::deserialize(from).map(Self::new)
    }
}

/// Writes a modelled error as `Name: what the service says`.
pub fn describe_error<E: ErrorShape>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    describe(f, E::CODE, error.message())
}

fn describe(f: &mut fmt::Formatter<'_>, code: &str, message: Option<&str>) -> fmt::Result {
    f.write_str(code)?;
    match message {
        Some(message) => write!(f, ": {message}"),
        None => Ok(()),
    }
}

/// The name within a header or `__type`: what is before the first colon, then what is after the
/// first `#` (Smithy, awsJson 1.1, operation error serialization).
fn error_name(text: &str) -> Option<Box<str>> {
    let before = text.split(':').next().unwrap_or_default();
    let name = before.split_once('#').map_or(before, |(_, after)| after).trim();
    (!name.is_empty()).then(|| name.into())
}
