//! Writing other types into a [`Document`].

use std::collections::BTreeMap;

use serde_core::ser::{
    Error as _, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::wire::number_or_object;
use super::{Document, DocumentError, Number};

impl Document {
    /// The JSON that a value serializes as.
    ///
    /// ```
    /// # use glue_runtime::Document;
    /// let document = Document::from_serialize(&[Some(1), None])?;
    /// assert_eq!(document, Document::from(vec![Document::from(1), Document::Null]));
    /// # Ok::<(), glue_runtime::DocumentError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When JSON has no such value because a map has keys that are not text, or when the type's own
    /// implementation fails.
    pub fn from_serialize<T: Serialize + ?Sized>(value: &T) -> Result<Self, DocumentError> {
        value.serialize(DocumentSerializer)
    }
}

struct DocumentSerializer;

/// One method for each of the types that a document has a `From` for.
macro_rules! write_as {
    ($($method:ident($ty:ty) as $into:ty;)*) => {
        $(fn $method(self, value: $ty) -> Result<Document, DocumentError> {
            Ok(<$into>::from(value).into())
        })*
    };
}

impl Serializer for DocumentSerializer {
    type Ok = Document;
    type Error = DocumentError;
    type SerializeSeq = Elements;
    type SerializeTuple = Elements;
    type SerializeTupleStruct = Elements;
    type SerializeTupleVariant = Elements;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = Members;

    write_as! {
        serialize_bool(bool) as bool;
        serialize_i8(i8) as i64;
        serialize_i16(i16) as i64;
        serialize_i32(i32) as i64;
        serialize_i64(i64) as i64;
        serialize_u8(u8) as u64;
        serialize_u16(u16) as u64;
        serialize_u32(u32) as u64;
        serialize_u64(u64) as u64;
        serialize_i128(i128) as Number;
        serialize_u128(u128) as Number;
        serialize_f64(f64) as f64;
        serialize_char(char) as String;
        serialize_str(&str) as String;
    }

    /// JSON shows the digits that tell an `f32` from its neighbors, not those of the same `f64`.
    fn serialize_f32(self, value: f32) -> Result<Document, DocumentError> {
        Ok(value.to_string().parse().unwrap_or(f64::from(value)).into())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Document, DocumentError> {
        self.collect_seq(bytes)
    }

    fn serialize_none(self) -> Result<Document, DocumentError> {
        Ok(Document::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Document, DocumentError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Document, DocumentError> {
        Ok(Document::Null)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<Document, DocumentError> {
        Ok(Document::Null)
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<Document, DocumentError> {
        Ok(variant.into())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<Document, DocumentError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Document, DocumentError> {
        Ok(in_variant(Some(variant), value.serialize(self)?))
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<Elements, DocumentError> {
        // A wrong length must not cost memory.
        let elements = Vec::with_capacity(len.unwrap_or(0).min(1024));
        Ok(Elements { variant: None, elements })
    }

    fn serialize_tuple(self, len: usize) -> Result<Elements, DocumentError> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        len: usize,
    ) -> Result<Elements, DocumentError> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<Elements, DocumentError> {
        Ok(Elements { variant: Some(variant), ..self.serialize_seq(Some(len))? })
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Members, DocumentError> {
        Ok(Members::default())
    }

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Members, DocumentError> {
        Ok(Members::default())
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Members, DocumentError> {
        Ok(Members { variant: Some(variant), ..Members::default() })
    }
}

/// The content of an enum's variant in an object under its name; other content as it is.
fn in_variant(variant: Option<&'static str>, content: Document) -> Document {
    match variant {
        Some(name) => Document::Object(BTreeMap::from([(name.to_owned(), content)])),
        None => content,
    }
}

/// The elements of an array that is being written.
struct Elements {
    variant: Option<&'static str>,
    elements: Vec<Document>,
}

impl SerializeSeq for Elements {
    type Ok = Document;
    type Error = DocumentError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), DocumentError> {
        self.elements.push(Document::from_serialize(value)?);
        Ok(())
    }

    fn end(self) -> Result<Document, DocumentError> {
        Ok(in_variant(self.variant, Document::Array(self.elements)))
    }
}

/// The other traits for sequences, whose methods have other names.
macro_rules! write_fields_as_elements {
    ($($for_trait:ident $method:ident)*) => {
        $(impl $for_trait for Elements {
            type Ok = Document;
            type Error = DocumentError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), DocumentError> {
                SerializeSeq::serialize_element(self, value)
            }

            fn end(self) -> Result<Document, DocumentError> {
                SerializeSeq::end(self)
            }
        })*
    };
}

write_fields_as_elements! {
    SerializeTuple serialize_element
    SerializeTupleStruct serialize_field
    SerializeTupleVariant serialize_field
}

/// The members of an object that is being written.
#[derive(Default)]
struct Members {
    variant: Option<&'static str>,
    members: BTreeMap<String, Document>,
    /// The name whose value comes next.
    name: Option<String>,
}

impl SerializeMap for Members {
    type Ok = Document;
    type Error = DocumentError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), DocumentError> {
        self.name = Some(match Document::from_serialize(key)? {
            Document::String(name) => name,
            Document::Number(number) => number.to_string(),
            Document::Bool(value) => value.to_string(),
            _ => return Err(DocumentError::custom("the key of a map must be a string")),
        });
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), DocumentError> {
        let unnamed = || DocumentError::custom("a value is written before its key");
        let name = self.name.take().ok_or_else(unnamed)?;
        self.members.insert(name, Document::from_serialize(value)?);
        Ok(())
    }

    fn end(self) -> Result<Document, DocumentError> {
        Ok(in_variant(self.variant, number_or_object(self.members)))
    }
}

/// The traits for structs.
macro_rules! write_fields_as_members {
    ($($for_trait:ident)*) => {
        $(impl $for_trait for Members {
            type Ok = Document;
            type Error = DocumentError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), DocumentError> {
                self.members.insert(key.to_owned(), Document::from_serialize(value)?);
                Ok(())
            }

            fn end(self) -> Result<Document, DocumentError> {
                SerializeMap::end(self)
            }
        })*
    };
}

write_fields_as_members! { SerializeStruct SerializeStructVariant }
