//! The operations that reach a shape.

use glue_model::{Model, Operation, Shape, ShapeId, ShapeKind};

/// The operation whose request, answer and errors have a shape of this kind, and of all such
/// operations the one that has the fewest shapes.
pub(crate) fn operation(model: &Model, is: impl Fn(&Shape) -> bool) -> Option<&Operation> {
    let wanted = model.shapes().filter(|(_, shape)| is(shape));
    let wanted: Vec<usize> = wanted.map(|(id, _)| id.index()).collect();
    let reached = model.operations.iter().map(|operation| (operation, reached(model, operation)));
    let reaching = reached.filter(|(_, reached)| {
        wanted.iter().any(|index| reached.get(*index).is_some_and(|is_reached| *is_reached))
    });
    let fewest = reaching.min_by_key(|(_, reached)| reached.iter().filter(|one| **one).count());
    fewest.map(|(operation, _)| operation)
}

/// Whether it is the structure or union of a name.
pub(crate) fn is_named(shape: &Shape, name: &str) -> bool {
    shape.name == name && matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
}

/// Marks each shape that an operation reaches.
fn reached(model: &Model, operation: &Operation) -> Vec<bool> {
    let mut reached = vec![false; model.shapes().len()];
    let own = operation.input.iter().chain(&operation.output).chain(&operation.errors);
    let mut open: Vec<ShapeId> = own.copied().collect();
    while let Some(id) = open.pop() {
        let Some(is_reached) = reached.get_mut(id.index()) else { continue };
        if !std::mem::replace(is_reached, true) {
            open.extend(model.shape(id).kind.members().map(|member| member.target));
        }
    }
    reached
}
