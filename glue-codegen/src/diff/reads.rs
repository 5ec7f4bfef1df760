//! Whether what the old types wrote is read, and kept, by others.

use std::collections::HashSet;

use proc_macro2::Ident;

use super::rust_type;
use super::side::Side;
use super::verdict::Answer;
use crate::plan::{Type, TypeItem};

/// Whether all values of a type, as JSON, are read by a type of the new model.
pub(super) fn of_types(old: (&Side, &Type), new: (&Side, &Type)) -> Answer {
    Reading { old: old.0, new: new.0, open: HashSet::new() }.types(old.1, new.1)
}

/// Whether all values of a structure, union or enum, as JSON, are read by one of the new model.
pub(super) fn of_items(old: (&Side, &TypeItem), new: (&Side, &TypeItem)) -> Answer {
    Reading { old: old.0, new: new.0, open: HashSet::new() }.items(old.1, new.1)
}

/// Whether all values of an operation's input or output are read by that of the new model.
pub(super) fn of_names(old: (&Side, Option<&Ident>), new: (&Side, Option<&Ident>)) -> Answer {
    match (old.1, new.1) {
        (None, _) => Answer::Yes,
        (Some(_), None) => Answer::No,
        (Some(from), Some(to)) => {
            Reading { old: old.0, new: new.0, open: HashSet::new() }.names(from, to)
        }
    }
}

/// Whether a key that was written is one that a member reads: its own or its name in the model, in
/// any case.
pub(super) fn is_key(written: &str, key: &str, model_name: &str) -> bool {
    written.eq_ignore_ascii_case(key) || written.eq_ignore_ascii_case(model_name)
}

struct Reading<'a> {
    old: &'a Side,
    new: &'a Side,
    /// Pairs of types that are compared already, further out: recursion adds nothing to them.
    open: HashSet<(String, String)>,
}

impl Reading<'_> {
    fn types(&mut self, from: &Type, to: &Type) -> Answer {
        match (from, to) {
            (_, Type::Document) => Answer::Yes,
            (Type::Named(from) | Type::Boxed(from), Type::Named(to) | Type::Boxed(to)) => {
                self.names(from, to)
            }
            (
                Type::List { entry: from, sparse: was_sparse },
                Type::List { entry: to, sparse: is_sparse },
            ) => self.types(from, to).max(Answer::from(*is_sparse || !was_sparse)),
            (
                Type::Map { key: from_key, value: from, sparse: was_sparse },
                Type::Map { key: to_key, value: to, sparse: is_sparse },
            ) => {
                let values = self.types(from, to).max(Answer::from(*is_sparse || !was_sparse));
                self.types(from_key, to_key).max(values)
            }
            (Type::Named(name), Type::String) => self.is_enum(self.old, name),
            (Type::String, Type::Named(name)) => self.is_enum(self.new, name),
            (Type::JsonText | Type::Blob, Type::String) => Answer::Yes,
            // It depends on the format in which they are written, or on what the text holds.
            (Type::Timestamp, Type::String | Type::F64 | Type::I64)
            | (Type::I64 | Type::I32 | Type::F64, Type::Timestamp)
            | (Type::String, Type::JsonText) => Answer::Unknown,
            (Type::I8 | Type::I16 | Type::I32, Type::F64) => Answer::Yes,
            (from, to) => match (width(from), width(to)) {
                (Some(from), Some(to)) => Answer::from(from <= to),
                _ => Answer::from(from == to),
            },
        }
    }

    fn is_enum(&self, side: &Side, name: &Ident) -> Answer {
        Answer::from(matches!(side.item(name), Some(TypeItem::Enum(_))))
    }

    /// What differs within a type that both models have is told of that type.
    fn names(&mut self, from: &Ident, to: &Ident) -> Answer {
        if rust_type::is_same_name((self.old, from), (self.new, to))
            || !self.open.insert((from.to_string(), to.to_string()))
        {
            return Answer::Yes;
        }
        match (self.old.item(from), self.new.item(to)) {
            (Some(from), Some(to)) => self.items(from, to),
            _ => Answer::Unknown,
        }
    }

    fn items(&mut self, from: &TypeItem, to: &TypeItem) -> Answer {
        match (from, to) {
            // Enums are open.
            (TypeItem::Enum(_), TypeItem::Enum(_)) => Answer::Yes,
            // Unknown members of unions are kept.
            (TypeItem::Union(_), TypeItem::Union(_)) => self.members(from, to, Answer::Yes),
            // Unknown members of structures are not.
            (TypeItem::Structure(_) | TypeItem::Union(_), TypeItem::Structure(_)) => {
                self.members(from, to, Answer::No)
            }
            _ => Answer::No,
        }
    }

    /// Whether all members are read; one that the new type does not have is `unknown`.
    fn members(&mut self, from: &TypeItem, to: &TypeItem, unknown: Answer) -> Answer {
        let to = members(to);
        let of_member = |(key, _, from): (&str, &str, &Type)| match to
            .iter()
            .find(|(name, model_name, _)| is_key(key, name, model_name))
        {
            Some((_, _, to)) => self.types(from, to),
            None => unknown,
        };
        members(from).into_iter().map(of_member).max().unwrap_or(Answer::Yes)
    }
}

/// The members of a structure or union: key, name in the model, and type.
fn members(item: &TypeItem) -> Vec<(&str, &str, &Type)> {
    match item {
        TypeItem::Structure(structure) => {
            let fields = structure.fields.iter();
            fields.map(|field| (&*field.key, &*field.model_name, &field.ty)).collect()
        }
        TypeItem::Union(union) => {
            let variants = union.variants.iter();
            variants.map(|variant| (&*variant.key, &*variant.model_name, &variant.ty)).collect()
        }
        TypeItem::Enum(_) => Vec::new(),
    }
}

/// How many bits an integer has.
fn width(ty: &Type) -> Option<u8> {
    match ty {
        Type::I8 => Some(8),
        Type::I16 => Some(16),
        Type::I32 => Some(32),
        Type::I64 => Some(64),
        _ => None,
    }
}
