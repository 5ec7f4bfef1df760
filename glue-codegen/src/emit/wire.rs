//! Serialize and Deserialize: each one call into the runtime.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The serde impls of a type, reading through the named function of the runtime and writing with
/// the given body.
pub(super) fn serde_impls(
    name: &Ident,
    allow: &TokenStream,
    read: &TokenStream,
    write: &TokenStream,
) -> TokenStream {
    quote! {
        #allow
        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                from: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::glue_runtime::generated::#read(from)
            }
        }

        #allow
        impl ::serde::Serialize for #name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                #write
            }
        }
    }
}
