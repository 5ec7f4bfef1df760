//! Decides which bindings and tokens count, by the use of the structures that have them.
//!
//! A label or query parameter exists only in requests, a status only in responses, and a structure
//! within another is in the body as a whole. Elsewhere, Smithy ignores the traits (HTTP binding
//! traits; `HttpBindingIndex` of its reference implementation), and so does botocore with
//! `location` (`serialize.py`, `parsers.py`): the member is then in the body. Tokens that make a
//! call repeatable are only members of requests, too.

use crate::model::{Binding, Member, Model, Operation, Shape, ShapeId, ShapeKind, Side, SpareName};

/// The uses of a structure.
#[derive(Clone, Copy, Default)]
struct Usage {
    /// As the input of an operation.
    request: bool,
    /// As an output or error.
    response: bool,
    /// Within another shape.
    nested: bool,
}

/// Puts members whose binding never counts into the body. A member whose binding counts in one use
/// and not in another, as in a structure that is an input and an output, keeps it. Returns the names
/// in bodies that members with a binding do not need, because their structure is never in one.
pub(super) fn settle(operations: &[Operation], shapes: &mut [Shape]) -> Vec<SpareName> {
    let usages = usages(operations, shapes);
    let mut spare = Vec::new();
    for ((id, shape), usage) in (0_u32..).zip(shapes).zip(usages) {
        let usage = match shape.kind {
            ShapeKind::Structure(_) => usage,
            _ => Usage { nested: true, ..Usage::default() },
        };
        for (place, member) in shape.kind.members_mut().enumerate() {
            member.idempotency_token &= usage.request;
            if member.binding == Binding::Body {
                continue;
            }
            let name = settle_member(member, usage);
            let shape = ShapeId::new(id);
            spare.extend(name.map(|name| SpareName { shape, member: place, name }));
        }
    }
    spare
}

/// Settles a model again some of whose members have other targets now.
pub(super) fn settle_again(model: &mut Model) {
    let (operations, shapes, spare) = model.placement_mut();
    for SpareName { shape, member, name } in spare.drain(..) {
        let mut members =
            shapes.get_mut(shape.index()).into_iter().flat_map(|shape| shape.kind.members_mut());
        if let Some(member) = members.nth(member) {
            member.body_name = Some(name);
        }
    }
    *spare = settle(operations, shapes);
}

/// Settles a member with a binding. Returns its name in bodies if it does not need one.
fn settle_member(member: &mut Member, usage: Usage) -> Option<String> {
    let uses = [(usage.request, Side::Input), (usage.response, Side::Output)];
    let mut sides = uses.into_iter().filter(|(is_used, _)| *is_used).map(|(_, side)| side);
    if !sides.clone().any(|side| member.binding.counts_in(side)) {
        member.binding = Binding::Body;
        member.location_name = member.body_name.take();
        return None;
    }
    let is_bound = !usage.nested && sides.all(|side| member.binding.counts_in(side));
    if is_bound { member.body_name.take() } else { None }
}

fn usages(operations: &[Operation], shapes: &[Shape]) -> Vec<Usage> {
    let mut usages = vec![Usage::default(); shapes.len()];
    let mut mark = |index: usize, mark: fn(&mut Usage)| {
        if let Some(usage) = usages.get_mut(index) {
            mark(usage);
        }
    };
    for operation in operations {
        if let Some(id) = operation.input {
            mark(id.index(), |usage| usage.request = true);
        }
        for id in operation.output.iter().chain(&operation.errors) {
            mark(id.index(), |usage| usage.response = true);
        }
    }
    for member in shapes.iter().flat_map(|shape| shape.kind.members()) {
        mark(member.target.index(), |usage| usage.nested = true);
    }
    usages
}
