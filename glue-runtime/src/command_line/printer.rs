//! A serializer that passes everything on, and lets values know that they are to be printed.

use std::cell::Cell;
use std::fmt::Display;

use serde_core::ser::{Serialize, Serializer};

use super::compound::Compound;
use super::names::Names;

/// How many times a value asks a serializer the same question to learn whether it is a [`Printer`],
/// which inverts the last answer.
///
/// A value can learn nothing else about its serializer from serde. This mark changes nothing for
/// other formats, and a foreign type that asks once or twice gets the true answer. Where the answer
/// is constant, as in serde_json, the compiler removes the questions.
const QUESTIONS: u8 = 8;

/// Whether the serializer is for the form of the command line.
#[inline]
pub(crate) fn is_wanted<S: Serializer>(to: &S) -> bool {
    let first = to.is_human_readable();
    (1..QUESTIONS).any(|_| to.is_human_readable() != first)
}

/// A value to be printed.
pub(super) struct Printed<'a, T: ?Sized>(pub(super) &'a T);

impl<T: Serialize + ?Sized> Serialize for Printed<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if is_wanted(&to) {
            return self.0.serialize(to);
        }
        self.0.serialize(Printer::new(to, Names::default()))
    }
}

/// Passes a value on to the serializer of a format.
pub(super) struct Printer<S> {
    format: S,
    /// The names to print in place of members' keys.
    names: Names,
    /// How many questions have been answered since the last inverted answer.
    answered: Cell<u8>,
}

impl<S> Printer<S> {
    pub(super) fn new(format: S, names: Names) -> Self {
        Self { format, names, answered: Cell::new(0) }
    }
}

/// Methods that pass their arguments on as they are.
macro_rules! pass_on {
    ($($method:ident($($argument:ident: $ty:ty),*);)*) => {
        $(fn $method(self, $($argument: $ty),*) -> Result<S::Ok, S::Error> {
            self.format.$method($($argument),*)
        })*
    };
}

/// Methods that start a value of several parts.
macro_rules! start {
    ($($method:ident($($argument:ident: $ty:ty),*) -> $compound:ident;)*) => {
        $(fn $method(self, $($argument: $ty),*) -> Result<Self::$compound, S::Error> {
            self.format.$method($($argument),*).map(Compound)
        })*
    };
}

impl<S: Serializer> Serializer for Printer<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Compound<S::SerializeSeq>;
    type SerializeTuple = Compound<S::SerializeTuple>;
    type SerializeTupleStruct = Compound<S::SerializeTupleStruct>;
    type SerializeTupleVariant = Compound<S::SerializeTupleVariant>;
    type SerializeMap = Compound<S::SerializeMap>;
    type SerializeStruct = Compound<S::SerializeStruct>;
    type SerializeStructVariant = Compound<S::SerializeStructVariant>;

    pass_on! {
        serialize_bool(value: bool);
        serialize_i8(value: i8);
        serialize_i16(value: i16);
        serialize_i32(value: i32);
        serialize_i64(value: i64);
        serialize_i128(value: i128);
        serialize_u8(value: u8);
        serialize_u16(value: u16);
        serialize_u32(value: u32);
        serialize_u64(value: u64);
        serialize_u128(value: u128);
        serialize_f32(value: f32);
        serialize_f64(value: f64);
        serialize_char(value: char);
        serialize_bytes(value: &[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(name: &'static str);
        serialize_unit_variant(name: &'static str, index: u32, variant: &'static str);
    }

    start! {
        serialize_seq(len: Option<usize>) -> SerializeSeq;
        serialize_tuple(len: usize) -> SerializeTuple;
        serialize_tuple_struct(name: &'static str, len: usize) -> SerializeTupleStruct;
        serialize_tuple_variant(
            name: &'static str, index: u32, variant: &'static str, len: usize
        ) -> SerializeTupleVariant;
        serialize_map(len: Option<usize>) -> SerializeMap;
        serialize_struct(name: &'static str, len: usize) -> SerializeStruct;
        serialize_struct_variant(
            name: &'static str, index: u32, variant: &'static str, len: usize
        ) -> SerializeStructVariant;
    }

    fn serialize_str(self, text: &str) -> Result<S::Ok, S::Error> {
        self.format.serialize_str(self.names.of(text))
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.format.collect_str(value)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.format.serialize_some(&Printed(value))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.format.serialize_newtype_struct(name, &Printed(value))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.format.serialize_newtype_variant(name, index, variant, &Printed(value))
    }

    fn is_human_readable(&self) -> bool {
        let answered = (self.answered.get() + 1) % QUESTIONS;
        self.answered.set(answered);
        self.format.is_human_readable() != (answered == 0)
    }
}
