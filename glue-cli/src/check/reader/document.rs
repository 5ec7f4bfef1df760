//! Reading a whole document, which is a structure or union.

use std::fmt;

use serde_core::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use super::state::{Context, Reader};
use crate::check::problem::{Fault, Problem};
use crate::check::types::Aggregate;

impl Reader {
    /// Reads a value of a structure or union.
    pub(in crate::check) fn read<'de, D: Deserializer<'de>>(
        &mut self,
        shape: &'static Aggregate,
        from: D,
    ) -> Result<(), D::Error> {
        DocumentSeed { reader: self, shape, has_other_keys: false }.deserialize(from)
    }

    /// Reads a structure beside whose members there are other keys.
    pub(in crate::check) fn read_beside_others<'de, D: Deserializer<'de>>(
        &mut self,
        shape: &'static Aggregate,
        from: D,
    ) -> Result<(), D::Error> {
        DocumentSeed { reader: self, shape, has_other_keys: true }.deserialize(from)
    }
}

/// Reads a document.
struct DocumentSeed<'r> {
    reader: &'r mut Reader,
    shape: &'static Aggregate,
    /// Whether keys that are no members belong there.
    has_other_keys: bool,
}

impl<'de> DeserializeSeed<'de> for DocumentSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl DocumentSeed<'_> {
    fn context(&self) -> Context {
        Context { shape: self.shape.name, hidden: false, identify: false }
    }

    fn refuse(self, json: &str) {
        let sentence = self.shape.refusal(json);
        self.reader.note_form(self.context(), sentence);
    }
}

/// Refuses values that are not objects.
macro_rules! refuse {
    ($($method:ident($ty:ty);)*) => {
        $(fn $method<E: Error>(self, value: $ty) -> Result<(), E> {
            self.refuse(&serde_json::Value::from(value).to_string());
            Ok(())
        })*
    };
}

impl<'de> Visitor<'de> for DocumentSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    refuse! {
        visit_bool(bool);
        visit_i64(i64);
        visit_u64(u64);
        visit_f64(f64);
        visit_str(&str);
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.refuse("null");
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.refuse("[]");
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let context = self.context();
        if self.shape.is_union {
            return self.reader.union(self.shape, map, context).map(|_| ());
        }
        self.reader.structure(self.shape, map, context)?;
        let (unknown, all) = self.reader.unknown_keys;
        if all > 0 && unknown == all && !self.has_other_keys {
            let name = self.shape.name;
            let example = self.shape.names().next().map(|name| format!(", such as `{name}`"));
            let sentence = format!(
                "no key of the document is a member of {name}{}",
                example.unwrap_or_default()
            );
            // What else is wrong is wrong because of that.
            self.reader.problems = vec![Problem::new(Fault::Foreign(sentence), name)];
            self.reader.left_out = 0;
        }
        Ok(())
    }
}
