//! Derives: those that all types of a kind have, those that the options request, and the types that
//! can have each.

use syn::Path;
use syn::parse::Parser;

use super::problems::Problems;
use crate::options::Maps;
use crate::plan::{Type, TypeItem};

mod assign;
mod skip;

pub(super) use assign::{Request, assign};
pub(super) use skip::skip;

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

    /// The trait's name.
    fn name(self) -> &'static str {
        match self {
            Self::Eq => "Eq",
            Self::Hash => "Hash",
            Self::PartialOrd => "PartialOrd",
            Self::Ord => "Ord",
        }
    }

    fn is_of_floats(self) -> bool {
        matches!(self, Self::PartialOrd)
    }

    /// Documents have no order. Neither have unions, whose unknown member holds a document.
    fn is_of_documents(self) -> bool {
        matches!(self, Self::Eq | Self::Hash)
    }

    /// Maps without an order of their own can be compared, and that is all.
    fn is_of_maps(self, kind: Maps) -> bool {
        kind == Maps::BTree || self == Self::Eq
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

    /// Whether values lack the trait, if the types of the model in them have it.
    pub(crate) fn is_lacking_value(self, ty: &Type) -> bool {
        match ty {
            Type::List { entry, .. } => self.is_lacking_value(entry),
            Type::Map { kind, value, .. } => {
                !self.is_of_maps(*kind) || self.is_lacking_value(value)
            }
            Type::F64 => !self.is_of_floats(),
            Type::Document(_) => !self.is_of_documents(),
            _ => false,
        }
    }
}

/// The derives that all types of an item's kind have, unless the options skip them. `Debug` is
/// written by hand where it hides values.
fn of_kind(item: &TypeItem) -> &'static [&'static str] {
    match item {
        TypeItem::Structure(_) => &["Clone", "Debug", "Default", "PartialEq"],
        TypeItem::Union(_) => &["Clone", "Debug", "PartialEq"],
        TypeItem::Enum(_) => &["Clone", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"],
    }
}

/// Whether a type has a derive of its kind, by the last name of the derive's path.
fn has_of_kind(item: &TypeItem, name: &str) -> bool {
    of_kind(item).contains(&name) && !item.derives().skipped.contains(&name)
}

/// Reports derives for all types that would keep the file from compiling.
pub(super) fn check(derives: &[String], problems: &mut Problems<'_>) {
    for path in derives {
        let is_implemented =
            last_segment(path).is_some_and(|name| IMPLEMENTED.contains(&name.as_str()));
        if is_path(path, problems) && is_implemented {
            report_implemented(path, problems);
        }
    }
}

/// Whether a text is a path; it is a problem if it is not.
pub(super) fn is_path(path: &str, problems: &mut Problems<'_>) -> bool {
    let is_path = last_segment(path).is_some();
    if !is_path {
        problems.option(
            format!("`{}` is not a trait that can be derived", path.escape_debug()),
            "give its path, such as `::std::hash::Hash`".to_owned(),
        );
    }
    is_path
}

fn report_implemented(path: &str, problems: &mut Problems<'_>) {
    problems.option(
        format!("`{}` is implemented by the types already", path.escape_debug()),
        "leave it out".to_owned(),
    );
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
