//! Enums of strings.

use proc_macro2::TokenStream;
use quote::quote;

use super::format::Portion;
use super::{attributes, definition, table};
use crate::plan::{Enum, Plan};

pub(super) fn items(item: &Enum, plan: &Plan) -> Portion {
    let allow = attributes::allow(&item.attributes);
    let traits = match item.sensitive {
        true => "Clone, PartialEq, Eq, PartialOrd, Ord, Hash",
        false => "Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash",
    };
    Portion {
        before: definition::open_enum(item, traits, plan),
        items: debug(item, &allow),
        after: table::open_enum(item),
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
