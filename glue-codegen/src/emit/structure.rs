//! Structures.

use proc_macro2::TokenStream;
use quote::quote;

use super::format::{Portion, push_block, separated};
use super::{attributes, definition, error, table, validate};
use crate::plan::{Plan, Structure};

pub(super) fn items(structure: &Structure, plan: &Plan) -> Portion {
    let allow = attributes::allow(&structure.attributes);
    let parts = [debug(structure, &allow), error::shape_impl(structure, &allow)];
    let mut after = validate::structure(structure);
    push_block(&mut after, &table::structure(structure, &plan.prelude));
    Portion {
        before: definition::structure(structure, traits(structure), plan),
        items: separated(parts),
        after,
    }
}

/// The traits to derive.
fn traits(structure: &Structure) -> &'static str {
    match hides_values(structure) {
        false => "Clone, Debug, Default, PartialEq",
        true => "Clone, Default, PartialEq",
    }
}

fn hides_values(structure: &Structure) -> bool {
    structure.sensitive || structure.fields.iter().any(|field| field.sensitive)
}

/// An impl of `Debug` by hand, if something must not be printed.
fn debug(structure: &Structure, allow: &TokenStream) -> TokenStream {
    if !hides_values(structure) {
        return TokenStream::new();
    }
    let name = &structure.name;
    let label = structure.name.to_string();
    let fields = structure.fields.iter().map(|field| {
        let (field_name, label) = (&field.name, field.name.to_string());
        match structure.sensitive || field.sensitive {
            true => quote!(.field(#label, &::core::format_args!("<sensitive>"))),
            false => quote!(.field(#label, &self.#field_name)),
        }
    });
    let unknown_members = structure.unknown_members.iter().map(|field| {
        let (field, label) = (&field.name, field.name.to_string());
        match structure.sensitive {
            true => quote!(.field(#label, &::core::format_args!("<sensitive>"))),
            // The `Debug` of this type shows only the keys.
            false => quote!(.field(#label, &self.#field)),
        }
    });
    let fields = fields.chain(unknown_members);
    quote! {
        #allow
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(#label) #(#fields)* .finish()
            }
        }
    }
}
