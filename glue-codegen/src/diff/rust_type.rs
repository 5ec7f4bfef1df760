//! Rust types: as text, and whether two of them are the same.

use proc_macro2::Ident;

use super::side::Side;
use crate::plan::Type;

/// A type as users write it, with the short names of the prelude.
pub(super) fn text(ty: &Type) -> String {
    match ty {
        Type::Bool => "bool".to_owned(),
        Type::I8 => "i8".to_owned(),
        Type::I16 => "i16".to_owned(),
        Type::I32 => "i32".to_owned(),
        Type::I64 => "i64".to_owned(),
        Type::F64 => "f64".to_owned(),
        Type::String => "String".to_owned(),
        Type::JsonText => "JsonText".to_owned(),
        Type::Blob => "Blob".to_owned(),
        Type::Bytes => "Bytes".to_owned(),
        Type::Timestamp(_) => "Timestamp".to_owned(),
        Type::Document(_) => "Document".to_owned(),
        Type::Foreign(path) => path.clone(),
        Type::Named(name) => name.to_string(),
        Type::Boxed(name) => format!("Box<{name}>"),
        Type::List { entry, sparse } => format!("Vec<{}>", optional(text(entry), *sparse)),
        Type::Map { kind, key, value, sparse } => {
            format!("{kind:?}Map<{}, {}>", text(key), optional(text(value), *sparse))
        }
    }
}

/// The type of a structure's field.
pub(super) fn field(ty: &Type) -> String {
    optional(text(ty), true)
}

fn optional(text: String, optional: bool) -> String {
    match optional {
        true => format!("Option<{text}>"),
        false => text,
    }
}

/// Whether two types are the same to users. The renaming of a type within them is reported at that
/// type.
pub(super) fn is_same(old: (&Side, &Type), new: (&Side, &Type)) -> bool {
    match (old.1, new.1) {
        (Type::Named(from), Type::Named(to)) | (Type::Boxed(from), Type::Boxed(to)) => {
            is_same_name((old.0, from), (new.0, to))
        }
        (
            Type::List { entry: from, sparse: was_sparse },
            Type::List { entry: to, sparse: is_sparse },
        ) => was_sparse == is_sparse && is_same((old.0, from), (new.0, to)),
        (
            Type::Map { key: from_key, value: from, sparse: was_sparse, .. },
            Type::Map { key: to_key, value: to, sparse: is_sparse, .. },
        ) => {
            was_sparse == is_sparse
                && is_same((old.0, from_key), (new.0, to_key))
                && is_same((old.0, from), (new.0, to))
        }
        (from, to) => from == to,
    }
}

/// Whether two names belong to the same type.
pub(super) fn is_same_name(old: (&Side, &Ident), new: (&Side, &Ident)) -> bool {
    old.1 == new.1 || old.0.model_name(old.1) == new.0.model_name(new.1)
}
