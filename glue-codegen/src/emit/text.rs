//! Strings in code.

use proc_macro2::Literal;

/// A string as a literal.
pub(super) fn quoted(text: &str) -> String {
    Literal::string(text).to_string()
}
