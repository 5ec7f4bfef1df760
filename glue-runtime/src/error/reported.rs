//! [`Reported`], a modeled error as a service reported it.

use std::fmt;
use std::ops::{Deref, DerefMut};

use super::facts::ErrorFacts;
use super::fault::{Fault, fault_of_status};
use super::head::ErrorHead;
use super::shape::ErrorShape;

/// A modeled error as a service reported it: the error, and what its response says of it.
///
/// It can be used as the error itself: the members are its fields, and a reference to it serves as
/// a reference to the error. One that is made with `into` has no response.
///
/// ```
/// # use glue_runtime::{ErrorShape, Fault, Reported};
/// # #[derive(Debug)]
/// # struct NotFound { message: Option<String> }
/// # impl ErrorShape for NotFound {
/// #     const CODE: &'static str = "NotFound";
/// #     const FAULT: Fault = Fault::Client;
/// #     const RETRYABLE: bool = false;
/// #     fn message(&self) -> Option<&str> { self.message.as_deref() }
/// # }
/// # impl std::fmt::Display for NotFound {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("gone") }
/// # }
/// # impl std::error::Error for NotFound {}
/// let error: Reported<NotFound> = NotFound { message: Some("gone".to_owned()) }.into();
/// assert_eq!(error.message.as_deref(), Some("gone"));
/// assert_eq!(error.status(), None);
/// let error: NotFound = error.into_inner();
/// ```
#[derive(Clone, PartialEq)]
pub struct Reported<E> {
    error: E,
    // Boxed, because errors are variants of enums.
    head: Option<Box<ErrorHead>>,
}

impl<E> Reported<E> {
    pub(super) fn new(error: E, head: ErrorHead) -> Self {
        let head = (head != ErrorHead::default()).then(|| Box::new(head));
        Self { error, head }
    }

    /// The error without what its response says.
    #[must_use]
    pub fn into_inner(self) -> E {
        self.error
    }

    /// The status of the response, if it is known.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.head.as_ref()?.status
    }

    /// The identifier by which AWS finds the request, if it is known.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.as_ref()?.request_id()
    }

    /// The value of a header of the response, if the headers are known. Several headers with one
    /// name are joined by commas.
    #[cfg(feature = "protocol")]
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        self.head.as_ref()?.header(name)
    }
}

impl<E: ErrorShape> Reported<E> {
    /// The facts of the response, and for the rest those of the model.
    #[doc(hidden)]
    pub fn facts(&self) -> ErrorFacts<'_> {
        let facts = ErrorFacts::of(&self.error);
        let Some(head) = &self.head else {
            return facts;
        };
        // A model blames the caller if it does not know better, so a status that blames the service
        // takes precedence.
        let server = head.status.and_then(fault_of_status).filter(|fault| *fault == Fault::Server);
        ErrorFacts {
            code: head.query.as_ref().map(|query| &*query.code).or(facts.code),
            fault: head.said_fault().or(server).or(facts.fault),
            status: head.status.or(facts.status),
            request_id: head.request_id(),
            ..facts
        }
    }
}

impl<E> From<E> for Reported<E> {
    fn from(error: E) -> Self {
        Self { error, head: None }
    }
}

impl<E> Deref for Reported<E> {
    type Target = E;

    fn deref(&self) -> &E {
        &self.error
    }
}

impl<E> DerefMut for Reported<E> {
    fn deref_mut(&mut self) -> &mut E {
        &mut self.error
    }
}

/// Prints the error, and what its response says if that is known.
impl<E: fmt::Debug> fmt::Debug for Reported<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.head {
            None => self.error.fmt(f),
            Some(head) => {
                f.debug_struct("Reported").field("error", &self.error).field("head", head).finish()
            }
        }
    }
}

impl<E: ErrorShape> fmt::Display for Reported<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.facts(), f)
    }
}

impl<E: ErrorShape> std::error::Error for Reported<E> {}
