//! Properties that all kinds of types have.

use proc_macro2::Ident;

use super::change::ItemKind;
use crate::plan::{Attributes, TypeItem};

pub(super) fn kind(item: &TypeItem) -> ItemKind {
    match item {
        TypeItem::Structure(_) => ItemKind::Structure,
        TypeItem::Union(_) => ItemKind::Union,
        TypeItem::Enum(_) => ItemKind::Enum,
    }
}

pub(super) fn name(item: &TypeItem) -> &Ident {
    match item {
        TypeItem::Structure(structure) => &structure.name,
        TypeItem::Union(union) => &union.name,
        TypeItem::Enum(item) => &item.name,
    }
}

/// The name in the model.
pub(super) fn model_name(item: &TypeItem) -> &str {
    match item {
        TypeItem::Structure(structure) => &structure.model_name,
        TypeItem::Union(union) => &union.model_name,
        TypeItem::Enum(item) => &item.model_name,
    }
}

pub(super) fn attributes(item: &TypeItem) -> &Attributes {
    match item {
        TypeItem::Structure(structure) => &structure.attributes,
        TypeItem::Union(union) => &union.attributes,
        TypeItem::Enum(item) => &item.attributes,
    }
}

/// The derives beyond those that all types have.
pub(super) fn derives(item: &TypeItem) -> &[String] {
    &item.derives().further
}
