//! The bounds of lengths.

use glue_codegen::inspect::Length;

/// The least and the greatest length.
pub(super) fn lengths(length: Option<Length>) -> (u64, Option<u64>) {
    match length {
        Some(Length { min, max, .. }) => (min.unwrap_or(0), max),
        None => (0, None),
    }
}
