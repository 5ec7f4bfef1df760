//! Enums of strings.

use proc_macro2::TokenStream;
use quote::quote;

use super::format::Portion;
use super::{attributes, table};
use crate::plan::Enum;

pub(super) fn items(item: &Enum, derives: &[String]) -> Portion {
    let allow = attributes::allow(&item.attributes);
    let parts = [definition(item, derives, &allow), debug(item, &allow), placeholder(item, &allow)];
    Portion { items: parts.into_iter().collect(), table: table::open_enum(item) }
}

fn definition(item: &Enum, derives: &[String], allow: &TokenStream) -> TokenStream {
    let name = &item.name;
    let attributes = attributes::outer(&item.attributes);
    let more_derives = attributes::derives(derives);
    let debug = (!item.sensitive).then(|| quote!(Debug,));
    let variants = item.variants.iter().map(|variant| {
        let (attributes, name) = (attributes::outer(&variant.attributes), &variant.name);
        quote!(#attributes #name)
    });
    quote! {
        #attributes
        #allow
        #[derive(Clone, #debug PartialEq, Eq, PartialOrd, Ord, Hash)]
        #more_derives
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// A value that the model does not name.
            Unknown(::glue_runtime::Unrecognized<Self>),
        }
    }
}

fn debug(item: &Enum, allow: &TokenStream) -> TokenStream {
    if !item.sensitive {
        return TokenStream::new();
    }
    let (name, label) = (&item.name, item.name.to_string());
    quote! {
        #allow
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple(#label).field(&::core::format_args!("<sensitive>")).finish()
            }
        }
    }
}

fn placeholder(item: &Enum, allow: &TokenStream) -> TokenStream {
    if !item.placeholder {
        return TokenStream::new();
    }
    let name = &item.name;
    quote! {
        #allow
        impl ::glue_runtime::generated::Placeholder for #name {
            #[inline]
            fn placeholder() -> Self {
                ::glue_runtime::generated::parse_enum("")
            }
        }
    }
}
