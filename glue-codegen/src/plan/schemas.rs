//! The JSON Schemas of types.

use proc_macro2::Ident;

/// The schemas of all types.
pub(crate) struct Schemas {
    /// The forms of values with constraints, each with its name.
    pub(crate) forms: Vec<(Ident, SchemaForm)>,
    pub(crate) types: Vec<TypeSchema>,
}

/// The schema of a type.
pub(crate) struct TypeSchema {
    pub(crate) name: Ident,
    pub(crate) kind: SchemaKind,
    /// The model's description.
    pub(crate) docs: Option<String>,
    pub(crate) deprecated: bool,
}

pub(crate) enum SchemaKind {
    Structure(Vec<SchemaMember>),
    Union(Vec<SchemaMember>),
    Enum,
}

/// A member of a structure or union.
pub(crate) struct SchemaMember {
    pub(crate) key: String,
    pub(crate) form: SchemaForm,
    pub(crate) required: bool,
    /// The model's description.
    pub(crate) docs: Option<String>,
    pub(crate) deprecated: bool,
}

/// What a schema says of a value.
pub(crate) enum SchemaForm {
    /// One of [`Schemas::forms`].
    Named(Ident),
    /// A constant of the runtime's `Form`.
    Scalar(&'static str),
    /// A type of the generated file.
    Type(Ident),
    /// That of a user's type, by its path.
    Foreign(String),
    List {
        entry: Box<SchemaForm>,
        sparse: bool,
    },
    Map {
        key: Box<SchemaForm>,
        value: Box<SchemaForm>,
        sparse: bool,
    },
    Constrained(Box<SchemaForm>, Vec<SchemaConstraint>),
}

/// What a value must satisfy.
pub(crate) enum SchemaConstraint {
    Min(u64),
    Max(u64),
    Least(i64),
    Greatest(i64),
    LeastFloat(f64),
    GreatestFloat(f64),
    Known(Vec<i32>),
    /// A pattern in the dialect of ECMAScript.
    Pattern(String),
    /// A pattern that ECMAScript has no equal of, as a code span of Markdown.
    JavaPattern(String),
    Unique,
}
