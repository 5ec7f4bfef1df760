//! The service.

use glue_model::Protocol;
use proc_macro2::TokenStream;
use quote::quote;

use super::attributes;
use crate::bug::bug;
use crate::markdown::code_span;
use crate::plan::Service;

pub(super) fn item(service: &Service) -> TokenStream {
    let docs = attributes::docs(&documentation(service));
    let (id, version) = (&service.id, &service.api_version);
    let (signing, endpoint) = (&service.signing_name, &service.endpoint_prefix);
    let protocol = match service.protocol {
        Protocol::AwsJson1_0 => quote!(AwsJson1_0),
        Protocol::AwsJson1_1 => quote!(AwsJson1_1),
        Protocol::RestJson1 => quote!(RestJson1),
        Protocol::RestXml => quote!(RestXml),
        Protocol::AwsQuery => quote!(AwsQuery),
        Protocol::Ec2Query => quote!(Ec2Query),
        Protocol::RpcV2Cbor => quote!(RpcV2Cbor),
        Protocol::RpcV2Json => quote!(RpcV2Json),
        Protocol::Unknown => quote!(Unknown),
        other => bug!("service `{id}` has the unknown protocol {other:?}"),
    };
    let query_codes = service.query_compatible.then(|| quote!(.with_query_codes()));
    quote! {
        #docs
        pub const SERVICE: ::glue_runtime::Service = ::glue_runtime::Service::new(
            #id, #version, ::glue_runtime::Protocol::#protocol, #signing, #endpoint
        ) #query_codes;
    }
}

fn documentation(service: &Service) -> String {
    let (name, version) = (code_span(&service.full_name), code_span(&service.api_version));
    let mut sentence = format!("The service {name}, version {version}.");
    if service.protocol == Protocol::Unknown {
        sentence += " The model names no protocol that is known here: the types are for JSON at \
                     rest, and operations cannot be called.";
    }
    match service.deprecated.as_deref() {
        None => sentence,
        Some("") => format!("{sentence} It is deprecated."),
        Some(note) => format!("{sentence} It is deprecated.\n\n{note}"),
    }
}
