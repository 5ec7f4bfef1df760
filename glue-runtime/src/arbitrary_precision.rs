//! The form that serde_json's feature `arbitrary_precision` gives numbers.

use serde_core::de::MapAccess;

/// The only key of the map that stands for a number once some crate in the build turns on
/// serde_json's feature `arbitrary_precision`; the value is the number's text. A type that asks for
/// any value has to recognize this map, or it would stop reading numbers because of that crate.
pub(crate) const ARBITRARY_PRECISION_KEY: &str = "$serde_json::private::Number";

/// Reads the text of a number from a map that stands for one.
pub(crate) fn arbitrary_precision<'de, A: MapAccess<'de>>(
    map: &mut A,
) -> Result<Option<String>, A::Error> {
    match map.next_key::<String>()? {
        Some(key) if key == ARBITRARY_PRECISION_KEY => map.next_value().map(Some),
        _ => Ok(None),
    }
}
