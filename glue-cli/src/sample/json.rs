//! JSON whose members keep their order.

use serde_core::ser::{Serialize, Serializer};
use serde_json::Value;

use crate::subject::TYPE;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    /// A value whose members, if any, have no order to keep.
    Plain(Value),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Plain(Value::String(text.into()))
    }

    /// An error's body, which says its name before all else.
    pub(super) fn with_type(self, name: &str) -> Self {
        let Self::Object(mut members) = self else { return self };
        members.retain(|(key, _)| key != TYPE);
        members.insert(0, (TYPE.to_owned(), Self::text(name)));
        Self::Object(members)
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        Self::Plain(value)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(value) => value.serialize(to),
            Self::List(entries) => to.collect_seq(entries),
            Self::Object(members) => {
                to.collect_map(members.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}
