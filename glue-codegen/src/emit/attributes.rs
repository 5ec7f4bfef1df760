//! Doc comments and other attributes.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::Attributes;

/// The attributes of an item, field or variant.
pub(super) fn outer(attributes: &Attributes) -> TokenStream {
    let docs = docs(&attributes.docs);
    let deprecated = match attributes.deprecated.as_deref() {
        None => TokenStream::new(),
        Some("") => quote!(#[deprecated]),
        Some(note) => quote!(#[deprecated(note = #note)]),
    };
    quote!(#docs #deprecated)
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

/// What an impl that names deprecated things needs, so that only users are warned of them.
pub(super) fn allow(attributes: &Attributes) -> TokenStream {
    match attributes.touches_deprecated {
        true => quote!(#[allow(deprecated)]),
        false => TokenStream::new(),
    }
}
