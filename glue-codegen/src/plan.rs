//! What to emit, in Rust's words: the result of lowering, with every decision made.

#[cfg(feature = "aws-sdk")]
mod sdk;

use proc_macro2::Ident;

use glue_model::{Protocol, TimestampFormat};

#[cfg(feature = "aws-sdk")]
pub(crate) use sdk::{
    Sdk, SdkEnum, SdkErrorVariant, SdkField, SdkForm, SdkOperationError, SdkStructure, SdkUnion,
    SdkVariant,
};

/// A whole generated file.
pub(crate) struct Plan {
    /// The origin of the file, such as `AWS Glue 2017-03-31`, as text of a comment.
    pub(crate) origin: String,
    /// The options as arguments of the command line, each with its value, as text of a comment.
    pub(crate) arguments: Vec<String>,
    /// The names of Rust's prelude that the file can use for the prelude's items.
    pub(crate) prelude: Vec<&'static str>,
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

/// The attributes that any kind of item can have.
pub(crate) struct Attributes {
    /// Markdown, possibly of several lines.
    pub(crate) docs: String,
    /// The note of a `#[deprecated]` attribute, empty if the model gives none.
    pub(crate) deprecated: Option<String>,
    /// Whether code for the item names something deprecated, and must not cause a warning.
    pub(crate) touches_deprecated: bool,
    /// The features that the item needs, as a predicate of `cfg`, where it needs one.
    pub(crate) feature: Option<String>,
}

/// The metadata of the service.
pub(crate) struct Service {
    pub(crate) full_name: String,
    pub(crate) id: String,
    pub(crate) api_version: String,
    pub(crate) protocol: Protocol,
    pub(crate) signing_name: String,
    pub(crate) endpoint_prefix: String,
    pub(crate) query_compatible: bool,
    /// Why users should stop using it, empty if the model does not say; `None` if it is not
    /// deprecated.
    pub(crate) deprecated: Option<String>,
}

/// An operation: a type without values that names its other types.
pub(crate) struct Operation {
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    /// The name in the model.
    pub(crate) model_name: String,
    pub(crate) target: Option<String>,
    pub(crate) method: String,
    pub(crate) uri: String,
    /// The host prefix, with keys of members in braces.
    pub(crate) host_prefix: Option<String>,
    /// `None` if the operation takes or returns nothing.
    pub(crate) input: Option<Ident>,
    pub(crate) output: Option<Ident>,
    pub(crate) error: OperationError,
}

/// The enum of an operation's errors.
pub(crate) struct OperationError {
    pub(crate) name: Ident,
    pub(crate) variants: Vec<ErrorVariant>,
    /// Whether one of the variants may be far larger than the others.
    pub(crate) is_uneven: bool,
}

/// A modeled error of an operation.
pub(crate) struct ErrorVariant {
    /// The variant and the structure it holds.
    pub(crate) variant: Ident,
    pub(crate) structure: Ident,
    /// The name on the wire.
    pub(crate) code: String,
    /// The names that identify it; empty if other errors of the operation have them.
    pub(crate) names: Vec<String>,
}

/// A type made from a shape.
pub(crate) enum TypeItem {
    Structure(Structure),
    Union(Union),
    Enum(Enum),
}

impl TypeItem {
    /// The type's name.
    pub(crate) fn name(&self) -> &Ident {
        match self {
            Self::Structure(structure) => &structure.name,
            Self::Union(union) => &union.name,
            Self::Enum(enumeration) => &enumeration.name,
        }
    }

    pub(crate) fn attributes(&self) -> &Attributes {
        match self {
            Self::Structure(structure) => &structure.attributes,
            Self::Union(union) => &union.attributes,
            Self::Enum(enumeration) => &enumeration.attributes,
        }
    }

    pub(crate) fn attributes_mut(&mut self) -> &mut Attributes {
        match self {
            Self::Structure(structure) => &mut structure.attributes,
            Self::Union(union) => &mut union.attributes,
            Self::Enum(enumeration) => &mut enumeration.attributes,
        }
    }
}

/// A structure.
pub(crate) struct Structure {
    pub(crate) attributes: Attributes,
    /// Further derives, as paths.
    pub(crate) derives: Vec<String>,
    pub(crate) name: Ident,
    /// The name in the model.
    pub(crate) model_name: String,
    pub(crate) fields: Vec<Field>,
    /// Whether no value may be printed.
    pub(crate) sensitive: bool,
    pub(crate) error: Option<ErrorInfo>,
    /// The members that are not keys of the body.
    pub(crate) bindings: Vec<Binding>,
    /// The field that keeps unknown members, if it is requested.
    pub(crate) unknown_members: Option<UnknownMembers>,
}

/// The field that keeps unknown members.
pub(crate) struct UnknownMembers {
    pub(crate) name: Ident,
    pub(crate) setter: Ident,
}

/// A member of a structure.
pub(crate) struct Field {
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    pub(crate) setter: Ident,
    /// The name in the model.
    pub(crate) model_name: String,
    /// The key in JSON.
    pub(crate) key: String,
    pub(crate) ty: Type,
    pub(crate) codec: Codec,
    /// Whether its absence is a violation.
    pub(crate) required: bool,
    pub(crate) check: Option<ValueCheck>,
    /// Whether the value must not be printed.
    pub(crate) sensitive: bool,
}

/// A member that is not a key of the body.
pub(crate) struct Binding {
    /// The key in JSON at rest.
    pub(crate) key: String,
    pub(crate) location: Location,
    /// Whether the value must not be printed.
    pub(crate) sensitive: bool,
}

/// The place in which a member travels. The names are those of labels, parameters, headers and
/// keys.
pub(crate) enum Location {
    Label(String, TextForm),
    Query(String, TextForm),
    QueryParams,
    Header(String, TextForm),
    PrefixHeaders(String),
    StatusCode,
    Payload(PayloadForm),
    Body(String),
}

/// The form of a value as text.
pub(crate) enum TextForm {
    Text,
    Number,
    Boolean,
    Timestamp(TimestampFormat),
    Base64,
    List(Box<TextForm>),
}

/// The content of a body that is one member.
pub(crate) enum PayloadForm {
    Structure,
    Json,
    Text,
    Bytes,
    EventStream,
}

/// The properties that make a structure an error.
pub(crate) struct ErrorInfo {
    pub(crate) code: String,
    /// The status, if the model gives it.
    pub(crate) status: Option<u16>,
    pub(crate) server_fault: bool,
    pub(crate) retryable: bool,
    pub(crate) throttling: bool,
    /// The field that holds the service's message.
    pub(crate) message: Option<Ident>,
    /// Whether the message must not be printed.
    pub(crate) sensitive_message: bool,
}

/// A union.
pub(crate) struct Union {
    pub(crate) attributes: Attributes,
    /// Further derives, as paths.
    pub(crate) derives: Vec<String>,
    pub(crate) name: Ident,
    pub(crate) model_name: String,
    pub(crate) variants: Vec<UnionVariant>,
    /// Whether one of the variants may be far larger than the others.
    pub(crate) is_uneven: bool,
    pub(crate) sensitive: bool,
}

/// A member of a union.
pub(crate) struct UnionVariant {
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    pub(crate) model_name: String,
    pub(crate) key: String,
    pub(crate) ty: Type,
    pub(crate) codec: Codec,
    pub(crate) check: Option<ValueCheck>,
    pub(crate) sensitive: bool,
}

/// An enum of strings.
pub(crate) struct Enum {
    pub(crate) attributes: Attributes,
    /// Further derives, as paths.
    pub(crate) derives: Vec<String>,
    pub(crate) name: Ident,
    /// The name in the model.
    pub(crate) model_name: String,
    pub(crate) variants: Vec<EnumVariant>,
    pub(crate) sensitive: bool,
}

/// A known value of an enum.
pub(crate) struct EnumVariant {
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    pub(crate) value: String,
    /// Whether violations do not list the value.
    pub(crate) internal: bool,
}

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
    Timestamp,
    Document,
    /// A type of the generated file.
    Named(Ident),
    /// A type of the generated file that would otherwise contain itself.
    Boxed(Ident),
    List {
        entry: Box<Type>,
        sparse: bool,
    },
    Map {
        key: Box<Type>,
        value: Box<Type>,
        sparse: bool,
    },
}

/// The form in which a value travels.
#[derive(Clone, PartialEq, Eq)]
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

/// A function that checks values of one type against one set of constraints.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Check {
    pub(crate) name: Ident,
    /// The names of the shapes it serves, in the model.
    pub(crate) shapes: Vec<String>,
    pub(crate) subject: Type,
    pub(crate) steps: Vec<Step>,
}

/// The check of a value.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct ValueCheck {
    pub(crate) call: CheckCall,
    /// Whether only unknown values of enums can be wrong, which only strict checkers report.
    pub(crate) strict: bool,
}

/// The function that checks a value.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum CheckCall {
    /// The runtime's check of an enum.
    Known,
    /// A function of the module `checks`.
    Function(Ident),
    /// The type's own `Validate`.
    Validate,
}

/// A step of a check.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Step {
    Length {
        min: Option<u64>,
        max: Option<u64>,
    },
    IntegerRange {
        min: Option<i64>,
        max: Option<i64>,
    },
    /// The bounds are the bits of an `f64`, so that steps can be compared.
    FloatRange {
        min: Option<FloatBound>,
        max: Option<FloatBound>,
    },
    /// A pattern: the function that matches it, and the text that violations show.
    Pattern {
        function: Ident,
        source: String,
    },
    /// No entry occurs twice; `ordered` if the entries can be sorted.
    UniqueItems {
        ordered: bool,
    },
    /// A known value of an enum.
    Known,
    /// One of these numbers.
    KnownNumber(Vec<i32>),
    Entries(ValueCheck),
    Keys(ValueCheck),
    /// The values of a map; `hidden` if its keys must not be shown.
    Values {
        check: ValueCheck,
        hidden: bool,
    },
}

impl Step {
    /// Whether only strict checkers do this step.
    pub(crate) fn is_strict(&self) -> bool {
        match self {
            Self::Known | Self::KnownNumber(_) => true,
            Self::Entries(check) | Self::Keys(check) | Self::Values { check, .. } => check.strict,
            Self::Length { .. }
            | Self::IntegerRange { .. }
            | Self::FloatRange { .. }
            | Self::Pattern { .. }
            | Self::UniqueItems { .. } => false,
        }
    }
}

/// A finite bound of a range.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FloatBound(u64);

impl FloatBound {
    pub(crate) fn new(value: f64) -> Self {
        Self(value.to_bits())
    }

    pub(crate) fn value(self) -> f64 {
        f64::from_bits(self.0)
    }
}

/// A pattern, compiled.
pub(crate) struct Pattern {
    /// The function that matches it; `None` if nothing is checked.
    pub(crate) function: Option<Ident>,
    /// The pattern, as written in the model.
    pub(crate) source: String,
    pub(crate) program: glue_pattern::Program,
    /// The users of the pattern, in the order of first use.
    pub(crate) users: Vec<PatternUser>,
}

/// A shape or member that has a pattern.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[cfg_attr(
    not(feature = "inspect"),
    expect(unreachable_pub, reason = "only reports on patterns show them")
)]
pub struct PatternUser {
    /// The name of the shape in the model.
    pub shape: String,
    /// The member of the shape that has the pattern, unless the shape itself has it: `member`,
    /// `key` or `value` in a list or map.
    pub member: Option<String>,
}

impl PatternUser {
    /// The name of the member or shape that has the pattern.
    pub(crate) fn name(&self) -> &str {
        self.member.as_ref().unwrap_or(&self.shape)
    }
}
