//! Unions.

use proc_macro2::TokenStream;
use quote::quote;

use super::format::{Portion, separated};
use super::text::{quoted, tokens};
use super::{attributes, definition, table, validate};
use crate::plan::{Plan, Type, Union, UnionVariant};

pub(super) fn items(union: &Union, plan: &Plan) -> Portion {
    let allow = attributes::allow(&union.attributes);
    let parts = [debug(union, &allow), validate(union, &allow)];
    let traits = if hides_values(union) { "Clone, PartialEq" } else { "Clone, Debug, PartialEq" };
    Portion {
        before: definition::union(union, traits, plan),
        items: separated(parts),
        after: table::union(union),
    }
}

fn hides_values(union: &Union) -> bool {
    union.sensitive || union.variants.iter().any(|variant| variant.sensitive)
}

fn debug(union: &Union, allow: &TokenStream) -> TokenStream {
    if !hides_values(union) {
        return TokenStream::new();
    }
    let name = &union.name;
    let arms = union.variants.iter().map(|variant| {
        let (name, label) = (&variant.name, variant.name.to_string());
        match union.sensitive || variant.sensitive {
            true => quote! {
                Self::#name(_) => f.debug_tuple(#label)
                    .field(&::core::format_args!("<sensitive>")).finish()
            },
            false => quote!(Self::#name(value) => f.debug_tuple(#label).field(value).finish()),
        }
    });
    quote! {
        #allow
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    #(#arms,)*
                    Self::Unknown(_) => f.debug_tuple("Unknown")
                        .field(&::core::format_args!("<sensitive>")).finish(),
                }
            }
        }
    }
}

fn validate(union: &Union, allow: &TokenStream) -> TokenStream {
    let name = &union.name;
    let arms: Vec<(TokenStream, TokenStream)> =
        union.variants.iter().filter_map(check_arm).collect();
    let body = match arms.as_slice() {
        [] => None,
        [(pattern, call)] => Some(quote!(if let #pattern = self { #call })),
        arms => {
            let arms = arms.iter().map(|(pattern, call)| quote!(#pattern => { #call }));
            Some(quote!(match self { #(#arms)* _ => {} }))
        }
    };
    let check = match body {
        Some(body) => quote! {
            #[inline]
            fn check(&self, checker: &mut ::glue_runtime::__private::v1::Checker) { #body }
        },
        None => quote! {
            #[inline]
            fn check(&self, _: &mut ::glue_runtime::__private::v1::Checker) {}
        },
    };
    quote! {
        #allow
        impl ::glue_runtime::Validate for #name { #check }
    }
}

/// A variant whose value is checked, and the call that checks it.
fn check_arm(variant: &UnionVariant) -> Option<(TokenStream, TokenStream)> {
    let (name, label) = (&variant.name, quoted(&variant.model_name));
    let value = match &variant.ty {
        Type::String | Type::JsonText => "value.as_str()",
        Type::List { .. } => "value.as_slice()",
        Type::Boxed(_) => "value.as_ref()",
        Type::Bool
        | Type::I8
        | Type::I16
        | Type::I32
        | Type::I64
        | Type::F64
        | Type::Blob
        | Type::Bytes
        | Type::Timestamp(_)
        | Type::Document(_)
        | Type::Foreign(_)
        | Type::Named(_)
        | Type::Map { .. } => "value",
    };
    let value = format!("::core::option::Option::Some({value})");
    let (method, arguments) = validate::member_call(variant.check.as_ref()?, label, value);
    let call = tokens(&format!("checker.{method}({});", arguments.join(", ")));
    Some((quote!(Self::#name(value)), call))
}
