//! The checked representation that every reader produces, in the model's own words.

mod constraint;
mod id;
mod layout;
mod operation;
mod pointer;
mod service;
mod shape;

pub use constraint::{Bounds, Constraints, Number};
pub use id::ShapeId;
pub use layout::Facet;
pub(crate) use layout::{Layout, SmithyLayout, Spot};
pub use operation::{Http, Operation};
pub use service::{PatternAnchoring, Protocol, Service};
pub use shape::{
    Binding, Deprecation, EnumValue, ErrorTrait, Fault, IntEnumValue, List, Map, Member, Shape,
    ShapeKind, Side, Structure, TimestampFormat, Union,
};

/// An AWS API model: a service, its operations and all its shapes.
///
/// Only this crate's readers build one, and they check it as a whole: every [`ShapeId`] in a model
/// refers to one of its shapes, shape names are unique, and bounds are in order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Model {
    /// The properties of the service as a whole.
    pub service: Service,
    /// The operations, in the order of the file.
    pub operations: Vec<Operation>,
    shapes: Vec<Shape>,
    layout: Layout,
}

impl Model {
    /// A model whose parts were checked together: every ID is a place in `shapes`.
    pub(crate) fn new(
        service: Service,
        operations: Vec<Operation>,
        shapes: Vec<Shape>,
        layout: Layout,
    ) -> Self {
        Self { service, operations, shapes, layout }
    }

    /// Returns the shape that `id` refers to.
    ///
    /// # Panics
    ///
    /// May panic for an ID of another model. It may also return an unrelated shape then.
    #[must_use]
    pub fn shape(&self, id: ShapeId) -> &Shape {
        &self.shapes[id.index()]
    }

    /// Returns all shapes with their IDs, in the order of the file.
    pub fn shapes(&self) -> impl ExactSizeIterator<Item = (ShapeId, &Shape)> {
        self.shapes.iter().enumerate().map(|(index, shape)| (ShapeId::new(index as u32), shape))
    }

    /// The shape named `name`.
    pub(crate) fn shape_named(&self, name: &str) -> Option<ShapeId> {
        self.shapes().find(|(_, shape)| shape.name == name).map(|(id, _)| id)
    }

    /// The constraints of a shape, or of its member with the given name.
    pub(crate) fn constraints_mut(
        &mut self,
        id: ShapeId,
        member: Option<&str>,
    ) -> Option<&mut Constraints> {
        let shape = self.shapes.get_mut(id.index())?;
        match member {
            None => Some(&mut shape.constraints),
            Some(name) => {
                let member = shape.kind.members_mut().find(|member| member.name == name)?;
                Some(&mut member.constraints)
            }
        }
    }

    /// Returns the operation named `name`.
    #[must_use]
    pub fn operation(&self, name: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.name == name)
    }
}
