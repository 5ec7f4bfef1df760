//! Short ways to read, write and check values.

use glue_runtime::{ErrorEnvelope, Validate};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads a value.
pub(crate) fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

/// The error of reading text.
pub(crate) fn read_error<T: DeserializeOwned + std::fmt::Debug>(value: &Value) -> String {
    serde_json::from_str::<T>(&value.to_string()).unwrap_err().to_string()
}

/// The value as it is at rest.
pub(crate) fn write(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

/// Reads a value, and writes the same.
pub(crate) fn assert_round_trip<T: Serialize + DeserializeOwned>(value: Value) {
    assert_eq!(write(&read::<T>(value.clone())), value);
}

/// What is wrong with a value, in words.
pub(crate) fn violations(value: &impl Validate) -> Vec<String> {
    let found = value.validate().err().into_iter().flatten();
    found.map(|violation| violation.to_string()).collect()
}

/// Where something is wrong with a value.
pub(crate) fn paths(value: &impl Validate) -> Vec<String> {
    let found = value.validate().err().into_iter().flatten();
    found.map(|violation| violation.path().to_owned()).collect()
}

/// An error as it was saved.
pub(crate) fn envelope(body: &str) -> ErrorEnvelope {
    serde_json::from_str(body).unwrap()
}

/// Reads a value from text, as it is in a file.
pub(crate) fn read_text<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_str(&value.to_string()).unwrap()
}
