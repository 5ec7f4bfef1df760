//! Reading other types from a [`Document`].

use std::collections::btree_map;

use serde_core::de::value::{MapDeserializer, SeqDeserializer, StringDeserializer};
use serde_core::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, IntoDeserializer, MapAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde_core::forward_to_deserialize_any;

use super::{Document, Number};
use crate::arbitrary_precision::ARBITRARY_PRECISION_KEY;

/// Why a type could not be read from a [`Document`]: serde's own error for values in memory.
pub type DocumentError = serde_core::de::value::Error;

/// Reads as JSON text does: options from `null` or a value, enums from a string or an object with
/// one member, the keys of a map from numbers or booleans in a string where the type wants these.
impl<'de> Deserializer<'de> for Document {
    type Error = DocumentError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(value) => visitor.visit_bool(value),
            Self::Number(number) => visit_number(number, visitor),
            Self::String(text) => visitor.visit_string(text),
            Self::Array(elements) => {
                let mut elements = SeqDeserializer::new(elements.into_iter());
                let value = visitor.visit_seq(&mut elements)?;
                elements.end()?;
                Ok(value)
            }
            Self::Object(members) => {
                let mut members = Members::new(members.into_iter());
                let value = visitor.visit_map(&mut members)?;
                members.end()?;
                Ok(value)
            }
        }
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        match self {
            Self::Number(number) if number.digits().is_some() => visitor.visit_f64(number.as_f64()),
            other => other.deserialize_any(visitor),
        }
    }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        match self.as_number().and_then(Number::digits).and_then(|digits| digits.parse().ok()) {
            Some(number) => visitor.visit_i128(number),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        match self.as_number().and_then(Number::digits).and_then(|digits| digits.parse().ok()) {
            Some(number) => visitor.visit_u128(number),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DocumentError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DocumentError> {
        visitor.visit_enum(Variant::try_from(self)?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> Result<V::Value, DocumentError> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier
    }
}

impl<'de> IntoDeserializer<'de, DocumentError> for Document {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

fn visit_number<'de, V: Visitor<'de>>(
    number: Number,
    visitor: V,
) -> Result<V::Value, DocumentError> {
    if let Some(digits) = number.digits() {
        let digits = (ARBITRARY_PRECISION_KEY, digits);
        visitor.visit_map(MapDeserializer::new(std::iter::once(digits)))
    } else if let Some(number) = number.as_u64() {
        visitor.visit_u64(number)
    } else if let Some(number) = number.as_i64() {
        visitor.visit_i64(number)
    } else {
        visitor.visit_f64(number.as_f64())
    }
}

/// The members of an object, one after the other.
struct Members {
    rest: btree_map::IntoIter<String, Document>,
    value: Option<Document>,
}

impl Members {
    fn new(rest: btree_map::IntoIter<String, Document>) -> Self {
        Self { rest, value: None }
    }

    /// Fails if a visitor has left members unread.
    fn end(self) -> Result<(), DocumentError> {
        match self.rest.len() {
            0 => Ok(()),
            1 => Err(DocumentError::custom("an unexpected member")),
            unread => Err(DocumentError::custom(format_args!("{unread} unexpected members"))),
        }
    }
}

impl<'de> MapAccess<'de> for &mut Members {
    type Error = DocumentError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, DocumentError> {
        let Some((name, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        seed.deserialize(Name(name)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, DocumentError> {
        let missing = || DocumentError::custom("a value is read before its name");
        seed.deserialize(self.value.take().ok_or_else(missing)?)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// The name of a member. JSON has only strings for names, so a string may hold what the reading
/// type takes for a number or a boolean.
struct Name(String);

impl Name {
    /// Visits the number in the name, or the name itself, which the visitor then refuses.
    fn visit_number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        if let Ok(number) = self.0.parse() {
            visitor.visit_u64(number)
        } else if let Ok(number) = self.0.parse() {
            visitor.visit_i64(number)
        } else if let Ok(number) = self.0.parse() {
            visitor.visit_f64(number)
        } else {
            visitor.visit_string(self.0)
        }
    }
}

/// One method for each of the number types.
macro_rules! read_as_number {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
            self.visit_number(visitor)
        })*
    };
}

impl<'de> Deserializer<'de> for Name {
    type Error = DocumentError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        visitor.visit_string(self.0)
    }

    read_as_number! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_f32 deserialize_f64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        match self.0.parse() {
            Ok(value) => visitor.visit_bool(value),
            Err(_) => visitor.visit_string(self.0),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DocumentError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DocumentError> {
        StringDeserializer::new(self.0).deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        i128 u128 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier ignored_any
    }
}

/// A variant of an enum: a string for its name alone, or an object with one member for its name
/// and content.
struct Variant {
    name: String,
    content: Option<Document>,
}

impl TryFrom<Document> for Variant {
    type Error = DocumentError;

    fn try_from(document: Document) -> Result<Self, DocumentError> {
        const EXPECTED: &str = "a string or an object with one member";
        match document {
            Document::String(name) => Ok(Self { name, content: None }),
            Document::Object(members) => {
                let mut members = members.into_iter();
                match (members.next(), members.next()) {
                    (Some((name, content)), None) => Ok(Self { name, content: Some(content) }),
                    _ => Err(DocumentError::invalid_value(Unexpected::Map, &EXPECTED)),
                }
            }
            other => Err(DocumentError::invalid_type(unexpected(&other), &EXPECTED)),
        }
    }
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = DocumentError;
    type Variant = Content;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Content), DocumentError> {
        let variant = seed.deserialize(StringDeserializer::new(self.name))?;
        Ok((variant, Content(self.content)))
    }
}

/// What an enum's variant holds: nothing if it was a string.
struct Content(Option<Document>);

impl<'de> VariantAccess<'de> for Content {
    type Error = DocumentError;

    fn unit_variant(self) -> Result<(), DocumentError> {
        match self.0 {
            None | Some(Document::Null) => Ok(()),
            Some(other) => {
                Err(DocumentError::invalid_type(unexpected(&other), &"nothing in the variant"))
            }
        }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<S::Value, DocumentError> {
        seed.deserialize(self.required()?)
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, DocumentError> {
        self.required()?.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DocumentError> {
        self.required()?.deserialize_any(visitor)
    }
}

impl Content {
    fn required(self) -> Result<Document, DocumentError> {
        let missing =
            || DocumentError::invalid_type(Unexpected::UnitVariant, &"a variant with content");
        self.0.ok_or_else(missing)
    }
}

fn unexpected(document: &Document) -> Unexpected<'_> {
    match document {
        Document::Null => Unexpected::Unit,
        Document::Bool(value) => Unexpected::Bool(*value),
        Document::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => Unexpected::Unsigned(number),
            (None, Some(number)) => Unexpected::Signed(number),
            (None, None) => Unexpected::Float(number.as_f64()),
        },
        Document::String(text) => Unexpected::Str(text),
        Document::Array(_) => Unexpected::Seq,
        Document::Object(_) => Unexpected::Map,
    }
}
