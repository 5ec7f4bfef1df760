//! The shapes of a model and the members that join them.

use super::{Constraints, ShapeId};
use crate::json::Json;

/// A named type of the model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Shape {
    /// The name without a namespace, unique in its model (but perhaps only by case). In Smithy
    /// models it is an identifier, in botocore's format any text.
    pub name: String,
    /// The description, in the model's markup.
    pub documentation: Option<String>,
    /// The kind of the shape.
    pub kind: ShapeKind,
    /// The constraints on its values.
    pub constraints: Constraints,
    /// Whether values must be kept out of logs.
    pub sensitive: bool,
    /// The deprecation, if any.
    pub deprecated: Option<Deprecation>,
    /// The format of timestamps of this shape, if the model gives it.
    pub timestamp_format: Option<TimestampFormat>,
    /// The media type of text or bytes of this shape, such as `application/json`, if the model
    /// gives it.
    pub media_type: Option<String>,
    /// Whether a blob or union is streamed instead of kept in memory.
    pub streaming: bool,
}

/// The kind of a shape, with the data of that kind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[expect(
    clippy::large_enum_variant,
    reason = "a model has a few thousand shapes, and boxes would get in the way of matching"
)]
pub enum ShapeKind {
    /// `true` or `false`.
    Boolean,
    /// 8 bits, signed.
    Byte,
    /// 16 bits, signed.
    Short,
    /// 32 bits, signed.
    Integer,
    /// 64 bits, signed.
    Long,
    /// A whole number of any size.
    BigInteger,
    /// IEEE 754, 32 bits.
    Float,
    /// IEEE 754, 64 bits.
    Double,
    /// A decimal number of any size.
    BigDecimal,
    /// Text.
    String,
    /// Text with a known set of values that may grow.
    Enum(Vec<EnumValue>),
    /// A 32-bit number with a known set of values that may grow.
    IntEnum(Vec<IntEnumValue>),
    /// Bytes.
    Blob,
    /// A point in time.
    Timestamp,
    /// Any JSON value.
    Document,
    /// A sequence.
    List(List),
    /// Values by key.
    Map(Map),
    /// A fixed set of named members.
    Structure(Structure),
    /// Exactly one of several named members.
    Union(Union),
}

impl ShapeKind {
    /// Returns the members: of a structure or union, a list's `member`, or a map's `key` and
    /// `value`.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        let (members, others): (&[Member], [Option<&Member>; 2]) = match self {
            Self::Structure(structure) => (&structure.members, [None, None]),
            Self::Union(union) => (&union.members, [None, None]),
            Self::List(list) => (&[], [Some(&list.member), None]),
            Self::Map(map) => (&[], [Some(&map.key), Some(&map.value)]),
            _ => (&[], [None, None]),
        };
        members.iter().chain(others.into_iter().flatten())
    }

    pub(crate) fn members_mut(&mut self) -> impl Iterator<Item = &mut Member> {
        let (members, others): (&mut [Member], [Option<&mut Member>; 2]) = match self {
            Self::Structure(structure) => (&mut structure.members, [None, None]),
            Self::Union(union) => (&mut union.members, [None, None]),
            Self::List(list) => (&mut [], [Some(&mut list.member), None]),
            Self::Map(map) => (&mut [], [Some(&mut map.key), Some(&mut map.value)]),
            _ => (&mut [], [None, None]),
        };
        members.iter_mut().chain(others.into_iter().flatten())
    }
}

/// A list's member.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The entries.
    pub member: Member,
    /// Whether an entry may be null.
    pub sparse: bool,
}

/// A map's key and value.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// The keys: a string or an enum.
    pub key: Member,
    /// The values.
    pub value: Member,
    /// Whether a value may be null.
    pub sparse: bool,
}

/// A structure's members, and the properties that make it an error.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Structure {
    /// The members, in the order of the file.
    pub members: Vec<Member>,
    /// The error trait, if the structure is an error.
    pub error: Option<ErrorTrait>,
    /// The side of an operation, if the model reserves the structure for one operation's request or
    /// response.
    pub reserved_for: Option<Side>,
}

/// One side of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The request. Clients treat all members of such a structure as optional (Smithy, input
    /// trait).
    Input,
    /// The response.
    Output,
}

/// A union's members.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Union {
    /// The members, in the order of the file.
    pub members: Vec<Member>,
}

/// A member of a structure or union, the entry of a list, the key or value of a map.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Member {
    /// The name; `member`, `key` or `value` in a list or map.
    pub name: String,
    /// The shape of its values.
    pub target: ShapeId,
    /// Whether a value must be present.
    pub required: bool,
    /// Whether clients treat a required member as optional, so that the service can stop requiring
    /// it.
    pub client_optional: bool,
    /// The description, in the model's markup.
    pub documentation: Option<String>,
    /// The member's own constraints. Each replaces its target's constraint of the same kind.
    pub constraints: Constraints,
    /// Whether this member's values must be kept out of logs; a shape can state it for all its
    /// values.
    pub sensitive: bool,
    /// The deprecation, if any.
    pub deprecated: Option<Deprecation>,
    /// The key in JSON, the element in XML, or the name of the header, parameter or label, if it
    /// differs from the member's name.
    pub location_name: Option<String>,
    /// The key in the body for the uses of the structure in which [`Member::binding`] does not
    /// count, if there are any and the key differs from the member's name.
    pub body_name: Option<String>,
    /// The part of a request or response that carries the value.
    pub binding: Binding,
    /// The format of timestamps, if the member itself gives it.
    pub timestamp_format: Option<TimestampFormat>,
    /// The media type of text or bytes, such as `application/json`, if the member itself gives it.
    pub media_type: Option<String>,
    /// Whether a blob is streamed here; a shape can state it for all its values.
    pub streaming: bool,
    /// The value that an absent member has.
    pub default: Option<Json>,
    /// Whether a client fills in a random value that makes the call repeatable. Only members of
    /// requests can be such tokens.
    pub idempotency_token: bool,
}

/// The part of a request or response that carries a member, if the protocol has such parts.
///
/// It counts if the member's structure is a whole request, response or error, and only on the sides
/// for which [`Binding::counts_in`] is true. Everywhere else the member is in the body (Smithy,
/// HTTP binding traits). A binding that never counts does not occur in a model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Binding {
    /// A key of the body.
    #[default]
    Body,
    /// The body as a whole.
    Payload,
    /// One header.
    Header,
    /// All headers that start with the location name.
    PrefixHeaders,
    /// A query parameter.
    Query,
    /// A query parameter for each entry of a map.
    QueryParams,
    /// A label of the URI.
    Label,
    /// The response's status code.
    StatusCode,
}

impl Binding {
    /// Returns whether the binding counts in requests (the input side) or in responses and errors
    /// (the output side).
    #[must_use]
    pub const fn counts_in(self, side: Side) -> bool {
        match self {
            Self::Label | Self::Query | Self::QueryParams => matches!(side, Side::Input),
            Self::StatusCode => matches!(side, Side::Output),
            Self::Body | Self::Payload | Self::Header | Self::PrefixHeaders => true,
        }
    }
}

/// The format of a timestamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimestampFormat {
    /// Seconds since 1970 as a number, with up to three digits of a fraction.
    EpochSeconds,
    /// `2024-05-01T12:00:00Z`, with an optional fraction.
    DateTime,
    /// `Wed, 01 May 2024 12:00:00 GMT`.
    HttpDate,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EnumValue {
    /// A name for code, if the model gives one.
    pub name: Option<String>,
    /// The value on the wire, unique in its enum.
    pub value: String,
    /// The description, in the model's markup.
    pub documentation: Option<String>,
    /// The deprecation, if any.
    pub deprecated: Option<Deprecation>,
    /// Whether the value is only for the service itself: messages do not list it.
    pub internal: bool,
}

/// A value of an enum of numbers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IntEnumValue {
    /// A name for code.
    pub name: String,
    /// The value on the wire, unique in its enum.
    pub value: i32,
    /// The description, in the model's markup.
    pub documentation: Option<String>,
    /// The deprecation, if any.
    pub deprecated: Option<Deprecation>,
}

/// The properties of an error structure.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorTrait {
    /// The code on the wire, if it is not the shape's name.
    pub code: Option<String>,
    /// The HTTP status, if the model gives it; otherwise 400 or 500, depending on
    /// [`ErrorTrait::fault`].
    pub status: Option<u16>,
    /// The side that is at fault.
    pub fault: Fault,
    /// Whether the same request may succeed later.
    pub retryable: bool,
    /// Whether it asks callers to slow down.
    pub throttling: bool,
}

/// The side that is at fault for an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The caller's.
    Client,
    /// The service's.
    Server,
}

/// The reason to stop using something, and since when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deprecation {
    /// The message, such as what to use instead, if the model gives one.
    pub message: Option<String>,
    /// The date or version since when, if the model gives it.
    pub since: Option<String>,
}
