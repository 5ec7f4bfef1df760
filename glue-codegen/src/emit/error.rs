//! Error structures.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::format::{blank_line, separated};
use crate::plan::Structure;

/// The impl that makes a structure an error; empty for other structures.
pub(super) fn shape_impl(structure: &Structure, allow: &TokenStream) -> TokenStream {
    let Some(error) = &structure.error else {
        return TokenStream::new();
    };
    let name = &structure.name;
    let (code, retryable) = (&error.code, error.retryable);
    let status = error.status.map(|status| {
        let status = Literal::u16_unsuffixed(status);
        quote!(
            const STATUS: ::core::option::Option<u16> = ::core::option::Option::Some(#status);
        )
    });
    let throttling = error.throttling.then(|| {
        quote!(
            const THROTTLING: bool = true;
        )
    });
    let hides_values = structure.sensitive || structure.fields.iter().any(|field| field.sensitive);
    let sensitive = hides_values.then(|| {
        quote!(
            const SENSITIVE: bool = true;
        )
    });
    let sensitive_message = error.sensitive_message.then(|| {
        quote!(
            const SENSITIVE_MESSAGE: bool = true;
        )
    });
    let fault = match error.server_fault {
        true => quote!(::glue_runtime::Fault::Server),
        false => quote!(::glue_runtime::Fault::Client),
    };
    let message = match &error.message {
        None => quote!(::core::option::Option::None),
        Some(field) => quote!(self.#field.as_deref()),
    };
    let blank_line = blank_line();
    let error_shape = quote! {
        #allow
        impl ::glue_runtime::ErrorShape for #name {
            const CODE: &'static str = #code;
            #status
            const FAULT: ::glue_runtime::Fault = #fault;
            const RETRYABLE: bool = #retryable;
            #throttling
            #sensitive
            #sensitive_message
            #blank_line
            #[inline]
            fn message(&self) -> ::core::option::Option<&str> { #message }
        }
    };
    let display = quote! {
        #allow
        impl ::core::fmt::Display for #name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::glue_runtime::__private::v1::describe_error(self, f)
            }
        }
    };
    let error = quote! {
        #allow
        impl ::core::error::Error for #name {}
    };
    separated([error_shape, display, error])
}
