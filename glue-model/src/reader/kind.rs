//! The kind of a shape, known before its definition is read.

use crate::json::{Json, JsonNumber};
use crate::model::{Shape, ShapeKind};

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
    /// The kind of a shape that has been read.
    pub(super) fn of(shape: &Shape) -> Self {
        match &shape.kind {
            ShapeKind::Boolean => Kind::Boolean,
            ShapeKind::Byte => Kind::Byte,
            ShapeKind::Short => Kind::Short,
            ShapeKind::Integer => Kind::Integer,
            ShapeKind::Long => Kind::Long,
            ShapeKind::BigInteger => Kind::BigInteger,
            ShapeKind::Float => Kind::Float,
            ShapeKind::Double => Kind::Double,
            ShapeKind::BigDecimal => Kind::BigDecimal,
            ShapeKind::String => Kind::String,
            ShapeKind::Enum(_) => Kind::Enum,
            ShapeKind::IntEnum(_) => Kind::IntEnum,
            ShapeKind::Blob => Kind::Blob,
            ShapeKind::Timestamp => Kind::Timestamp,
            ShapeKind::Document => Kind::Document,
            ShapeKind::List(_) => Kind::List,
            ShapeKind::Map(_) => Kind::Map,
            ShapeKind::Structure(_) => Kind::Structure,
            ShapeKind::Union(_) if shape.streaming => Kind::EventStream,
            ShapeKind::Union(_) => Kind::Union,
        }
    }

    /// Whether values are whole numbers.
    pub(super) fn is_whole(self) -> bool {
        use Kind::*;
        matches!(self, Byte | Short | Integer | Long | BigInteger | IntEnum)
    }

    /// Whether values are numbers.
    pub(super) fn is_number(self) -> bool {
        self.is_whole() || matches!(self, Kind::Float | Kind::Double | Kind::BigDecimal)
    }

    /// Whether a value of the kind may look so in JSON.
    pub(super) fn may_default_to(self, json: &Json) -> bool {
        match json {
            Json::Null => false,
            Json::Bool(_) => matches!(self, Kind::Boolean | Kind::Document),
            Json::Number(JsonNumber::Float(_)) => {
                (self.is_number() && !self.is_whole())
                    || matches!(self, Kind::Timestamp | Kind::Document)
            }
            Json::Number(_) => self.is_number() || matches!(self, Kind::Timestamp | Kind::Document),
            Json::String(_) => {
                use Kind::*;
                matches!(self, String | Enum | Blob | Timestamp | Document)
            }
            Json::Array(_) => matches!(self, Kind::List | Kind::Document),
            Json::Object(_) => matches!(self, Kind::Map | Kind::Document),
        }
    }

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
