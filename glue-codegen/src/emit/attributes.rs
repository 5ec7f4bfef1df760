//! Doc comments and other attributes.

use proc_macro2::TokenStream;
use quote::quote;

use super::text::quoted;
use crate::plan::Attributes;

/// The `#[deprecated]` attribute of a deprecated item, as text.
pub(super) fn deprecated(attributes: &Attributes) -> Option<String> {
    attributes.deprecated.as_deref().map(|note| match note {
        "" => "#[deprecated]".to_owned(),
        note => format!("#[deprecated(note = {})]", quoted(note)),
    })
}

/// A doc comment, one attribute for each line.
pub(super) fn docs(text: &str) -> TokenStream {
    text.lines()
        .map(|line| {
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            quote!(#[doc = #line])
        })
        .collect()
}

/// The attribute that lets code name deprecated things, so that only users are warned.
pub(super) fn allow(attributes: &Attributes) -> TokenStream {
    match attributes.touches_deprecated {
        true => quote!(#[allow(deprecated)]),
        false => TokenStream::new(),
    }
}

/// The same as [`allow`], as a line of text.
pub(super) fn allow_line(attributes: &Attributes) -> &'static str {
    if attributes.touches_deprecated { "#[allow(deprecated)]\n" } else { "" }
}
