//! [`JsonText`], the type of members that hold JSON as text.
//!
//! Functions here are `#[inline]`, so that only crates whose models have such members compile them.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::document::Document;

mod parse;
mod value;

pub(crate) use self::value::Value;

/// Text that holds JSON: a policy of IAM, a template of CloudFormation, attributes in a header.
///
/// The AWS CLI prints such members as the JSON that they hold, and services send them as text. Both
/// read into this type. The text stays as it came, and it does not have to be JSON: a template may
/// be YAML, and a policy may be wrong.
///
/// Two texts that hold JSON are equal if the JSON is, regardless of spaces and the order of keys.
///
/// ```
/// # use glue_runtime::JsonText;
/// let sent: JsonText = serde_json::from_str(r#""{ \"Version\": \"2012-10-17\" }""#)?;
/// let printed: JsonText = serde_json::from_str(r#"{"Version": "2012-10-17"}"#)?;
/// assert_eq!(sent, printed);
/// assert_eq!(sent.as_str(), r#"{ "Version": "2012-10-17" }"#);
/// assert_eq!(printed.as_str(), r#"{"Version":"2012-10-17"}"#);
///
/// let policy: serde_json::Value = serde_json::from_str(&sent)?;
/// assert_eq!(policy["Version"], "2012-10-17");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct JsonText(String);

impl JsonText {
    /// The text.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, without a copy.
    #[must_use]
    #[inline]
    pub fn into_string(self) -> String {
        self.0
    }

    /// The JSON that the text holds, or `None` if it is not JSON.
    #[must_use]
    #[inline]
    pub fn to_document(&self) -> Option<Document> {
        self.value().map(Document::from)
    }

    /// The same as [`to_document`](Self::to_document), with the keys in the order of the text.
    #[inline]
    pub(crate) fn value(&self) -> Option<Value> {
        parse::parse(&self.0)
    }

    /// The same text for all values that are equal.
    #[inline]
    fn canonical(&self) -> Cow<'_, str> {
        match self.to_document() {
            Some(document) => Value::from(document).to_string().into(),
            None => self.as_str().into(),
        }
    }
}

impl std::ops::Deref for JsonText {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for JsonText {
    #[inline]
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<String> for JsonText {
    #[inline]
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for JsonText {
    #[inline]
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// The document as JSON without spaces.
impl From<Document> for JsonText {
    #[inline]
    fn from(document: Document) -> Self {
        Self(Value::from(document).to_string())
    }
}

impl From<JsonText> for String {
    #[inline]
    fn from(text: JsonText) -> Self {
        text.0
    }
}

impl fmt::Display for JsonText {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for JsonText {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl PartialEq for JsonText {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.canonical() == other.canonical()
    }
}

impl Eq for JsonText {}

impl Hash for JsonText {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.canonical().hash(state);
    }
}

impl PartialOrd for JsonText {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The order of the texts without spaces and with sorted keys.
impl Ord for JsonText {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.canonical().cmp(&other.canonical())
    }
}

/// Writes the text as a string.
impl Serialize for JsonText {
    #[inline]
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

/// Reads a string as the text that it is, and anything else as JSON without spaces.
impl<'de> Deserialize<'de> for JsonText {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self(match Value::deserialize(from)? {
            Value::String(text) => text,
            value => value.to_string(),
        }))
    }
}
