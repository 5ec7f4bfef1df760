//! Values with several parts, each of which is printed too.

use serde_core::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};

use super::printer::Printed;

/// Passes the parts on to a format.
pub(super) struct Compound<C>(pub(super) C);

/// Lists, whose parts have no names.
macro_rules! lists {
    ($($kind:ident($method:ident))*) => {
        $(impl<C: $kind> $kind for Compound<C> {
            type Ok = C::Ok;
            type Error = C::Error;

            fn $method<T: Serialize + ?Sized>(&mut self, part: &T) -> Result<(), C::Error> {
                self.0.$method(&Printed(part))
            }

            fn end(self) -> Result<C::Ok, C::Error> {
                self.0.end()
            }
        })*
    };
}

lists! {
    SerializeSeq(serialize_element)
    SerializeTuple(serialize_element)
    SerializeTupleStruct(serialize_field)
    SerializeTupleVariant(serialize_field)
}

/// Structures of other types, whose fields keep their names.
macro_rules! structures {
    ($($kind:ident)*) => {
        $(impl<C: $kind> $kind for Compound<C> {
            type Ok = C::Ok;
            type Error = C::Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                field: &T,
            ) -> Result<(), C::Error> {
                self.0.serialize_field(name, &Printed(field))
            }

            fn skip_field(&mut self, name: &'static str) -> Result<(), C::Error> {
                self.0.skip_field(name)
            }

            fn end(self) -> Result<C::Ok, C::Error> {
                self.0.end()
            }
        })*
    };
}

structures! { SerializeStruct SerializeStructVariant }

impl<C: SerializeMap> SerializeMap for Compound<C> {
    type Ok = C::Ok;
    type Error = C::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), C::Error> {
        self.0.serialize_key(&Printed(key))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), C::Error> {
        self.0.serialize_value(&Printed(value))
    }

    fn serialize_entry<K: Serialize + ?Sized, V: Serialize + ?Sized>(
        &mut self,
        key: &K,
        value: &V,
    ) -> Result<(), C::Error> {
        self.0.serialize_entry(&Printed(key), &Printed(value))
    }

    fn end(self) -> Result<C::Ok, C::Error> {
        self.0.end()
    }
}
