//! Enums of strings.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{attributes, wire};
use crate::plan::Enum;

pub(super) fn items(item: &Enum, derives: &[String]) -> TokenStream {
    let allow = attributes::allow(&item.attributes);
    let write = quote!(to.serialize_str(self.as_str()));
    let serde = wire::serde_impls(&item.name, &allow, &quote!(read_enum), &write);
    let parts = [
        definition(item, derives, &allow),
        inherent(item, &allow),
        open_enum(item, &allow),
        debug(item, &allow),
        conversions(item, &allow),
        placeholder(item, &allow),
        serde,
    ];
    parts.into_iter().collect()
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

fn inherent(item: &Enum, allow: &TokenStream) -> TokenStream {
    let name = &item.name;
    let values: Vec<&String> = item.variants.iter().map(|variant| &variant.value).collect();
    let variants = item.variants.iter().map(|variant| &variant.name);
    quote! {
        #allow
        impl #name {
            /// The known values, in the order of the model.
            pub const VALUES: &'static [&'static str] = &[#(#values),*];

            /// The value as it travels.
            #[must_use]
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #values,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }
        }
    }
}

fn open_enum(item: &Enum, allow: &TokenStream) -> TokenStream {
    let name = &item.name;
    let arms: Vec<TokenStream> = item
        .variants
        .iter()
        .enumerate()
        .map(|(index, variant)| {
            let (index, variant) = (Literal::usize_unsuffixed(index), &variant.name);
            quote!(#index => Self::#variant)
        })
        .collect();
    let from_index = match arms.is_empty() {
        true => quote! { let _ = index; ::core::option::Option::None },
        false => quote! {
            ::core::option::Option::Some(match index {
                #(#arms,)*
                _ => return ::core::option::Option::None,
            })
        },
    };
    quote! {
        #allow
        impl ::glue_runtime::OpenEnum for #name {
            const VALUES: &'static [&'static str] = Self::VALUES;

            #[inline]
            fn from_index(index: usize) -> ::core::option::Option<Self> { #from_index }

            #[inline]
            fn from_unrecognized(value: ::glue_runtime::Unrecognized<Self>) -> Self {
                Self::Unknown(value)
            }

            #[inline]
            fn as_str(&self) -> &str {
                self.as_str()
            }
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

fn conversions(item: &Enum, allow: &TokenStream) -> TokenStream {
    let name = &item.name;
    quote! {
        #allow
        impl ::core::convert::From<&str> for #name {
            fn from(value: &str) -> Self {
                ::glue_runtime::generated::parse_enum(value)
            }
        }

        #allow
        impl ::core::str::FromStr for #name {
            type Err = ::core::convert::Infallible;

            fn from_str(value: &str) -> ::core::result::Result<Self, Self::Err> {
                ::core::result::Result::Ok(Self::from(value))
            }
        }

        #allow
        impl ::core::convert::AsRef<str> for #name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        #allow
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
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
            fn placeholder() -> Self {
                ::glue_runtime::generated::parse_enum("")
            }
        }
    }
}
