//! Further derives: those that the options request, and the types that can have each.

use std::collections::{HashMap, HashSet};

use proc_macro2::Ident;
use syn::Path;
use syn::parse::Parser;

use super::graph;
use super::problems::Problems;
use crate::plan::{Structure, Type, TypeItem, Union};

/// Traits that all types implement, or all types that can.
const IMPLEMENTED: [&str; 6] =
    ["Clone", "Debug", "Default", "Deserialize", "PartialEq", "Serialize"];

/// A trait of the standard library that enums have, and that other types have if all their members
/// do.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Standard {
    Eq,
    Hash,
    PartialOrd,
    Ord,
}

impl Standard {
    pub(crate) fn of(path: &str) -> Option<Self> {
        match last_segment(path)?.as_str() {
            "Eq" => Some(Self::Eq),
            "Hash" => Some(Self::Hash),
            "PartialOrd" => Some(Self::PartialOrd),
            "Ord" => Some(Self::Ord),
            _ => None,
        }
    }

    fn is_of_floats(self) -> bool {
        matches!(self, Self::PartialOrd)
    }

    /// Documents have no order. Neither have unions, whose unknown member holds a document.
    fn is_of_documents(self) -> bool {
        matches!(self, Self::Eq | Self::Hash)
    }

    /// Whether a type lacks the trait whatever its members are, because it holds documents of its
    /// own.
    pub(crate) fn is_lacking(self, item: &TypeItem) -> bool {
        let holds_documents = match item {
            TypeItem::Structure(structure) => structure.unknown_members.is_some(),
            TypeItem::Union(_) => true,
            TypeItem::Enum(_) => false,
        };
        holds_documents && !self.is_of_documents()
    }

    /// Whether values that are not a list, a map or a type of the model lack the trait.
    pub(crate) fn is_lacking_value(self, ty: &Type) -> bool {
        match ty {
            Type::F64 => !self.is_of_floats(),
            Type::Document => !self.is_of_documents(),
            _ => false,
        }
    }
}

/// Reports derives that would keep the file from compiling.
pub(super) fn check(derives: &[String], problems: &mut Problems<'_>) {
    for path in derives {
        let shown = path.escape_debug();
        match last_segment(path) {
            None => problems.option(
                format!("`{shown}` is not a trait that can be derived"),
                "give its path, such as `::std::hash::Hash`".to_owned(),
            ),
            Some(name) if IMPLEMENTED.contains(&name.as_str()) => problems.option(
                format!("`{shown}` is implemented by the types already"),
                "leave it out".to_owned(),
            ),
            Some(_) => {}
        }
    }
}

/// Gives each type the derives that it can have and does not have yet.
pub(super) fn assign(types: &mut [TypeItem], derives: &[String]) {
    for path in derives {
        let standard = Standard::of(path);
        let lacking = standard.map(|standard| lacking(types, standard)).unwrap_or_default();
        for item in types.iter_mut().filter(|item| !lacking.contains(item.name())) {
            match item {
                TypeItem::Structure(Structure { derives, .. })
                | TypeItem::Union(Union { derives, .. }) => derives.push(path.clone()),
                TypeItem::Enum(item) if standard.is_none() => item.derives.push(path.clone()),
                TypeItem::Enum(_) => {}
            }
        }
    }
}

/// The structures and unions that cannot have the trait because a member lacks it. A type that
/// contains itself does not lack the trait for that reason alone.
fn lacking(types: &[TypeItem], standard: Standard) -> HashSet<Ident> {
    let numbered = || types.iter().enumerate();
    let numbers: HashMap<&Ident, usize> =
        numbered().map(|(number, item)| (item.name(), number)).collect();
    let mut holders = vec![Vec::new(); types.len()];
    let mut starts = Vec::new();
    for (number, item) in numbered() {
        let mut lacks = standard.is_lacking(item);
        for ty in member_types(item).map(leaf) {
            match ty {
                Type::Named(name) | Type::Boxed(name) => {
                    let held = numbers.get(name).and_then(|held| holders.get_mut(*held));
                    held.into_iter().for_each(|holders: &mut Vec<usize>| holders.push(number));
                }
                ty => lacks |= standard.is_lacking_value(ty),
            }
        }
        starts.extend(lacks.then_some(number));
    }
    let holders_of = |number: usize| holders.get(number).into_iter().flatten().copied();
    let lacking = graph::reached(types.len(), starts.into_iter(), |number| number, holders_of);
    let names = types.iter().map(|item| item.name().clone());
    names.zip(lacking).filter_map(|(name, lacks)| lacks.then_some(name)).collect()
}

/// The types of a structure's or union's members.
fn member_types(item: &TypeItem) -> Box<dyn Iterator<Item = &Type> + '_> {
    match item {
        TypeItem::Structure(structure) => Box::new(structure.fields.iter().map(|field| &field.ty)),
        TypeItem::Union(union) => Box::new(union.variants.iter().map(|variant| &variant.ty)),
        TypeItem::Enum(_) => Box::new(std::iter::empty()),
    }
}

/// The innermost values of lists and maps. Keys are text, which lacks nothing.
pub(crate) fn leaf(ty: &Type) -> &Type {
    match ty {
        Type::List { entry: inner, .. } | Type::Map { value: inner, .. } => leaf(inner),
        ty => ty,
    }
}

/// The name at the end of a path; `None` if it is not a path.
fn last_segment(path: &str) -> Option<String> {
    let path = Path::parse_mod_style.parse_str(path).ok()?;
    path.segments.last().map(|segment| segment.ident.to_string())
}
