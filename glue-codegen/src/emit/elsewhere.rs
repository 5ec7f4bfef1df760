//! Types that the file does not define: imports, and what they must have.

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes;
use super::format::separated;
use super::text::tokens;
use crate::markdown::code_span;
use crate::plan::{Import, Plan, Replaced};

pub(super) fn items(plan: &Plan) -> TokenStream {
    separated(plan.imports.iter().map(import).chain(plan.replaced.iter().map(requirement)))
}

/// Items of the file name the types as if it defined them, and so do its users.
fn import(import: &Import) -> TokenStream {
    let (path, names) = (tokens(&import.path), &import.names);
    quote! {
        #[allow(deprecated, unused_imports)]
        pub use #path::{ #(#names),* };
    }
}

/// A call that compiles if the type has the traits that it needs.
fn requirement(replaced: &Replaced) -> TokenStream {
    let selectors: Vec<String> = replaced.selectors.iter().map(|name| code_span(name)).collect();
    let docs = attributes::docs(&format!("The type in place of {}.", selectors.join(", ")));
    let path = tokens(&replaced.path);
    let function = match replaced.validated {
        true => quote!(validated_replacement),
        false => quote!(replacement),
    };
    quote! {
        #docs
        const _: () = ::glue_runtime::__private::v1::#function::<#path>();
    }
}
