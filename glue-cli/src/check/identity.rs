//! What tells a value from others in a list of unique items.

use std::collections::BTreeMap;

use glue_codegen::inspect::{Kind, TimestampFormat, Value};
use glue_runtime::{Document, JsonText, Timestamp};

/// A value as generated types compare it: by value if it is a plain one, and otherwise by what is
/// written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Identity {
    Boolean(bool),
    Whole(i64),
    /// The bits, one for both zeros and one for all that is not a number.
    Float(u64),
    Text(String),
    /// Compared by the JSON in it.
    JsonText(JsonText),
    Bytes(Vec<u8>),
    Time(Timestamp),
    Document(Document),
    List(Vec<Option<Identity>>),
    /// A map.
    Entries(BTreeMap<String, Identity>),
    /// The entry of a map that is null.
    Null,
    /// The members of a structure, by their places.
    Members(Vec<(usize, Identity)>),
}

impl Identity {
    pub(super) fn of_float(number: f64) -> Self {
        // Adding the positive zero makes the negative one positive.
        let number = if number.is_nan() { f64::NAN } else { number + 0.0 };
        Self::Float(number.to_bits())
    }

    /// A time, which a number of seconds keeps to the microsecond.
    pub(super) fn of_time(time: Timestamp, value: &Value) -> Self {
        let nanoseconds = time.subsec_nanoseconds() / 1_000 * 1_000;
        let cut = Timestamp::from_unix(time.unix_seconds(), nanoseconds).ok();
        match value.kind {
            Kind::Timestamp(TimestampFormat::EpochSeconds) => Self::Time(cut.unwrap_or(time)),
            _ => Self::Time(time),
        }
    }

    /// The same value within another, where JSON in text is the text.
    pub(super) fn within(self) -> Self {
        match self {
            Self::JsonText(text) => Self::Text(text.into_string()),
            other => other,
        }
    }
}
