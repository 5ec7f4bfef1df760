//! A user's types in place of shapes, each without a trait that it needs.

#[derive(Debug, PartialEq)]
struct Id;

impl serde::Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_unit()
    }
}

impl<'de> serde::Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Ok(Self)
    }
}

const _: () = ::glue_runtime::__private::v1::replacement::<Id>();

const _: () = ::glue_runtime::__private::v1::validated_replacement::<String>();

fn main() {}
