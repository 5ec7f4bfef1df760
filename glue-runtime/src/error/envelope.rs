//! [`ErrorEnvelope`], an error on the wire.

#[cfg(feature = "protocol")]
use std::collections::BTreeMap;
use std::fmt;

use serde_core::de::{Deserialize, DeserializeOwned, Deserializer};

use super::facts::{ErrorFacts, MessageForm};
use super::fault::fault_of_status;
use super::head::{ErrorHead, QueryError};
use super::name::{error_name, named};
use super::reported::Reported;
use super::saved::{BOTOCORE, Saved, SavedForm};
use super::shape::ErrorShape;
use crate::document::Document;
use crate::wire::Structure;

/// An error on the wire: its name, which is in a header or in the body, and the body.
///
/// It also reads the forms in which other programs keep errors: the `response` of botocore's
/// exceptions (`{"Error": {"Code", "Message"}, "ResponseMetadata"}`), CloudTrail's `errorCode` and
/// `errorMessage`, alone or in a whole record, Lambda's `errorType` and `errorMessage`, and the
/// `Error` and `Cause` of Step Functions (`Glue.EntityNotFoundException`). Where these forms keep
/// the status and the request's identifier, it has them too. Some services have members of those
/// names, so a header, a `__type` or a `code` takes precedence over them. But no service sends
/// `Error` and `ResponseMetadata`, which take precedence over everything.
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
#[derive(Clone, Default, PartialEq)]
pub struct ErrorEnvelope {
    name: Option<Box<str>>,
    pub(super) head: ErrorHead,
    pub(super) saved: Option<Box<Saved>>,
    pub(super) body: Document,
    /// How the message is printed.
    form: MessageForm,
}

impl ErrorEnvelope {
    /// An error whose name is in its body.
    // Inline, so that only crates that read saved errors compile what reads them.
    #[must_use]
    #[inline]
    pub fn new(body: Document) -> Self {
        let name = named(&body);
        let saved = Saved::unmistakable(&body).or_else(|| match name {
            Some(_) => None,
            None => Saved::likely(&body),
        });
        let name = saved.as_ref().map(|saved| saved.name.clone()).or(name);
        Self { name, saved: saved.map(Box::new), body, ..Self::default() }
    }

    /// An error with the body of a response, whose members are the service's.
    pub(crate) fn of_response(body: Document) -> Self {
        Self { name: named(&body), body, ..Self::default() }
    }

    /// The same error with the value of the header `X-Amzn-Errortype`, whose name takes precedence
    /// over the body's.
    #[must_use]
    pub fn with_header(self, header: &str) -> Self {
        match error_name(header) {
            Some(name) => Self { name: Some(name), ..self.received() },
            None => self,
        }
    }

    /// The same error, as one that is known to come from a service.
    pub(super) fn received(self) -> Self {
        match &self.saved {
            Some(saved) if !saved.is_unmistakable => {
                Self { head: self.head, ..Self::of_response(self.body) }
            }
            _ => self,
        }
    }

    /// The same error with the status of its response.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.head.status = Some(status);
        self
    }

    /// The same error with the identifier of its request.
    #[cfg(feature = "aws-smithy-types")]
    pub(crate) fn with_request_id(mut self, request_id: Option<&str>) -> Self {
        self.head.request_id = request_id.map(Into::into);
        self
    }

    /// The same error, which keeps its code where that is not the model's: the query protocol's.
    #[cfg(feature = "aws-smithy-types")]
    pub(crate) fn with_own_code(mut self, modeled: &str) -> Self {
        let code = self.name.clone().filter(|code| **code != *modeled);
        self.head.query = code.map(|code| QueryError { code, fault: None });
        self
    }

    /// An error whose body is text that is not JSON; it is the message.
    #[cfg(feature = "protocol")]
    pub(crate) fn of_text(text: String) -> Self {
        let body = BTreeMap::from([("message".to_owned(), text.into())]).into();
        Self { form: MessageForm::Excerpt, ..Self::of_response(body) }
    }

    /// The code of the query protocol, if there is one; otherwise the name, without its namespace
    /// and what follows a colon. `None` if there is neither.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        let query = self.known(|head| head.query.as_ref());
        query.map(|query: &QueryError| &*query.code).or(self.name.as_deref())
    }

    /// The service's message: the body's `message` or `Message`, or the message that another
    /// program kept.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        let saved = self.saved.as_ref().and_then(|saved| saved.message.as_deref());
        let text = |key| self.body.get(key).and_then(Document::as_str);
        saved.or_else(|| text("message")).or_else(|| text("Message"))
    }

    /// The status of the response, if it is known.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.known(|head| head.status)
    }

    /// The identifier by which AWS finds the request, if it is known.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.known(ErrorHead::request_id)
    }

    /// What is known of the response, or else what another program kept of it.
    fn known<'a, T>(&'a self, part: impl Fn(&'a ErrorHead) -> Option<T>) -> Option<T> {
        part(&self.head).or_else(|| part(&self.saved.as_ref()?.head))
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &Document {
        &self.body
    }

    #[doc(hidden)]
    #[must_use]
    pub fn facts(&self) -> ErrorFacts<'_> {
        let status = self.status();
        ErrorFacts {
            code: self.code(),
            message: self.message(),
            form: self.form,
            fault: self.known(ErrorHead::said_fault).or(status.and_then(fault_of_status)),
            status,
            request_id: self.request_id(),
            retryable: false,
            throttling: false,
        }
    }

    /// The names that the error may have in its model, the likeliest first.
    #[doc(hidden)]
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let own = self.code().into_iter().chain(self.name.as_deref()).map(str::to_owned);
        let others = self.saved.iter().flat_map(|saved| saved.other_names());
        own.chain(others).collect()
    }

    /// The keys of the body that are another program's, and not the error's members. `None` if the
    /// program kept no members at all.
    #[doc(hidden)]
    #[must_use]
    pub fn foreign_keys(&self) -> Option<&'static [&'static str]> {
        match self.saved.as_ref().map(|saved| saved.form) {
            None => Some(&[]),
            Some(SavedForm::Botocore) => Some(&BOTOCORE),
            Some(SavedForm::CloudTrail | SavedForm::Lambda | SavedForm::StepFunctions) => None,
        }
    }

    /// The error that its code or else its name stands for, or the whole envelope if neither is
    /// modeled.
    #[doc(hidden)]
    pub fn identify<E>(
        mut self,
        modeled: fn(&str, &mut Self) -> Option<E>,
        unmodeled: fn(Self) -> E,
    ) -> E {
        let names = self.names();
        let found = names.iter().find_map(|name| modeled(name, &mut self));
        found.unwrap_or_else(|| unmodeled(self))
    }

    /// The error as a modeled one, if it fits. Even one that does not fit may hold what the model
    /// calls sensitive.
    #[doc(hidden)]
    pub fn read<T, E>(&mut self, make: fn(Reported<T>) -> E) -> Option<E>
    where
        T: Structure + DeserializeOwned + ErrorShape,
    {
        let error = T::deserialize(self.members::<T>()).ok();
        if error.is_none() && T::SENSITIVE {
            self.form = MessageForm::Hidden;
        }
        error.map(|error| make(self.reported(error)))
    }

    /// A modeled error with what the response says of it.
    pub(crate) fn reported<T>(&self, error: T) -> Reported<T> {
        Reported::new(
            error,
            match &self.saved {
                Some(saved) => self.head.or(&saved.head),
                None => self.head.clone(),
            },
        )
    }
}

impl fmt::Debug for ErrorEnvelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("ErrorEnvelope");
        debug.field("name", &self.name);
        if self.form == MessageForm::Hidden {
            debug.field("status", &self.status());
            return debug.field("body", &format_args!("<sensitive>")).finish();
        }
        debug.field("head", &self.head).field("saved", &self.saved);
        debug.field("body", &self.body).finish()
    }
}

impl fmt::Display for ErrorEnvelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.facts(), f)
    }
}

impl std::error::Error for ErrorEnvelope {}

impl<'de> Deserialize<'de> for ErrorEnvelope {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Document::deserialize(from).map(Self::new)
    }
}
