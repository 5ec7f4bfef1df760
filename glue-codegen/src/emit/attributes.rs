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

/// What an enum needs whose variants may be of very different sizes: users choose what to box.
pub(super) fn allow_uneven(is_uneven: bool) -> TokenStream {
    match is_uneven {
        true => quote!(#[allow(clippy::large_enum_variant)]),
        false => TokenStream::new(),
    }
}

/// Further derives, as the options name them.
pub(super) fn derives(paths: &[String]) -> TokenStream {
    let paths: Vec<TokenStream> = paths.iter().filter_map(|path| path.parse().ok()).collect();
    match paths.is_empty() {
        true => TokenStream::new(),
        false => quote!(#[derive(#(#paths),*)]),
    }
}
