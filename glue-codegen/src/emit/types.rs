//! Types, codecs, and how checks see a value of a type.

use glue_model::TimestampFormat;

use crate::options::{Maps, Timestamps};
use crate::plan::{Codec, Type};

/// The place in which a type is named.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    /// The prefix of the file's own names: the path from a module to the root.
    prefix: &'a str,
    /// The names of Rust's prelude that are free, as in [`prelude`](super::prelude).
    free: &'a [&'a str],
}

impl<'a> Scope<'a> {
    /// The root of the file.
    pub(super) fn root(free: &'a [&'a str]) -> Self {
        Self { prefix: "", free }
    }

    /// A module of the file, in tokens that get short names later.
    pub(super) const MODULE: Self = Self { prefix: "super::", free: &[] };

    /// The short name if it is free.
    fn name(self, short: &'a str, path: &'a str) -> &'a str {
        if self.free.contains(&short) { short } else { path }
    }

    /// An `Option` of a type.
    pub(super) fn option(self, ty: &str) -> String {
        format!("{}<{ty}>", self.name("Option", "::core::option::Option"))
    }

    /// The type.
    pub(super) fn rust_type(self, ty: &Type) -> String {
        let text = match ty {
            Type::Bool => "bool",
            Type::I8 => "i8",
            Type::I16 => "i16",
            Type::I32 => "i32",
            Type::I64 => "i64",
            Type::F64 => "f64",
            Type::String => self.name("String", "::std::string::String"),
            Type::JsonText => "::glue_runtime::JsonText",
            Type::Blob => "::glue_runtime::Blob",
            Type::Bytes => "::bytes::Bytes",
            Type::Timestamp(Timestamps::Runtime) => "::glue_runtime::Timestamp",
            Type::Timestamp(Timestamps::Jiff) => "::jiff::Timestamp",
            Type::Timestamp(Timestamps::Chrono) => "::chrono::DateTime<::chrono::Utc>",
            Type::Timestamp(Timestamps::Time) => "::time::OffsetDateTime",
            Type::Document(_) => "::glue_runtime::Document",
            Type::Foreign(path) => return path.clone(),
            Type::Named(name) => return format!("{}{name}", self.prefix),
            Type::Boxed(name) => {
                let path = self.name("Box", "::std::boxed::Box");
                return format!("{path}<{}{name}>", self.prefix);
            }
            Type::List { entry, sparse } => {
                let path = self.name("Vec", "::std::vec::Vec");
                return format!("{path}<{}>", self.entry_type(entry, *sparse));
            }
            Type::Map { kind, key, value, sparse } => {
                let (key, value) = (self.rust_type(key), self.entry_type(value, *sparse));
                let path = match kind {
                    Maps::BTree => "::std::collections::BTreeMap",
                    Maps::Hash => "::std::collections::HashMap",
                    Maps::Index => "::indexmap::IndexMap",
                };
                return format!("{path}<{key}, {value}>");
            }
        };
        text.to_owned()
    }

    fn entry_type(self, ty: &Type, sparse: bool) -> String {
        let ty = self.rust_type(ty);
        if sparse { self.option(&ty) } else { ty }
    }

    /// The type of a parameter that takes a value to set.
    pub(super) fn parameter(self, ty: &Type) -> String {
        match ty {
            Type::String | Type::JsonText => {
                let into = self.name("Into", "::core::convert::Into");
                format!("impl {into}<{}>", self.rust_type(ty))
            }
            Type::Boxed(name) => format!("{}{name}", self.prefix),
            other => self.rust_type(other),
        }
    }

    /// The type that a check of the type takes: text as `str`, a list as a slice.
    pub(super) fn checked_type(self, ty: &Type) -> String {
        match ty {
            Type::String | Type::JsonText => "str".to_owned(),
            Type::List { entry, sparse } => format!("[{}]", self.entry_type(entry, *sparse)),
            Type::Boxed(name) => format!("{}{name}", self.prefix),
            other => self.rust_type(other),
        }
    }
}

/// The path of the codecs.
const CODECS: &str = "::glue_runtime::__private::v1::";

/// The name of the codec in the runtime; `None` if it is the type's own form.
pub(super) fn codec_name(codec: &Codec) -> Option<String> {
    let (name, entry) = match codec {
        Codec::Plain => return None,
        Codec::Integer => ("Integer", None),
        Codec::Float => ("Float", None),
        Codec::Single => ("Single", None),
        Codec::Json => ("Json", None),
        Codec::EncodedJson => ("EncodedJson", None),
        Codec::Base64 => ("Base64", None),
        Codec::Foreign => ("Foreign", None),
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

/// The path of a codec.
pub(super) fn codec_path(codec: &Codec) -> String {
    format!("{CODECS}{}", codec_name(codec).as_deref().unwrap_or("Plain"))
}

/// The codec of a member, which keeps its values out of errors if they are `hidden`.
pub(super) fn member_codec_name(codec: &Codec, hidden: bool) -> Option<String> {
    match (codec_name(codec), hidden) {
        (name, false) => name,
        (None, true) => Some("Sensitive".to_owned()),
        (Some(name), true) => Some(format!("Sensitive<{CODECS}{name}>")),
    }
}

/// An optional value as a check takes it.
pub(super) fn borrow_optional(ty: &Type, value: &str) -> String {
    match ty {
        Type::String | Type::JsonText | Type::List { .. } | Type::Boxed(_) => {
            format!("{value}.as_deref()")
        }
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
        | Type::Map { .. } => format!("{value}.as_ref()"),
    }
}
