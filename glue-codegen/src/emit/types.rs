//! Types, codecs, and how checks see a value of a type.

use glue_model::TimestampFormat;
use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Codec, Type};

/// The type as code at the root of the file, or in a module of it (`super::` in front of names).
pub(super) fn rust_type(ty: &Type, prefix: &TokenStream) -> TokenStream {
    match ty {
        Type::Bool => quote!(bool),
        Type::I8 => quote!(i8),
        Type::I16 => quote!(i16),
        Type::I32 => quote!(i32),
        Type::I64 => quote!(i64),
        Type::F32 => quote!(f32),
        Type::F64 => quote!(f64),
        Type::String => quote!(::std::string::String),
        Type::Blob => quote!(::glue_runtime::Blob),
        Type::Timestamp => quote!(::glue_runtime::Timestamp),
        Type::Document => quote!(::glue_runtime::Document),
        Type::Named(name) => quote!(#prefix #name),
        Type::Boxed(name) => quote!(::std::boxed::Box<#prefix #name>),
        Type::List { entry, sparse } => {
            let entry = entry_type(entry, *sparse, prefix);
            quote!(::std::vec::Vec<#entry>)
        }
        Type::Map { key, value, sparse } => {
            let key = rust_type(key, prefix);
            let value = entry_type(value, *sparse, prefix);
            quote!(::std::collections::BTreeMap<#key, #value>)
        }
    }
}

/// The type as code at the root of the file.
pub(super) fn root_type(ty: &Type) -> TokenStream {
    rust_type(ty, &TokenStream::new())
}

fn entry_type(ty: &Type, sparse: bool, prefix: &TokenStream) -> TokenStream {
    let ty = rust_type(ty, prefix);
    match sparse {
        true => quote!(::core::option::Option<#ty>),
        false => ty,
    }
}

/// The parameter of a function that takes a value to set, and the expression that makes the value.
pub(super) fn parameter(ty: &Type, name: &TokenStream) -> (TokenStream, TokenStream) {
    match ty {
        Type::String => {
            (quote!(impl ::core::convert::Into<::std::string::String>), quote!(#name.into()))
        }
        Type::Boxed(inner) => (quote!(#inner), quote!(::std::boxed::Box::new(#name))),
        other => (root_type(other), quote!(#name)),
    }
}

/// Where codecs are.
const CODECS: &str = "::glue_runtime::generated::";

/// The codec as it is called in the runtime, or none where it is the type's own form.
pub(super) fn codec_name(codec: &Codec) -> Option<String> {
    let (name, entry) = match codec {
        Codec::Plain => return None,
        Codec::Integer => ("Integer", None),
        Codec::Float => ("Float", None),
        Codec::Timestamp(TimestampFormat::EpochSeconds) => ("EpochSeconds", None),
        Codec::Timestamp(TimestampFormat::DateTime) => ("DateTime", None),
        Codec::Timestamp(TimestampFormat::HttpDate) => ("HttpDate", None),
        Codec::List { entry, sparse: false } => ("List", codec_name(entry)),
        Codec::List { entry, sparse: true } => ("SparseList", codec_name(entry)),
        Codec::Map { value, sparse: false } => ("Map", codec_name(value)),
        Codec::Map { value, sparse: true } => ("SparseMap", codec_name(value)),
    };
    Some(match entry {
        Some(entry) => format!("{name}<{CODECS}{entry}>"),
        None => name.to_owned(),
    })
}

/// What a check of the type takes: a string as `str`, a list as a slice.
pub(super) fn checked_type(ty: &Type, prefix: &TokenStream) -> TokenStream {
    match ty {
        Type::String => quote!(str),
        Type::List { entry, sparse } => {
            let entry = entry_type(entry, *sparse, prefix);
            quote!([#entry])
        }
        Type::Boxed(name) => quote!(#prefix #name),
        other => rust_type(other, prefix),
    }
}

/// An optional value as a check takes it.
pub(super) fn borrow_optional(ty: &Type, value: &str) -> String {
    match ty {
        Type::String | Type::List { .. } | Type::Boxed(_) => format!("{value}.as_deref()"),
        _ => format!("{value}.as_ref()"),
    }
}

/// A value as a check takes it.
pub(super) fn borrow_plain(ty: &Type, value: &str) -> String {
    match ty {
        Type::String => format!("{value}.as_str()"),
        Type::List { .. } => format!("{value}.as_slice()"),
        Type::Boxed(_) => format!("&*{value}"),
        _ => format!("&{value}"),
    }
}
