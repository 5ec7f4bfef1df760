//! The SDK's value types.

use std::convert::Infallible;

use aws_smithy_types as sdk;

use super::error::ConversionError;
use crate::blob::Blob;
use crate::document::{Document, Number};
use crate::json_text::JsonText;
use crate::wire::{PercentEncoded, decoded};

/// The text that a service has percent-encoded, which the SDK leaves so.
pub fn decode(text: String) -> JsonText {
    decoded(text)
}

/// The text as the service encodes it.
pub fn encode(text: JsonText) -> String {
    PercentEncoded(&text).to_string()
}

impl From<Infallible> for ConversionError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

impl From<sdk::Blob> for Blob {
    fn from(blob: sdk::Blob) -> Self {
        blob.into_inner().into()
    }
}

impl From<Blob> for sdk::Blob {
    fn from(blob: Blob) -> Self {
        Self::new(blob.into_inner())
    }
}

/// What JSON has no numbers for becomes a string, as in all of AWS's JSON protocols: `"NaN"`,
/// `"Infinity"` and `"-Infinity"`.
impl From<sdk::Document> for Document {
    fn from(document: sdk::Document) -> Self {
        match document {
            sdk::Document::Null => Self::Null,
            sdk::Document::Bool(value) => value.into(),
            sdk::Document::Number(sdk::Number::PosInt(number)) => number.into(),
            sdk::Document::Number(sdk::Number::NegInt(number)) => number.into(),
            sdk::Document::Number(sdk::Number::Float(number)) => number.into(),
            sdk::Document::String(text) => text.into(),
            sdk::Document::Array(entries) => {
                Self::Array(entries.into_iter().map(Self::from).collect())
            }
            sdk::Document::Object(members) => {
                let members = members.into_iter().map(|(key, value)| (key, value.into()));
                Self::Object(members.collect())
            }
        }
    }
}

impl From<Document> for sdk::Document {
    fn from(document: Document) -> Self {
        match document {
            Document::Null => Self::Null,
            Document::Bool(value) => Self::Bool(value),
            Document::Number(number) => Self::Number(number.into()),
            Document::String(text) => Self::String(text),
            Document::Array(entries) => Self::Array(entries.into_iter().map(Self::from).collect()),
            Document::Object(members) => {
                let members = members.into_iter().map(|(key, value)| (key, value.into()));
                Self::Object(members.collect())
            }
        }
    }
}

/// Digits that an `f64` has no room for are rounded.
impl From<Number> for sdk::Number {
    fn from(number: Number) -> Self {
        match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => Self::PosInt(number),
            (None, Some(number)) => Self::NegInt(number),
            (None, None) => Self::Float(number.as_f64()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Document, Number, sdk};

    fn round_trip(document: Document) {
        let there: sdk::Document = document.clone().into();
        assert_eq!(Document::from(there), document);
    }

    #[test]
    fn documents_keep_every_kind_of_value() {
        let numbers = [u64::MAX.into(), i64::MIN.into(), 0u64.into(), 1.0.into(), 0.1.into()];
        let mut values: Vec<Document> = numbers.to_vec();
        values.extend([Document::Null, true.into(), "text".into()]);
        round_trip(Document::Object([("a/b".to_owned(), values.into())].into()));
        round_trip(Document::Array(Vec::new()));
    }

    #[test]
    fn whole_numbers_stay_apart_from_those_with_a_fraction() {
        let number = |number: Number| sdk::Number::from(number);
        assert_eq!(number(1u64.into()), sdk::Number::PosInt(1));
        assert_eq!(number((-1i64).into()), sdk::Number::NegInt(-1));
        assert_eq!(number(Number::from_f64(1.0).unwrap()), sdk::Number::Float(1.0));
        let nan = sdk::Document::Number(sdk::Number::Float(f64::NAN));
        assert_eq!(Document::from(nan), Document::from("NaN"));
    }
}
