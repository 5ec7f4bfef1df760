//! Text in code, and code as text.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A string as a literal.
pub(super) fn quoted(text: &str) -> String {
    Literal::string(text).to_string()
}

/// A type or a path as tokens.
pub(super) fn tokens(code: &str) -> TokenStream {
    // Text that is neither could not be parsed later either, and the compiler would say where.
    code.parse().unwrap_or_else(|_| quote!(#code))
}
