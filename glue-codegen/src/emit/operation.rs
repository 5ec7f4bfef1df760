//! Operations.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{attributes, error};
use crate::plan::Operation;

pub(super) fn items(operation: &Operation) -> TokenStream {
    let allow = attributes::allow(&operation.attributes);
    let attributes = attributes::outer(&operation.attributes);
    let (name, model_name) = (&operation.name, &operation.model_name);
    let (method, uri) = (&operation.method, &operation.uri);
    let (input, output) = (shape(operation.input.as_ref()), shape(operation.output.as_ref()));
    let error = &operation.error.name;
    let target = match &operation.target {
        Some(target) => quote!(::core::option::Option::Some(#target)),
        None => quote!(::core::option::Option::None),
    };
    let host_prefix = operation.host_prefix.as_ref().map(|prefix| {
        quote! {
            const HOST_PREFIX: ::core::option::Option<&'static str> =
                ::core::option::Option::Some(#prefix);
        }
    });
    let (error_enum, error_impls) =
        (error::operation_enum(operation), error::operation_impls(operation));
    quote! {
        #attributes
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub struct #name;

        #allow
        impl ::glue_runtime::Operation for #name {
            const SERVICE: &'static ::glue_runtime::Service = &SERVICE;
            const NAME: &'static str = #model_name;
            const TARGET: ::core::option::Option<&'static str> = #target;
            const METHOD: &'static str = #method;
            const URI: &'static str = #uri;
            #host_prefix
            type Input = #input;
            type Output = #output;
            type Error = #error;
        }

        #error_enum
        #error_impls
    }
}

fn shape(name: Option<&Ident>) -> TokenStream {
    match name {
        Some(name) => quote!(#name),
        None => quote!(::glue_runtime::NoMembers),
    }
}
