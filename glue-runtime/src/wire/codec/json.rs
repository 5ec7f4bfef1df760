//! JSON that travels as text, and that the AWS CLI prints as JSON.

use std::fmt;

use serde_core::de::{Deserialize, Deserializer};
#[cfg(feature = "command-line")]
use serde_core::ser::Serialize;
use serde_core::ser::Serializer;

use super::Codec;
#[cfg(feature = "command-line")]
use crate::command_line;
use crate::json_text::JsonText;
#[cfg(feature = "command-line")]
use crate::json_text::Value;

/// JSON as text.
pub struct Json;

/// JSON as percent-encoded text, as IAM sends policies.
pub struct EncodedJson;

impl Codec<JsonText> for Json {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<JsonText, D::Error> {
        JsonText::deserialize(from)
    }

    #[inline]
    fn write<S: Serializer>(value: &JsonText, to: S) -> Result<S::Ok, S::Error> {
        write(value, value.as_str(), to)
    }
}

impl Codec<JsonText> for EncodedJson {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(from: D) -> Result<JsonText, D::Error> {
        JsonText::deserialize(from).map(|text| decoded(text.into_string()))
    }

    #[inline]
    fn write<S: Serializer>(value: &JsonText, to: S) -> Result<S::Ok, S::Error> {
        write(value, &Encoded(value), to)
    }
}

/// Writes the text in the form that travels, or the JSON in it if the value is to be printed.
///
/// Text that is not JSON is printed as it travels. So are numbers, strings and the like: printed as
/// JSON, they would read as other text.
#[inline]
fn write<T: fmt::Display + ?Sized, S: Serializer>(
    value: &JsonText,
    text: &T,
    to: S,
) -> Result<S::Ok, S::Error> {
    #[cfg(feature = "command-line")]
    if command_line::is_wanted(&to)
        && let Some(json @ (Value::Object(_) | Value::Array(_))) = value.value()
    {
        return json.serialize(to);
    }
    let _ = value;
    to.collect_str(text)
}

/// The text that a service has percent-encoded. Text that is plain stays as it is: encoded JSON has
/// no quotes, brackets or spaces.
#[inline]
pub(crate) fn decoded(text: String) -> JsonText {
    if text.contains(['"', '{', '[', ' ', '\n']) {
        return text.into();
    }
    decode(&text).unwrap_or(text).into()
}

#[inline]
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('%');
    bytes.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        let escape = part.split_at_checked(2);
        let byte =
            escape.filter(|(digits, _)| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match byte.and_then(|(digits, rest)| Some((u8::from_str_radix(digits, 16).ok()?, rest))) {
            Some((byte, rest)) => {
                bytes.push(byte);
                bytes.extend_from_slice(rest.as_bytes());
            }
            None => {
                bytes.push(b'%');
                bytes.extend_from_slice(part.as_bytes());
            }
        }
    }
    String::from_utf8(bytes).ok()
}

/// The text as IAM encodes it: all but RFC 3986's unreserved characters.
pub(crate) struct Encoded<'a>(pub(crate) &'a str);

impl fmt::Display for Encoded<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~');
        let mut rest = self.0;
        while !rest.is_empty() {
            let end = rest.find(|c| !is_plain(c)).unwrap_or(rest.len());
            let (plain, after) = rest.split_at(end);
            f.write_str(plain)?;
            let encoded = after.find(is_plain).unwrap_or(after.len());
            let (encoded, after) = after.split_at(encoded);
            for byte in encoded.bytes() {
                write!(f, "%{byte:02X}")?;
            }
            rest = after;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Encoded, decoded};

    #[test]
    fn what_was_encoded_is_decoded() {
        // As IAM's reference shows a role's trust policy.
        let encoded = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Action%22%3A%22s3%3A%2A%22%7D%5D%7D";
        let plain = r#"{"Version":"2012-10-17","Statement":[{"Action":"s3:*"}]}"#;
        assert_eq!(decoded(encoded.to_owned()).as_str(), plain);
        assert_eq!(Encoded(plain).to_string(), encoded);
        for (text, expected) in [
            (plain, plain),
            (r#"{"Resource":"a%20b"}"#, r#"{"Resource":"a%20b"}"#),
            ("100%", "100%"),
            ("%zz%+1%4", "%zz%+1%4"),
            ("%c3%A9", "é"),
            ("%FF", "%FF"),
            ("a+b", "a+b"),
            ("", ""),
        ] {
            assert_eq!(decoded(text.to_owned()).as_str(), expected);
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text: String) {
            let read = decoded(Encoded(&text).to_string());
            prop_assert_eq!(read.as_str(), text.as_str());
        }

        #[test]
        fn any_text_reads(text in "[%0-9A-Fa-f{\"é]{0,12}") {
            decoded(text);
        }
    }
}
