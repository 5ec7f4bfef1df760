//! The kind of a shape, known before its definition is read.

use crate::model::ShapeKind;

/// The category of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    /// A type of values.
    Data(Kind),
    /// A service, which is a shape in Smithy's models.
    Service,
    /// A resource, also a shape in Smithy's models.
    Resource,
    /// An operation, also a shape in Smithy's models.
    Operation,
}

/// The kind of a type of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Boolean,
    Byte,
    Short,
    Integer,
    Long,
    BigInteger,
    Float,
    Double,
    BigDecimal,
    String,
    Enum,
    IntEnum,
    Blob,
    Timestamp,
    Document,
    List,
    Map,
    Structure,
    Union,
    EventStream,
}

impl Category {
    /// The category with its article, for messages.
    pub(super) fn describe(self) -> &'static str {
        match self {
            Category::Data(kind) => kind.describe(),
            Category::Service => "a service",
            Category::Resource => "a resource",
            Category::Operation => "an operation",
        }
    }
}

impl Kind {
    /// The kind in the model, if definitions of this kind have nothing more to read.
    pub(super) fn simple(self) -> Option<ShapeKind> {
        Some(match self {
            Kind::Boolean => ShapeKind::Boolean,
            Kind::Byte => ShapeKind::Byte,
            Kind::Short => ShapeKind::Short,
            Kind::Integer => ShapeKind::Integer,
            Kind::Long => ShapeKind::Long,
            Kind::BigInteger => ShapeKind::BigInteger,
            Kind::Float => ShapeKind::Float,
            Kind::Double => ShapeKind::Double,
            Kind::BigDecimal => ShapeKind::BigDecimal,
            Kind::String => ShapeKind::String,
            Kind::Blob => ShapeKind::Blob,
            Kind::Timestamp => ShapeKind::Timestamp,
            Kind::Document => ShapeKind::Document,
            Kind::Enum
            | Kind::IntEnum
            | Kind::List
            | Kind::Map
            | Kind::Structure
            | Kind::Union
            | Kind::EventStream => return None,
        })
    }

    /// The kind with its article, for messages.
    fn describe(self) -> &'static str {
        match self {
            Kind::Boolean => "a boolean",
            Kind::Byte => "a byte",
            Kind::Short => "a short",
            Kind::Integer => "an integer",
            Kind::Long => "a long",
            Kind::BigInteger => "a big integer",
            Kind::Float => "a float",
            Kind::Double => "a double",
            Kind::BigDecimal => "a big decimal",
            Kind::String => "a string",
            Kind::Enum => "an enum",
            Kind::IntEnum => "an enum of integers",
            Kind::Blob => "a blob",
            Kind::Timestamp => "a timestamp",
            Kind::Document => "a document",
            Kind::List => "a list",
            Kind::Map => "a map",
            Kind::Structure => "a structure",
            Kind::Union => "a union",
            Kind::EventStream => "an event stream",
        }
    }
}
