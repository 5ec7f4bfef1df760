//! References to shapes within a model.

/// Refers to a shape of the [`Model`](crate::Model) that it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ShapeId(u32);

impl ShapeId {
    /// Refers to the shape that will be at `index` of its model.
    pub(crate) fn new(index: u32) -> Self {
        Self(index)
    }

    /// Returns the shape's place in the model. Places start at 0 without gaps, so they can index
    /// tables.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}
