//! What to emit, in Rust's words: the result of lowering, with every decision made.

#[cfg(feature = "arbitrary")]
mod arbitrary;
mod attributes;
mod bindings;
mod checks;
mod elsewhere;
mod items;
mod operations;
mod patterns;
#[cfg(feature = "schemars")]
mod schemas;
#[cfg(feature = "aws-sdk")]
mod sdk;
mod types;

use proc_macro2::Ident;

#[cfg(feature = "arbitrary")]
pub(crate) use arbitrary::{
    Arbitrary, Draw, DrawKind, FieldDraw, Lengths, Texts, TypeDraw, VariantDraw,
};
pub(crate) use attributes::Attributes;
pub(crate) use bindings::{Binding, Location, PayloadForm, TextForm};
pub(crate) use checks::{Check, CheckCall, FloatBound, Step, Unique, ValueCheck};
pub(crate) use elsewhere::{Import, Replaced};
pub(crate) use items::{
    Derives, Enum, EnumVariant, ErrorInfo, Field, Structure, TypeItem, Union, UnionVariant,
    UnknownMembers,
};
pub(crate) use operations::{ErrorVariant, Operation, OperationError, Service};
pub(crate) use patterns::Pattern;
#[cfg_attr(
    not(feature = "inspect"),
    expect(unreachable_pub, reason = "only reports on patterns show them")
)]
pub use patterns::PatternUser;
#[cfg(feature = "schemars")]
pub(crate) use schemas::{
    SchemaConstraint, SchemaForm, SchemaKind, SchemaMember, Schemas, TypeSchema,
};
#[cfg(feature = "aws-sdk")]
pub(crate) use sdk::{
    Sdk, SdkEnum, SdkErrorVariant, SdkField, SdkForm, SdkOperationError, SdkStructure, SdkUnion,
    SdkVariant,
};
pub(crate) use types::{Codec, DocumentKind, Type};

/// A whole generated file.
pub(crate) struct Plan {
    /// The origin of the file, such as `AWS Glue 2017-03-31`, as text of a comment.
    pub(crate) origin: String,
    /// Lines of comments before everything else.
    pub(crate) header: Vec<String>,
    /// The path of the runtime, unless it is `::glue_runtime`.
    pub(crate) runtime_path: Option<String>,
    /// The options as arguments of the command line, each with its value, as text of a comment.
    pub(crate) arguments: Vec<String>,
    /// The names of Rust's prelude that the file can use for the prelude's items.
    pub(crate) prelude: Vec<&'static str>,
    /// The features of the runtime that the file needs, as its macro `requires` names them.
    pub(crate) features: Vec<&'static str>,
    pub(crate) imports: Vec<Import>,
    /// Users' types.
    pub(crate) replaced: Vec<Replaced>,
    pub(crate) service: Service,
    pub(crate) operations: Vec<Operation>,
    pub(crate) types: Vec<TypeItem>,
    pub(crate) checks: Vec<Check>,
    pub(crate) patterns: Vec<Pattern>,
    /// The files of a folder, by name.
    pub(crate) modules: Vec<Module>,
    /// The conversions, if they are requested.
    #[cfg(feature = "aws-sdk")]
    pub(crate) sdk: Option<Sdk>,
    /// The JSON Schemas, if they are requested.
    #[cfg(feature = "schemars")]
    pub(crate) schemas: Option<Schemas>,
    /// How arbitrary values are drawn, if this is requested.
    #[cfg(feature = "arbitrary")]
    pub(crate) arbitrary: Option<Arbitrary>,
    /// The names that were taken, and the names used instead, in words.
    pub(crate) renamed: Vec<String>,
}

/// A file of a folder.
pub(crate) struct Module {
    pub(crate) name: Ident,
    /// The file's name without `.rs`: the module's name, without the prefix of a keyword.
    pub(crate) file: String,
    /// Its operations, by the place in [`Plan::operations`].
    pub(crate) operations: Vec<usize>,
    /// Its types, by the place in [`Plan::types`].
    pub(crate) types: Vec<usize>,
}
