//! The paths by which operations reach shapes.

use glue_model::{Model, Operation, ShapeId};

/// For each shape that the chosen operations reach, the last step of a shortest path to it.
pub(super) struct Routes(Vec<Option<Step>>);

#[derive(Clone, Copy)]
enum Step {
    /// An operation by its place in the model, and the role of the shape in it.
    From(usize, Role),
    /// A shape, and the place of one of its members.
    Member(ShapeId, usize),
}

#[derive(Clone, Copy)]
enum Role {
    Input,
    Output,
    Error,
}

impl Routes {
    /// Follows all chosen operations at the same time, in the order of the model.
    pub(super) fn new(model: &Model, chosen: impl Fn(&Operation) -> bool) -> Self {
        let mut steps = vec![None; model.shapes().len()];
        let mut level = Vec::new();
        let numbered = model.operations.iter().enumerate();
        for (place, operation) in numbered.filter(|(_, operation)| chosen(operation)) {
            let input = operation.input.map(|id| (id, Role::Input));
            let output = operation.output.map(|id| (id, Role::Output));
            let errors = operation.errors.iter().map(|id| (*id, Role::Error));
            for (id, role) in input.into_iter().chain(output).chain(errors) {
                level.extend(enter(&mut steps, id, Step::From(place, role)));
            }
        }
        while !level.is_empty() {
            let mut next = Vec::new();
            for holder in level {
                for (place, member) in model.shape(holder).kind.members().enumerate() {
                    next.extend(enter(&mut steps, member.target, Step::Member(holder, place)));
                }
            }
            level = next;
        }
        Self(steps)
    }

    /// The operation and the members that lead to a shape.
    pub(super) fn to<'a>(
        &self,
        model: &'a Model,
        shape: ShapeId,
    ) -> Option<(&'a Operation, Vec<&'a str>)> {
        let mut path = Vec::new();
        let mut end = shape;
        loop {
            match (*self.0.get(end.index())?)? {
                Step::Member(holder, place) => {
                    path.push(model.shape(holder).kind.members().nth(place)?.name.as_str());
                    end = holder;
                }
                Step::From(place, role) => {
                    path.push(match role {
                        Role::Input => "input",
                        Role::Output => "output",
                        Role::Error => model.shape(end).name.as_str(),
                    });
                    path.reverse();
                    return Some((model.operations.get(place)?, path));
                }
            }
        }
    }
}

/// Records the step to a shape that no other step reached, and returns the shape.
fn enter(steps: &mut [Option<Step>], id: ShapeId, step: Step) -> Option<ShapeId> {
    let slot = steps.get_mut(id.index()).filter(|slot| slot.is_none())?;
    *slot = Some(step);
    Some(id)
}
