//! The hash of a value by its serialized form.

use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};

use serde_core::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

/// The hash of a value's serialized form. Both zeros have one hash, and so do all NaNs.
pub(crate) fn form_hash(state: &RandomState, value: &impl Serialize) -> u64 {
    let mut hasher = state.build_hasher();
    // Values that cannot be serialized have one hash; no generated type fails.
    let _ = value.serialize(Form(&mut hasher));
    hasher.finish()
}

/// Hashes the parts of a value. Each part begins with its kind, and text with its length, so that
/// no two values give the same bytes.
struct Form<'a, H>(&'a mut H);

/// What a part is.
#[derive(Clone, Copy)]
enum Kind {
    Null,
    Some,
    Bool,
    Integer,
    Float,
    Text,
    Bytes,
    Sequence,
    Map,
    End,
}

impl<'a, H: Hasher + Clone> Form<'a, H> {
    fn part(self, kind: Kind, bytes: &[u8]) -> Result<(), fmt::Error> {
        self.0.write_u8(kind as u8);
        self.0.write(bytes);
        Ok(())
    }

    fn sized_part(self, kind: Kind, bytes: &[u8]) -> Result<(), fmt::Error> {
        self.0.write_u8(kind as u8);
        self.0.write_usize(bytes.len());
        self.0.write(bytes);
        Ok(())
    }

    /// A variant of a user's enum, of any kind.
    fn variant(self, name: &str) -> Result<Parts<'a, H>, fmt::Error> {
        let mut parts = self.begin(Kind::Map)?;
        parts.next(name)?;
        Ok(parts)
    }

    fn begin(self, kind: Kind) -> Result<Parts<'a, H>, fmt::Error> {
        self.0.write_u8(kind as u8);
        Ok(Parts(self.0))
    }
}

macro_rules! integers {
    ($($method:ident($ty:ty))*) => {
        $(fn $method(self, value: $ty) -> Result<(), fmt::Error> {
            self.part(Kind::Integer, &i128::from(value).to_le_bytes())
        })*
    };
}

impl<'a, H: Hasher + Clone> Serializer for Form<'a, H> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Parts<'a, H>;
    type SerializeMap = Entries<'a, H>;
    type SerializeStruct = Parts<'a, H>;
    type SerializeTuple = Parts<'a, H>;
    type SerializeTupleStruct = Parts<'a, H>;
    type SerializeTupleVariant = Parts<'a, H>;
    type SerializeStructVariant = Parts<'a, H>;

    integers! {
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
    }

    fn serialize_bool(self, value: bool) -> Result<(), fmt::Error> {
        self.part(Kind::Bool, &[value.into()])
    }

    fn serialize_f32(self, value: f32) -> Result<(), fmt::Error> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), fmt::Error> {
        let value = match value.is_nan() {
            true => f64::NAN,
            // Adding the positive zero makes the negative one positive.
            false => value + 0.0,
        };
        self.part(Kind::Float, &value.to_bits().to_le_bytes())
    }

    fn serialize_char(self, value: char) -> Result<(), fmt::Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), fmt::Error> {
        self.sized_part(Kind::Text, text.as_bytes())
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<(), fmt::Error> {
        self.sized_part(Kind::Bytes, bytes)
    }

    fn serialize_none(self) -> Result<(), fmt::Error> {
        self.part(Kind::Null, &[])
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), fmt::Error> {
        self.0.write_u8(Kind::Some as u8);
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), fmt::Error> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), fmt::Error> {
        self.serialize_none()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), fmt::Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'a, H>, fmt::Error> {
        self.begin(Kind::Sequence)
    }

    /// Structures have no length here, because they leave out members. Their members have an order.
    fn serialize_map(self, length: Option<usize>) -> Result<Entries<'a, H>, fmt::Error> {
        let Parts(hasher) = self.begin(Kind::Map)?;
        Ok(match length {
            None => Entries::Ordered(Parts(hasher)),
            Some(_) => {
                Entries::Unordered { start: hasher.clone(), entry: hasher.clone(), sum: 0, hasher }
            }
        })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'a, H>, fmt::Error> {
        self.begin(Kind::Map)
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'a, H>, fmt::Error> {
        self.begin(Kind::Sequence)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'a, H>, fmt::Error> {
        self.begin(Kind::Sequence)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'a, H>, fmt::Error> {
        self.variant(variant)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'a, H>, fmt::Error> {
        self.variant(variant)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), fmt::Error> {
        let mut parts = self.variant(variant)?;
        parts.next(value)?;
        parts.finish()
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), fmt::Error> {
        self.serialize_str(&value.to_string())
    }

    /// Blobs come as bytes.
    fn is_human_readable(&self) -> bool {
        false
    }
}

/// The parts of a list or an object, one after the other.
struct Parts<'a, H>(&'a mut H);

impl<H: Hasher + Clone> Parts<'_, H> {
    fn next<T: Serialize + ?Sized>(&mut self, part: &T) -> Result<(), fmt::Error> {
        part.serialize(Form(&mut *self.0))
    }

    fn finish(self) -> Result<(), fmt::Error> {
        Form(self.0).part(Kind::End, &[])
    }
}

macro_rules! elements {
    ($($of:ident: $method:ident;)*) => {
        $(impl<H: Hasher + Clone> $of for Parts<'_, H> {
            type Ok = ();
            type Error = fmt::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, part: &T) -> Result<(), fmt::Error> {
                self.next(part)
            }

            fn end(self) -> Result<(), fmt::Error> {
                self.finish()
            }
        })*
    };
}

elements! {
    SerializeSeq: serialize_element;
    SerializeTuple: serialize_element;
    SerializeTupleStruct: serialize_field;
    SerializeTupleVariant: serialize_field;
}

macro_rules! fields {
    ($($of:ident)*) => {
        $(impl<H: Hasher + Clone> $of for Parts<'_, H> {
            type Ok = ();
            type Error = fmt::Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                field: &T,
            ) -> Result<(), fmt::Error> {
                self.next(name)?;
                self.next(field)
            }

            fn end(self) -> Result<(), fmt::Error> {
                self.finish()
            }
        })*
    };
}

fields! { SerializeStruct SerializeStructVariant }

/// The parts of an object.
enum Entries<'a, H> {
    /// Members of a structure, which are always written in the same order.
    Ordered(Parts<'a, H>),
    /// Entries of a map. Two maps with the same entries in another order are equal, so the hashes of
    /// the entries are added up.
    Unordered { hasher: &'a mut H, start: H, entry: H, sum: u64 },
}

impl<H: Hasher + Clone> SerializeMap for Entries<'_, H> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), fmt::Error> {
        match self {
            Self::Ordered(parts) => parts.next(key),
            Self::Unordered { start, entry, .. } => {
                *entry = start.clone();
                key.serialize(Form(entry))
            }
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        match self {
            Self::Ordered(parts) => parts.next(value),
            Self::Unordered { entry, sum, .. } => {
                value.serialize(Form(entry))?;
                *sum = sum.wrapping_add(entry.finish());
                Ok(())
            }
        }
    }

    fn end(self) -> Result<(), fmt::Error> {
        match self {
            Self::Ordered(parts) => parts.finish(),
            Self::Unordered { hasher, sum, .. } => {
                hasher.write_u64(sum);
                Parts(hasher).finish()
            }
        }
    }
}
