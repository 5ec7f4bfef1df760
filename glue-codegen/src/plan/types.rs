//! The types of values, and the forms in which they travel.

use glue_model::TimestampFormat;
use proc_macro2::Ident;

use crate::options::{Maps, Timestamps};

/// The Rust type of a value.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Type {
    Bool,
    I8,
    I16,
    I32,
    I64,
    F64,
    String,
    /// A string that holds JSON.
    JsonText,
    Blob,
    /// A blob as `bytes::Bytes`.
    Bytes,
    Timestamp(Timestamps),
    Document(DocumentKind),
    /// A user's type, by its path.
    Foreign(String),
    /// A type of the generated file, or one that it imports.
    Named(Ident),
    /// A type of the generated file that would otherwise contain itself.
    Boxed(Ident),
    List {
        entry: Box<Type>,
        sparse: bool,
    },
    Map {
        kind: Maps,
        key: Box<Type>,
        value: Box<Type>,
        sparse: bool,
    },
}

/// What the model says of the values of a document, whose type takes any JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum DocumentKind {
    Any,
    /// Whole numbers.
    Whole,
    /// Numbers.
    Number,
}

/// The form in which a value travels.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Codec {
    /// The type's own.
    Plain,
    Integer,
    Float,
    /// A number that the service stores in single precision.
    Single,
    /// JSON as text, which is printed as JSON.
    Json,
    /// The same, with percent-encoded text.
    EncodedJson,
    /// A blob that is not the runtime's.
    Base64,
    /// That of a user's type.
    Foreign,
    Timestamp(TimestampFormat),
    List {
        entry: Box<Codec>,
        sparse: bool,
    },
    Map {
        value: Box<Codec>,
        sparse: bool,
    },
}
