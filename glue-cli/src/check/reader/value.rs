//! Reading a value of any kind.

use std::fmt;

use glue_codegen::inspect::{Kind, Value};
use glue_runtime::__private::interpreter::is_redaction;
use glue_runtime::{Document, JsonText};
use serde_core::de::value::{F64Deserializer, I64Deserializer, U64Deserializer};
use serde_core::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess,
    SeqAccess, Visitor,
};

use super::state::{Context, Read, Reader};
use crate::check::identity::Identity;

/// Reads a value.
pub(super) struct ValueSeed<'r> {
    pub(super) reader: &'r mut Reader,
    pub(super) value: &'static Value,
    pub(super) context: Context,
}

impl<'de> DeserializeSeed<'de> for ValueSeed<'_> {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Read, D::Error> {
        let Context { identify, .. } = self.context;
        match self.value.kind {
            // Generated types have documents for numbers of any size.
            Kind::Document | Kind::BigInteger | Kind::BigDecimal => {
                Ok(match Option::<Document>::deserialize(from)? {
                    None | Some(Document::Null) => Read::Absent,
                    Some(document) => {
                        Read::Present(identify.then_some(Identity::Document(document)))
                    }
                })
            }
            Kind::JsonText => Ok(match Option::<JsonText>::deserialize(from)? {
                None => Read::Absent,
                Some(text) => {
                    self.reader.check_text(self.value, text.as_str(), self.context);
                    Read::Present(identify.then_some(Identity::JsonText(text)))
                }
            }),
            _ => from.deserialize_any(self),
        }
    }
}

impl Reader {
    pub(super) fn seed(&mut self, value: &'static Value, context: Context) -> ValueSeed<'_> {
        ValueSeed { reader: self, value, context }
    }
}

impl ValueSeed<'_> {
    /// Notes that a value of another form is there.
    pub(super) fn refuse(self, json: &str) -> Read {
        let sentence = self.reader.refusal(&self.value.kind, json);
        self.reader.note_form(self.context, sentence)
    }

    fn is_redactable(&self) -> bool {
        !matches!(self.value.kind, Kind::String | Kind::Enum(_))
    }
}

impl<'de> Visitor<'de> for ValueSeed<'_> {
    type Value = Read;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Read, E> {
        Ok(Read::Absent)
    }

    fn visit_none<E>(self) -> Result<Read, E> {
        Ok(Read::Absent)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Read, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Read, E> {
        let identify = self.context.identify;
        Ok(match self.value.kind {
            Kind::Boolean => Read::Present(identify.then_some(Identity::Boolean(value))),
            _ => self.refuse(if value { "true" } else { "false" }),
        })
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Read, E> {
        let from: I64Deserializer<serde_json::Error> = value.into_deserializer();
        Ok(self.number(from, || value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Read, E> {
        let from: U64Deserializer<serde_json::Error> = value.into_deserializer();
        Ok(self.number(from, || value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Read, E> {
        let from: F64Deserializer<serde_json::Error> = value.into_deserializer();
        Ok(self.number(from, || serde_json::Value::from(value).to_string()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Read, E> {
        match self.is_redactable() && is_redaction(text) {
            true => Ok(Read::Redacted),
            false => Ok(self.text(text)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Read, A::Error> {
        let value = self.value;
        match &value.kind {
            Kind::List(form) => self.reader.list(value, form, list, self.context),
            _ => {
                let read = self.refuse("[]");
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(read)
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Read, A::Error> {
        let value = self.value;
        let place = match &value.kind {
            Kind::Map(form) => return self.reader.map(value, form, map, self.context),
            Kind::Structure(place) | Kind::Union(place) => Some(*place),
            _ => None,
        };
        match place.and_then(|place| self.reader.types.aggregate(place)) {
            Some(shape) if shape.is_union => self.reader.union(shape, map, self.context),
            Some(shape) => self.reader.structure(shape, map, self.context),
            None => {
                let read = self.refuse("{}");
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(read)
            }
        }
    }
}
