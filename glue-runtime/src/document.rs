//! [`Document`], the type of every document member.

use std::collections::BTreeMap;

mod decimal;
mod deserializer;
mod number;
#[cfg(feature = "protocol")]
mod serializer;
mod wire;

pub use self::deserializer::DocumentError;
pub use self::number::Number;

/// Any JSON value: what Smithy calls a
/// [document type](https://smithy.io/2.0/spec/simple-types.html#document).
///
/// Any type that implements `Deserialize` can be read from it, just as from JSON text:
///
/// ```
/// # use glue_runtime::Document;
/// use serde::Deserialize;
///
/// let document = Document::from(vec![Document::from("a"), Document::Null]);
/// let names = Vec::<Option<String>>::deserialize(document)?;
/// assert_eq!(names, [Some("a".to_owned()), None]);
/// # Ok::<(), glue_runtime::DocumentError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Document {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Document>),
    /// An object, its members sorted by name.
    Object(BTreeMap<String, Document>),
}

impl Document {
    /// Whether the value is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value of a boolean.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The value of a number.
    pub fn as_number(&self) -> Option<&Number> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The value of a number that was written as an integer and fits.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_number()?.as_u64()
    }

    /// The value of a number that was written as an integer and fits.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_number()?.as_i64()
    }

    /// The value of a number, rounded if it has more digits than an `f64`.
    pub fn as_f64(&self) -> Option<f64> {
        self.as_number().map(Number::as_f64)
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The elements of an array.
    pub fn as_array(&self) -> Option<&[Document]> {
        match self {
            Self::Array(elements) => Some(elements),
            _ => None,
        }
    }

    /// The members of an object.
    pub fn as_object(&self) -> Option<&BTreeMap<String, Document>> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The member of an object that has this name.
    pub fn get(&self, name: &str) -> Option<&Document> {
        self.as_object()?.get(name)
    }

    /// The value that a JSON pointer (RFC 6901) such as `/Tables/0/Name` refers to, if there is
    /// one. The empty pointer is the whole document.
    pub fn pointer(&self, pointer: &str) -> Option<&Document> {
        if pointer.is_empty() {
            return Some(self);
        }
        let mut tokens = pointer.strip_prefix('/')?.split('/');
        tokens.try_fold(self, |document, token| match document {
            Self::Object(members) => members.get(&token.replace("~1", "/").replace("~0", "~")),
            Self::Array(elements) => elements.get(array_index(token)?),
            _ => None,
        })
    }
}

/// An index as RFC 6901 writes it: digits, without a leading zero.
fn array_index(token: &str) -> Option<usize> {
    let is_index = token == "0" || token.starts_with(|first| matches!(first, '1'..='9'));
    if is_index { token.parse().ok() } else { None }
}

impl From<bool> for Document {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Number> for Document {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Document {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<i32> for Document {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Document {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

impl From<i64> for Document {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

/// A value that JSON has no number for becomes a string, as in all of AWS's JSON protocols:
/// `"NaN"`, `"Infinity"` and `"-Infinity"`.
impl From<f64> for Document {
    fn from(number: f64) -> Self {
        match Number::from_f64(number) {
            Some(number) => Self::Number(number),
            None if number.is_nan() => "NaN".into(),
            None if number > 0.0 => "Infinity".into(),
            None => "-Infinity".into(),
        }
    }
}

impl From<&str> for Document {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Document {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<Vec<Document>> for Document {
    fn from(elements: Vec<Document>) -> Self {
        Self::Array(elements)
    }
}

impl From<BTreeMap<String, Document>> for Document {
    fn from(members: BTreeMap<String, Document>) -> Self {
        Self::Object(members)
    }
}
