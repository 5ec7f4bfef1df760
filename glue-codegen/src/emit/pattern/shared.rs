//! The state that the functions of a module of patterns share.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::class::Classes;

/// The state that the functions share.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) classes: Classes,
    /// The items of the runtime that they name, in order.
    uses: Vec<&'static str>,
}

impl Shared {
    /// The name of an item of the runtime.
    pub(super) fn runtime(&mut self, name: &'static str) -> Ident {
        if let Err(place) = self.uses.binary_search(&name) {
            self.uses.insert(place, name);
        }
        Ident::new(name, Span::call_site())
    }

    pub(super) fn uses(&self) -> TokenStream {
        let names = self.uses.iter().map(|name| Ident::new(name, Span::call_site()));
        let names: Vec<Ident> = names.collect();
        match &names[..] {
            [] => TokenStream::new(),
            [name] => quote!(use ::glue_runtime::__private::v1::#name;),
            names => quote!(use ::glue_runtime::__private::v1::{#(#names),*};),
        }
    }
}
