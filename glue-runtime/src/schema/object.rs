//! Schemas from JSON.

use schemars::Schema;
use serde_json::Value;

/// A schema of these keys. Anything else would allow anything.
pub(super) fn object(value: Value) -> Schema {
    value.try_into().unwrap_or_default()
}
