//! Names that members do not need as long as the model is as it is.

use super::ShapeId;

/// The key that a member would have in bodies, were its structure ever in one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SpareName {
    pub(crate) shape: ShapeId,
    /// The place of the member in its structure.
    pub(crate) member: usize,
    pub(crate) name: String,
}
