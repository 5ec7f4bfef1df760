//! Operations.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::format::{Portion, push_block};
use super::{attributes, definition, table};
use crate::plan::{Operation, Plan};

pub(super) fn items(operation: &Operation, plan: &Plan) -> Portion {
    let allow = attributes::allow(&operation.attributes);
    let (name, model_name) = (&operation.name, &operation.model_name);
    let (method, uri) = (&operation.method, &operation.uri);
    let http = (method != "POST" || uri != "/").then(|| quote!(.with_http(#method, #uri)));
    let (input, output) = (shape(operation.input.as_ref()), shape(operation.output.as_ref()));
    let error = &operation.error.name;
    let target = operation.target.as_ref().map(|target| quote!(.with_target(#target)));
    let host_prefix = operation.host_prefix.as_ref().map(|host| quote!(.with_host_prefix(#host)));
    let items = quote! {
        #allow
        impl ::glue_runtime::Operation for #name {
            const METADATA: ::glue_runtime::OperationMetadata =
                SERVICE.operation(#model_name)
                    #target #http #host_prefix;
            type Input = #input;
            type Output = #output;
            type Error = #error;
        }
    };
    let mut errors = definition::operation_error(operation, plan);
    push_block(&mut errors, &table::operation_error(&operation.error));
    Portion { before: definition::operation(operation, plan), items, after: errors }
}

fn shape(name: Option<&Ident>) -> TokenStream {
    match name {
        Some(name) => quote!(#name),
        None => quote!(::glue_runtime::NoMembers),
    }
}
