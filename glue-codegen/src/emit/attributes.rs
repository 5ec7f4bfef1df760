//! Doc comments and other attributes.

use proc_macro2::TokenStream;
use quote::quote;

use super::text::quoted;
use crate::plan::Attributes;

/// The attribute that says so of what is deprecated, as text.
pub(super) fn deprecated(attributes: &Attributes) -> Option<String> {
    attributes.deprecated.as_deref().map(|note| match note {
        "" => "#[deprecated]".to_owned(),
        note => format!("#[deprecated(note = {})]", quoted(note)),
    })
}

/// A doc comment, a line each.
pub(super) fn docs(text: &str) -> TokenStream {
    text.lines()
        .map(|line| {
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            quote!(#[doc = #line])
        })
        .collect()
}

/// What code that names deprecated things needs, so that only users are warned of them.
pub(super) fn allow(attributes: &Attributes) -> TokenStream {
    match attributes.touches_deprecated {
        true => quote!(#[allow(deprecated)]),
        false => TokenStream::new(),
    }
}

/// As [`allow`], as a line of text.
pub(super) fn allow_line(attributes: &Attributes) -> &'static str {
    if attributes.touches_deprecated { "#[allow(deprecated)]\n" } else { "" }
}
