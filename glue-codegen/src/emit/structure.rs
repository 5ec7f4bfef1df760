//! Structures.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::format::Portion;
use super::{attributes, error, table, types};
use crate::plan::{CheckCall, Field, Plan, Presence, Structure, Type};

pub(super) fn items(structure: &Structure, plan: &Plan) -> Portion {
    let allow = attributes::allow(&structure.attributes);
    let boxed = match structure.placeholder && !has_default(structure) {
        true => boxed_placeholder(&structure.name, &allow),
        false => TokenStream::new(),
    };
    let parts = [
        definition(structure, &plan.derives, &allow),
        constructor(structure, &allow),
        debug(structure, &allow),
        boxed,
        validate(structure, &allow),
        error::shape_impl(structure, &allow),
    ];
    let table = table::structure(structure, has_default(structure), &plan.prelude);
    Portion { items: parts.into_iter().collect(), table }
}

fn definition(structure: &Structure, derives: &[String], allow: &TokenStream) -> TokenStream {
    let name = &structure.name;
    let attributes = attributes::outer(&structure.attributes);
    let more_derives = attributes::derives(derives);
    let debug = (!hides_values(structure)).then(|| quote!(Debug,));
    let default = has_default(structure).then(|| quote!(Default,));
    let fields = structure.fields.iter().map(|field| {
        let attributes = attributes::outer(&field.attributes);
        let (name, ty) = (&field.name, field_type(field));
        quote!(#attributes pub #name: #ty)
    });
    quote! {
        #attributes
        #allow
        #[derive(Clone, #debug #default PartialEq)]
        #more_derives
        #[non_exhaustive]
        pub struct #name { #(#fields),* }
    }
}

fn field_type(field: &Field) -> TokenStream {
    let ty = types::root_type(&field.ty);
    match field.presence {
        Presence::Required => ty,
        Presence::Optional | Presence::Expected => quote!(::core::option::Option<#ty>),
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
                let (ty, value) = types::parameter(&field.ty, &quote!(#name));
                parameters.push(quote!(#name: #ty));
                match field.ty {
                    Type::String | Type::Boxed(_) => quote!(#name: #value),
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

fn validate(structure: &Structure, allow: &TokenStream) -> TokenStream {
    let name = &structure.name;
    let calls: Vec<TokenStream> = structure.fields.iter().filter_map(check_field).collect();
    let check = (!calls.is_empty()).then(|| {
        quote! {
            #[inline]
            fn check(&self, checker: &mut ::glue_runtime::generated::Checker) { #(#calls)* }
        }
    });
    quote! {
        #allow
        impl ::glue_runtime::Validate for #name { #check }
    }
}

fn check_field(field: &Field) -> Option<TokenStream> {
    let (name, label) = (&field.name, &field.model_name);
    let place = quote!(self.#name);
    let check = field.check.as_ref().map(check_function);
    match (field.presence, check) {
        (Presence::Expected, None) => Some(quote!(checker.present(#label, &#place);)),
        (_, None) => None,
        (Presence::Required, Some(check)) => {
            let value = types::borrow_plain(&field.ty, &place);
            Some(quote!(checker.member(#label, ::core::option::Option::Some(#value), #check);))
        }
        (presence, Some(check)) => {
            let value = types::borrow_optional(&field.ty, &place);
            Some(match presence {
                Presence::Expected => quote!(checker.required(#label, #value, #check);),
                _ => quote!(checker.member(#label, #value, #check);),
            })
        }
    }
}

/// The function a check calls, from the root of the file.
pub(super) fn check_function(check: &CheckCall) -> TokenStream {
    match check {
        CheckCall::Function(name) => quote!(checks::#name),
        CheckCall::Validate => quote!(::glue_runtime::Validate::check),
    }
}
