//! Where members travel.

use glue_model::TimestampFormat;
use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Binding, Location, PayloadForm, TextForm};

/// The constant that lists a structure's bindings, where it has any.
pub(super) fn constant(bindings: &[Binding]) -> TokenStream {
    if bindings.is_empty() {
        return TokenStream::new();
    }
    let bindings = bindings.iter().map(binding);
    quote! {
        const BINDINGS: &'static [::glue_runtime::Binding] = &[#(#bindings),*];
    }
}

fn binding(binding: &Binding) -> TokenStream {
    let key = &binding.key;
    let location = match &binding.location {
        Location::Label(name, form) => return with_form(&quote!(label), key, name, form),
        Location::Query(name, form) => return with_form(&quote!(query), key, name, form),
        Location::Header(name, form) => return with_form(&quote!(header), key, name, form),
        Location::QueryParams => quote!(QueryParams),
        Location::PrefixHeaders(prefix) => quote!(PrefixHeaders(#prefix)),
        Location::StatusCode => quote!(StatusCode),
        Location::Payload(form) => {
            let form = match form {
                PayloadForm::Structure => quote!(Structure),
                PayloadForm::Json => quote!(Json),
                PayloadForm::Text => quote!(Text),
                PayloadForm::Bytes => quote!(Bytes),
            };
            quote!(Payload(::glue_runtime::PayloadForm::#form))
        }
        Location::Body(name) => quote!(Body(#name)),
    };
    quote!(::glue_runtime::Binding::new(#key, ::glue_runtime::Location::#location))
}

fn with_form(location: &TokenStream, key: &str, name: &str, form: &TextForm) -> TokenStream {
    let form = match form {
        TextForm::Text => TokenStream::new(),
        other => {
            let form = text_form(other);
            quote!(.in_form(#form))
        }
    };
    quote!(::glue_runtime::Binding::#location(#key, #name) #form)
}

fn text_form(form: &TextForm) -> TokenStream {
    let form = match form {
        TextForm::Text => quote!(Text),
        TextForm::Number => quote!(Number),
        TextForm::Boolean => quote!(Boolean),
        TextForm::Timestamp(format) => {
            let format = match format {
                TimestampFormat::EpochSeconds => quote!(EpochSeconds),
                TimestampFormat::DateTime => quote!(DateTime),
                TimestampFormat::HttpDate => quote!(HttpDate),
            };
            quote!(Timestamp(::glue_runtime::TimestampFormat::#format))
        }
        TextForm::Base64 => quote!(Base64),
        TextForm::List(entry) => {
            let entry = text_form(entry);
            quote!(List(&#entry))
        }
    };
    quote!(::glue_runtime::TextForm::#form)
}
