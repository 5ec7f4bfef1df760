//! How the file of a model is laid out, as far as pointers into it need that.

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

/// How the model's file is laid out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Layout {
    Botocore,
    Smithy(SmithyLayout),
}

/// What pointers into a file in Smithy's JSON AST need.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SmithyLayout {
    /// The absolute id of each shape that the file defines; those that Smithy defines come after.
    pub(crate) ids: Vec<String>,
    /// The parts that stand elsewhere than in the shape's own definition, by shape.
    pub(crate) elsewhere: Vec<Spot>,
}

/// A part of a model, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spot {
    pub(crate) shape: ShapeId,
    pub(crate) member: Option<String>,
    pub(crate) facet: Facet,
    pub(crate) pointer: String,
}
