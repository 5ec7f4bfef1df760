//! [`ErrorEnvelope`], an error as it travels.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, DeserializeOwned, Deserializer};

#[cfg(feature = "protocol")]
use super::head::ErrorHead;
use super::{ErrorFacts, Fault};
use crate::Document;
use crate::wire::Structure;

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
    name: Option<Box<str>>,
    pub(super) status: Option<u16>,
    #[cfg(feature = "protocol")]
    pub(super) head: ErrorHead,
    pub(super) body: Document,
}

impl ErrorEnvelope {
    /// An error with a body; the name is the body's `__type` or `code`.
    #[must_use]
    pub fn new(body: Document) -> Self {
        let named = |key| body.get(key).and_then(Document::as_str).and_then(error_name);
        let name = ["__type", "code", "Code"].into_iter().find_map(named);
        Self { name, body, ..Self::default() }
    }

    /// The same error with the value of the header `X-Amzn-Errortype`, whose name goes before the
    /// body's.
    #[must_use]
    pub fn with_header(self, header: &str) -> Self {
        Self { name: error_name(header).or(self.name), ..self }
    }

    /// The same error with the status of its response.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self { status: Some(status), ..self }
    }

    /// The code of the query protocol where there is one. Otherwise the name, without namespace and
    /// without what follows a colon; none where there is none.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        #[cfg(feature = "protocol")]
        if let Some(query) = &self.head.query {
            return Some(&query.code);
        }
        self.name.as_deref()
    }

    /// What the service says: the body's `message` or `Message`.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        let text = |key| self.body.get(key).and_then(Document::as_str);
        text("message").or_else(|| text("Message"))
    }

    /// The status of the response, where it is known.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &Document {
        &self.body
    }

    #[doc(hidden)]
    #[must_use]
    pub fn facts(&self) -> ErrorFacts<'_> {
        let fault = self.status.and_then(|status| match status {
            400..=499 => Some(Fault::Client),
            500..=599 => Some(Fault::Server),
            _ => None,
        });
        ErrorFacts {
            code: self.code(),
            message: self.message(),
            #[cfg(feature = "protocol")]
            fault: self.head.query.as_ref().and_then(|query| query.fault).or(fault),
            #[cfg(not(feature = "protocol"))]
            fault,
            status: self.status,
            retryable: false,
            throttling: false,
        }
    }

    /// The error as its code or else its name makes it, or whole where neither is modelled.
    #[doc(hidden)]
    pub fn identify<E>(
        self,
        modelled: fn(&str, &Self) -> Option<E>,
        unmodelled: fn(Self) -> E,
    ) -> E {
        let mut names = self.code().into_iter().chain(self.name.as_deref());
        let found = names.find_map(|name| modelled(name, &self));
        found.unwrap_or_else(|| unmodelled(self))
    }

    /// The error as a modelled one, if it fits.
    #[doc(hidden)]
    pub fn read<T: Structure + DeserializeOwned, E>(&self, make: fn(T) -> E) -> Option<E> {
        T::deserialize(self.members::<T>()).ok().map(make)
    }

    /// The members of a modelled error under the keys of the data at rest.
    fn members<T: Structure>(&self) -> Document {
        let mut members = match &self.body {
            Document::Object(members) => members.clone(),
            // An error that says nothing of itself has no body, or a null.
            Document::Null => BTreeMap::new(),
            other => return other.clone(),
        };
        // Some services write `message` and `Message` in one body, and mean the one modelled.
        let is_set = |key| self.body.get(key).is_some_and(|value| !value.is_null());
        for key in T::MEMBERS.iter().filter(|key| is_set(key)) {
            let other = other_case(key);
            if !T::MEMBERS.contains(&other.as_str()) {
                members.remove(&other);
            }
        }
        // What stands before a service, such as authorization, says `Message` for all of them.
        // Members with a capital read in either case.
        if T::MEMBERS.contains(&"message")
            && !T::MEMBERS.contains(&"Message")
            && let Some(message) = self.message().filter(|_| !is_set("message"))
        {
            members.remove("Message");
            members.insert("message".to_owned(), message.into());
        }
        #[cfg(feature = "protocol")]
        self.bind(T::BINDINGS, &mut members);
        Document::Object(members)
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

/// The name within a header or `__type`: what is before the first colon, then what is after the
/// first `#` (Smithy, awsJson 1.1, operation error serialization).
fn error_name(text: &str) -> Option<Box<str>> {
    let before = text.split(':').next().unwrap_or_default();
    let name = before.split_once('#').map_or(before, |(_, after)| after).trim();
    (!name.is_empty()).then(|| name.into())
}

/// The same key with its first letter in the other case.
fn other_case(key: &str) -> String {
    let mut characters = key.chars();
    let first = characters.next().map(|first| match first.is_ascii_uppercase() {
        true => first.to_ascii_lowercase(),
        false => first.to_ascii_uppercase(),
    });
    first.into_iter().chain(characters).collect()
}
