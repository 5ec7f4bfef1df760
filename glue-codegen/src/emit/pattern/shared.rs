//! What the functions of a module of patterns share.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::class::Classes;

/// What the functions share.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) classes: Classes,
    /// What they name of the runtime.
    uses: BTreeSet<&'static str>,
}

impl Shared {
    /// The name of something of the runtime's.
    pub(super) fn runtime(&mut self, name: &'static str) -> Ident {
        self.uses.insert(name);
        Ident::new(name, Span::call_site())
    }

    pub(super) fn uses(&self) -> TokenStream {
        let class = (!self.classes.is_empty()).then_some("Class");
        let names = self.uses.iter().copied().chain(class).collect::<BTreeSet<_>>();
        let names: Vec<Ident> =
            names.into_iter().map(|name| Ident::new(name, Span::call_site())).collect();
        match &names[..] {
            [] => TokenStream::new(),
            [name] => quote!(use ::glue_runtime::generated::#name;),
            names => quote!(use ::glue_runtime::generated::{#(#names),*};),
        }
    }
}
