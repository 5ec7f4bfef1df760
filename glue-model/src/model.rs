//! The checked representation that every reader produces, in the model's own words.

mod constraint;
mod id;
mod layout;
mod operation;
mod pointer;
mod service;
mod shape;
mod spare;

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
pub(crate) use spare::SpareName;

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
    spare_names: Vec<SpareName>,
}

impl Model {
    /// A model whose parts were checked together: every ID is a place in `shapes`.
    pub(crate) fn new(
        service: Service,
        operations: Vec<Operation>,
        shapes: Vec<Shape>,
        layout: Layout,
        spare_names: Vec<SpareName>,
    ) -> Self {
        Self { service, operations, shapes, layout, spare_names }
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

    /// The shape that `id` names, to change.
    pub(crate) fn shape_mut(&mut self, id: ShapeId) -> Option<&mut Shape> {
        self.shapes.get_mut(id.index())
    }

    /// The member called `name` of a shape, to change.
    pub(crate) fn member_mut(&mut self, id: ShapeId, name: &str) -> Option<&mut Member> {
        self.shape_mut(id)?.kind.members_mut().find(|member| member.name == name)
    }

    /// What decides the places of members: the operations, the shapes, and the names that the
    /// members do not need.
    pub(crate) fn placement_mut(&mut self) -> (&[Operation], &mut [Shape], &mut Vec<SpareName>) {
        (&self.operations, &mut self.shapes, &mut self.spare_names)
    }

    /// Whether the format says by the kind of a member alone that each of its entries is a query
    /// parameter.
    pub(crate) fn implies_query_maps(&self) -> bool {
        self.layout == Layout::Botocore
    }

    /// Returns the operation named `name`.
    #[must_use]
    pub fn operation(&self, name: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.name == name)
    }
}
