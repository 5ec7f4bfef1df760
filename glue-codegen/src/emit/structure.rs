//! Structures.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::format::{Portion, push_block};
use super::text::tokens;
use super::types::Scope;
use super::{attributes, definition, error, table, validate};
use crate::plan::{Field, Plan, Presence, Structure, Type};

pub(super) fn items(structure: &Structure, plan: &Plan) -> Portion {
    let allow = attributes::allow(&structure.attributes);
    let boxed = match structure.placeholder && !has_default(structure) {
        true => boxed_placeholder(&structure.name, &allow),
        false => TokenStream::new(),
    };
    let parts = [
        constructor(structure, &allow),
        debug(structure, &allow),
        boxed,
        error::shape_impl(structure, &allow),
    ];
    let mut after = validate::structure(structure, plan);
    push_block(&mut after, &table::structure(structure, has_default(structure), &plan.prelude));
    Portion {
        before: definition::structure(structure, traits(structure), plan),
        items: parts.into_iter().collect(),
        after,
    }
}

/// The traits to derive.
fn traits(structure: &Structure) -> &'static str {
    match (hides_values(structure), has_default(structure)) {
        (false, true) => "Clone, Debug, Default, PartialEq",
        (false, false) => "Clone, Debug, PartialEq",
        (true, true) => "Clone, Default, PartialEq",
        (true, false) => "Clone, PartialEq",
    }
}

fn required(structure: &Structure) -> impl Iterator<Item = &Field> {
    structure.fields.iter().filter(|field| field.presence == Presence::Required)
}

fn has_default(structure: &Structure) -> bool {
    required(structure).next().is_none()
}

fn hides_values(structure: &Structure) -> bool {
    structure.sensitive || structure.fields.iter().any(|field| field.sensitive)
}

/// `new` with the required members, where there are any.
fn constructor(structure: &Structure, allow: &TokenStream) -> TokenStream {
    if has_default(structure) {
        return TokenStream::new();
    }
    let (name, new) = (&structure.name, new(structure));
    quote! {
        #allow
        impl #name { #new }
    }
}

fn new(structure: &Structure) -> TokenStream {
    let (mut parameters, mut values) = (Vec::new(), Vec::new());
    for field in &structure.fields {
        let name = &field.name;
        values.push(match field.presence {
            Presence::Required => {
                let ty = tokens(&Scope::root(&[]).parameter(&field.ty));
                parameters.push(quote!(#name: #ty));
                match field.ty {
                    Type::String | Type::JsonText => quote!(#name: #name.into()),
                    Type::Boxed(_) => quote!(#name: ::std::boxed::Box::new(#name)),
                    _ => quote!(#name),
                }
            }
            Presence::Optional | Presence::Expected => quote!(#name: ::core::option::Option::None),
        });
    }
    let many = (parameters.len() > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    quote! {
        /// Starts with the required members; the others are not set.
        #[must_use]
        #[inline]
        #many
        pub fn new(#(#parameters),*) -> Self {
            Self { #(#values),* }
        }
    }
}

/// Debug by hand where something must not be printed.
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
    quote! {
        #allow
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(#label) #(#fields)* .finish()
            }
        }
    }
}

/// What a required member is read into that holds a type without a default in a box.
pub(super) fn boxed_placeholder(name: &Ident, allow: &TokenStream) -> TokenStream {
    quote! {
        #allow
        impl ::glue_runtime::generated::Placeholder for ::std::boxed::Box<#name> {
            #[inline]
            fn placeholder() -> Self {
                Self::new(::glue_runtime::generated::Placeholder::placeholder())
            }
        }
    }
}
