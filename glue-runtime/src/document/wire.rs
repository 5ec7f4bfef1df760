//! Reading and writing documents in serde's formats.

use std::collections::BTreeMap;
use std::fmt;

use base64::engine::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_core::de::value::EnumAccessDeserializer;
use serde_core::de::{EnumAccess, Error, MapAccess, SeqAccess, Visitor};
use serde_core::ser::SerializeStruct;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Document, Number};
use crate::arbitrary_precision::ARBITRARY_PRECISION_KEY;
use crate::timestamp::{MessagePackExtension, TOML_KEY, Timestamp, TimestampFormat};

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(elements) => serializer.collect_seq(elements),
            Self::Object(members) => serializer.collect_map(members),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(number) = self.as_u64() {
            serializer.serialize_u64(number)
        } else if let Some(number) = self.as_i64() {
            serializer.serialize_i64(number)
        } else if let Some(digits) = self.digits() {
            write_digits(digits, serializer)
        } else {
            serializer.serialize_f64(self.as_f64())
        }
    }
}

/// Writes a number that is neither an integer of 64 bits nor an `f64`. Numbers for which
/// serializers have no method are written as serde_json writes its own: as a structure that
/// serde_json recognizes, and that other formats write as an object. All formats read it back.
fn write_digits<S: Serializer>(digits: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if !serializer.is_human_readable() {
        return serializer.collect_map([(ARBITRARY_PRECISION_KEY, digits)]);
    }
    if let Ok(number) = digits.parse() {
        serializer.serialize_i128(number)
    } else if let Ok(number) = digits.parse() {
        serializer.serialize_u128(number)
    } else {
        let mut number = serializer.serialize_struct(ARBITRARY_PRECISION_KEY, 1)?;
        number.serialize_field(ARBITRARY_PRECISION_KEY, digits)?;
        number.end()
    }
}

/// The last of several members with the same name counts. Bytes, which JSON does not have, become
/// the base64 that reads as a blob in all formats, and the times of TOML, CBOR and MessagePack
/// become text. Numbers keep the digits that the format gives, as [`Number`] says.
impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DocumentVisitor)
    }
}

struct DocumentVisitor;

impl<'de> Visitor<'de> for DocumentVisitor {
    type Value = Document;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        Document::deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Document, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Document, E> {
        Ok(number.into())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Document, E> {
        Ok(number.into())
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<Document, E> {
        Ok(Number::from(number).into())
    }

    fn visit_u128<E: Error>(self, number: u128) -> Result<Document, E> {
        Ok(Number::from(number).into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Document, E> {
        Ok(number.into())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Document, E> {
        Ok(text.into())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Document, E> {
        Ok(text.into())
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Document, E> {
        Ok(STANDARD.encode(bytes).into())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<Document, A::Error> {
        Timestamp::deserialize(EnumAccessDeserializer::new(variant)).map(time)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Document, D::Error> {
        from.deserialize_any(MessagePackExtension).map(time)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Document, A::Error> {
        let mut array = Vec::new();
        while let Some(element) = elements.next_element()? {
            array.push(element);
        }
        Ok(Document::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Document, A::Error> {
        let mut object = BTreeMap::new();
        while let Some((name, member)) = members.next_entry()? {
            object.insert(name, member);
        }
        Ok(match toml_time(&mut object) {
            Some(time) => time,
            None => number_or_object(object),
        })
    }
}

/// A format's native time, as text that reads in all formats.
fn time(time: Timestamp) -> Document {
    time.format(TimestampFormat::DateTime).to_string().into()
}

/// The text of TOML's time, if an object stands for one.
fn toml_time(object: &mut BTreeMap<String, Document>) -> Option<Document> {
    let is_time = object.len() == 1 && object.get(TOML_KEY).and_then(Document::as_str).is_some();
    is_time.then(|| object.remove(TOML_KEY)).flatten()
}

/// The number that an object stands for, or the object.
pub(super) fn number_or_object(object: BTreeMap<String, Document>) -> Document {
    let text = match object.len() {
        1 => object.get(ARBITRARY_PRECISION_KEY).and_then(Document::as_str),
        _ => None,
    };
    match text.and_then(Number::from_json) {
        Some(number) => number.into(),
        None => Document::Object(object),
    }
}
