//! The layout of a model's file, as far as pointers into it need that.

use super::id::ShapeId;

/// A part of the definition of a shape or member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Facet {
    /// The definition as a whole.
    Whole,
    /// The shape that a member refers to.
    Target,
    /// [`Constraints::length`](crate::Constraints::length).
    Length,
    /// [`Constraints::range`](crate::Constraints::range).
    Range,
    /// [`Constraints::pattern`](crate::Constraints::pattern).
    Pattern,
}

/// The layout of the model's file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Layout {
    Botocore,
    Smithy(SmithyLayout),
}

/// The data for pointers into a file in Smithy's JSON AST.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SmithyLayout {
    /// The absolute ID of each shape that the file defines; the shapes that Smithy defines come
    /// after.
    pub(crate) ids: Vec<String>,
    /// The parts that are not in the shape's own definition, by shape.
    pub(crate) elsewhere: Vec<Spot>,
}

/// A part of a model, and its place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spot {
    pub(crate) shape: ShapeId,
    pub(crate) member: Option<String>,
    pub(crate) facet: Facet,
    pub(crate) pointer: String,
}
