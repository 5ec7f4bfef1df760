//! The tree of modules.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

/// A module of the stand-in.
#[derive(Default)]
pub(crate) struct Module {
    modules: BTreeMap<String, Self>,
    items: TokenStream,
}

impl Module {
    /// Adds the definition of the type at this path.
    pub(crate) fn add(&mut self, path: &[&str], definition: TokenStream) {
        match path {
            [module, rest @ ..] if !rest.is_empty() => {
                self.modules.entry((*module).to_owned()).or_default().add(rest, definition);
            }
            _ => self.items.extend(definition),
        }
    }

    pub(crate) fn tokens(&self) -> TokenStream {
        let items = &self.items;
        let modules = self.modules.iter().map(|(name, module)| {
            let (name, tokens) = (identifier(name), module.tokens());
            quote!(pub mod #name { #tokens })
        });
        quote!(#items #(#modules)*)
    }
}

/// An identifier, raw where it has the prefix.
fn identifier(name: &str) -> TokenStream {
    name.parse().unwrap_or_default()
}
