//! [`ConversionError`].

use std::fmt;

use aws_smithy_types::error::operation::BuildError;

use crate::escaped::Quoted;
use crate::pointer::{Segment, pointer};
use crate::timestamp::OutOfRange;

/// A value that cannot be converted from or to its counterpart in the official SDK: where it is,
/// and why.
#[derive(Debug)]
pub struct ConversionError {
    /// From the innermost segment outwards.
    path: Vec<Segment<String>>,
    kind: ConversionErrorKind,
}

/// Why a value cannot be converted.
#[derive(Debug)]
#[non_exhaustive]
pub enum ConversionErrorKind {
    /// A union of the SDK has no value for its member.
    Missing,
    /// A time is outside the range of the other type.
    OutOfRange(OutOfRange),
    /// A number does not fit the SDK's `f32`.
    TooLarge(f64),
    /// A union has a member that the model or the SDK does not know. The SDK keeps neither its name
    /// nor its value, and has no way to make one.
    UnknownMember,
    /// The SDK's builder needs a member that is not set.
    Build(BuildError),
}

impl ConversionError {
    /// Where the value is, as a JSON pointer (RFC 6901) such as `/Run/Graph/Nodes/0`. The empty
    /// pointer is the whole value.
    #[must_use]
    pub fn path(&self) -> String {
        pointer(&self.path)
    }

    /// Why it cannot be converted.
    #[must_use]
    pub fn kind(&self) -> &ConversionErrorKind {
        &self.kind
    }

    pub(super) fn in_member(self, name: &'static str) -> Self {
        self.within(Segment::Member(name))
    }

    pub(super) fn in_entry(self, index: usize) -> Self {
        self.within(Segment::Index(index))
    }

    pub(super) fn in_value(self, key: String) -> Self {
        self.within(Segment::Key(key))
    }

    fn within(mut self, segment: Segment<String>) -> Self {
        self.path.push(segment);
        self
    }
}

impl From<ConversionErrorKind> for ConversionError {
    fn from(kind: ConversionErrorKind) -> Self {
        Self { path: Vec::new(), kind }
    }
}

impl From<OutOfRange> for ConversionError {
    fn from(error: OutOfRange) -> Self {
        ConversionErrorKind::OutOfRange(error).into()
    }
}

impl From<BuildError> for ConversionError {
    fn from(error: BuildError) -> Self {
        ConversionErrorKind::Build(error).into()
    }
}

impl fmt::Display for ConversionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot convert the value at {}: {}", Quoted(&self.path()), self.kind)
    }
}

impl fmt::Display for ConversionErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("no value is set"),
            Self::OutOfRange(error) => error.fmt(f),
            Self::TooLarge(value) => write!(f, "{value:?} does not fit the SDK's `f32`"),
            Self::UnknownMember => f.write_str("the member of the union is unknown"),
            Self::Build(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ConversionError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            ConversionErrorKind::OutOfRange(error) => Some(error),
            ConversionErrorKind::Build(error) => Some(error),
            ConversionErrorKind::Missing
            | ConversionErrorKind::TooLarge(_)
            | ConversionErrorKind::UnknownMember => None,
        }
    }
}
