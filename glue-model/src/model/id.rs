//! The names of shapes within a model.

/// Names a shape of the [`Model`](crate::Model) it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ShapeId(u32);

impl ShapeId {
    /// Names the shape that will stand at `index` of its model.
    pub(crate) fn new(index: u32) -> Self {
        Self(index)
    }

    /// The shape's place in the model, from 0, dense: an index for tables kept beside the model.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}
