//! The shapes of a model and the members that join them.

use super::{Constraints, ShapeId};
use crate::json::Json;

/// A named type of the model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Shape {
    /// The name without a namespace, unique in its model (but perhaps only by case). In Smithy's
    /// models it is an identifier, in botocore's format any text.
    pub name: String,
    /// Description, in the model's markup.
    pub documentation: Option<String>,
    /// What the shape is.
    pub kind: ShapeKind,
    /// What its values must satisfy.
    pub constraints: Constraints,
    /// Whether values must be kept out of logs.
    pub sensitive: bool,
    /// Whether and why users should move away.
    pub deprecated: Option<Deprecation>,
    /// How timestamps of this shape travel, where the model says.
    pub timestamp_format: Option<TimestampFormat>,
    /// What text or bytes of this shape hold, such as `application/json`, where the model says.
    pub media_type: Option<String>,
    /// Whether a blob or union is streamed rather than held whole.
    pub streaming: bool,
}

/// What a shape is, with what belongs to that kind.
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
    /// Values under keys.
    Map(Map),
    /// A fixed set of named members.
    Structure(Structure),
    /// Exactly one of several named members.
    Union(Union),
}

impl ShapeKind {
    /// The members: those of a structure or union, a list's `member`, a map's `key` and `value`.
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
    /// What the entries are.
    pub member: Member,
    /// Whether an entry may be null.
    pub sparse: bool,
}

/// A map's key and value.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// What the keys are: a string or an enum.
    pub key: Member,
    /// What the values are.
    pub value: Member,
    /// Whether a value may be null.
    pub sparse: bool,
}

/// A structure's members, and what makes it an error.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Structure {
    /// The members, in the order of the file.
    pub members: Vec<Member>,
    /// Set where the structure is an error.
    pub error: Option<ErrorTrait>,
    /// Set where the model keeps the structure for one operation's request or response.
    pub reserved_for: Option<Side>,
}

/// One side of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// What a request holds. Clients treat all members of such a structure as optional (Smithy,
    /// input trait).
    Input,
    /// What a response holds.
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
    /// Whether a value must be there.
    pub required: bool,
    /// Whether clients treat the member as optional nevertheless, so that the service may stop
    /// requiring it.
    pub client_optional: bool,
    /// Description, in the model's markup.
    pub documentation: Option<String>,
    /// The member's own constraints, each in place of its target's of that kind.
    pub constraints: Constraints,
    /// Whether this member's values must be kept out of logs; a shape may say so for all of its own.
    pub sensitive: bool,
    /// Whether and why users should move away.
    pub deprecated: Option<Deprecation>,
    /// The key in JSON, the element in XML, or the name of the header, parameter or label, where it
    /// differs from the member's.
    pub location_name: Option<String>,
    /// The key in the body for those uses of the structure in which [`Member::binding`] does not
    /// count, where there are such uses and the key differs from the member's name.
    pub body_name: Option<String>,
    /// The part of a request or response that carries the value.
    pub binding: Binding,
    /// How a timestamp travels here, where the member itself says.
    pub timestamp_format: Option<TimestampFormat>,
    /// What text or bytes hold here, such as `application/json`, where the member itself says.
    pub media_type: Option<String>,
    /// Whether a blob is streamed here; a shape may say so for all of its own.
    pub streaming: bool,
    /// The value that an absent member stands for.
    pub default: Option<Json>,
    /// Whether a client fills in a random value that makes the call repeatable; only members of
    /// requests are such tokens.
    pub idempotency_token: bool,
}

/// The part of a request or response that carries a member, under a protocol that has such parts.
///
/// It counts where the member's structure is a whole request, response or error, and on the sides
/// that [`Binding::counts_in`] tells. Everywhere else the member is in the body (Smithy, HTTP binding
/// traits). A model has no binding that never counts.
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
    /// Whether the binding counts in requests (the input side) or in responses and errors (the
    /// output side).
    #[must_use]
    pub const fn counts_in(self, side: Side) -> bool {
        match self {
            Self::Label | Self::Query | Self::QueryParams => matches!(side, Side::Input),
            Self::StatusCode => matches!(side, Side::Output),
            Self::Body | Self::Payload | Self::Header | Self::PrefixHeaders => true,
        }
    }
}

/// How a timestamp travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimestampFormat {
    /// Seconds since 1970 as a number, with up to milliseconds.
    EpochSeconds,
    /// `2024-05-01T12:00:00Z`, with an optional fraction.
    DateTime,
    /// `Wed, 01 May 2024 12:00:00 GMT`.
    HttpDate,
}

/// One value of an enum.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EnumValue {
    /// A name for code, where the model gives one.
    pub name: Option<String>,
    /// The value as it travels, unique in its enum.
    pub value: String,
    /// Description, in the model's markup.
    pub documentation: Option<String>,
    /// Whether and why users should move away.
    pub deprecated: Option<Deprecation>,
    /// Whether the value is for the service's own use: messages do not list it.
    pub internal: bool,
}

/// One value of an enum of numbers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IntEnumValue {
    /// A name for code.
    pub name: String,
    /// The value as it travels, unique in its enum.
    pub value: i32,
    /// Description, in the model's markup.
    pub documentation: Option<String>,
    /// Whether and why users should move away.
    pub deprecated: Option<Deprecation>,
}

/// What makes a structure an error.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorTrait {
    /// The code on the wire, where it is not the shape's name.
    pub code: Option<String>,
    /// The HTTP status, where the model says; otherwise 400 or 500 by [`ErrorTrait::fault`].
    pub status: Option<u16>,
    /// Whose mistake it is.
    pub fault: Fault,
    /// Whether the same request may succeed later.
    pub retryable: bool,
    /// Whether it asks callers to slow down.
    pub throttling: bool,
}

/// Whose mistake an error is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The caller's.
    Client,
    /// The service's.
    Server,
}

/// Whether and why users of something should move away from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deprecation {
    /// What to do instead, where the model says.
    pub message: Option<String>,
    /// Since when, where the model says.
    pub since: Option<String>,
}
