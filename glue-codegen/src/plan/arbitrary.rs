//! Arbitrary values of types.

use glue_pattern::SamplerTable;
use proc_macro2::Ident;

use super::checks::Unique;

/// How the values of all types are drawn.
pub(crate) struct Arbitrary {
    /// The texts of patterns, each with its name.
    pub(crate) texts: Vec<(Ident, Texts)>,
    pub(crate) types: Vec<TypeDraw>,
}

/// The texts that match a pattern and have a length within bounds.
pub(crate) struct Texts {
    pub(crate) min: u64,
    pub(crate) max: Option<u64>,
    pub(crate) shortest: String,
    pub(crate) table: SamplerTable,
}

/// How the values of a type are drawn.
pub(crate) struct TypeDraw {
    pub(crate) name: Ident,
    pub(crate) kind: DrawKind,
}

pub(crate) enum DrawKind {
    Structure(Vec<FieldDraw>),
    /// The variants, the one with the smallest value first.
    Union(Vec<VariantDraw>),
    Enum,
    /// No value is valid.
    Impossible,
}

/// How a member of a structure is drawn.
pub(crate) struct FieldDraw {
    pub(crate) name: Ident,
    pub(crate) required: bool,
    pub(crate) draw: Draw,
}

/// How a member of a union is drawn.
pub(crate) struct VariantDraw {
    pub(crate) name: Ident,
    pub(crate) draw: Draw,
}

/// How a value is drawn.
#[derive(Clone)]
pub(crate) enum Draw {
    /// No value is valid.
    Impossible,
    /// A function of the runtime's `Source` without arguments.
    Simple(&'static str),
    /// A type of the generated file, or one that it imports.
    Type {
        name: Ident,
        boxed: bool,
    },
    /// Any text of a length.
    AnyText(Lengths),
    /// Any text of a length that is JSON if possible.
    Json(Lengths),
    /// One of [`Arbitrary::texts`], by the function that makes a value of it.
    Text {
        function: &'static str,
        texts: Ident,
    },
    /// One of these values of an enum.
    Values(Vec<String>),
    Integer {
        min: Option<i64>,
        max: Option<i64>,
    },
    Known(Vec<i32>),
    Float {
        min: Option<f64>,
        max: Option<f64>,
    },
    Blob(Lengths),
    List {
        entry: Box<Draw>,
        lengths: Lengths,
        sparse: bool,
        /// How entries are compared if none may occur twice.
        unique: Option<Unique>,
    },
    Map {
        key: Box<Draw>,
        value: Box<Draw>,
        lengths: Lengths,
        sparse: bool,
    },
}

/// Bounds of a length.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Lengths {
    pub(crate) min: Option<u64>,
    pub(crate) max: Option<u64>,
}
