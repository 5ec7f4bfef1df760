//! Decides which bindings and tokens count, by the use of the structures that have them.
//!
//! A label or query parameter exists only in requests, a status only in responses, and a structure
//! within another is in the body as a whole. Elsewhere, Smithy ignores the traits (HTTP binding
//! traits; `HttpBindingIndex` of its reference implementation), and so does botocore with
//! `location` (`serialize.py`, `parsers.py`): the member is then in the body. Tokens that make a
//! call repeatable are only members of requests, too.

use crate::model::{Binding, Member, Operation, Shape, ShapeKind, Side};

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
/// and not in another, as in a structure that is an input and an output, keeps it.
pub(super) fn settle(operations: &[Operation], shapes: &mut [Shape]) {
    let usages = usages(operations, shapes);
    for (shape, usage) in shapes.iter_mut().zip(usages) {
        let usage = match shape.kind {
            ShapeKind::Structure(_) => usage,
            _ => Usage { nested: true, ..Usage::default() },
        };
        for member in shape.kind.members_mut() {
            member.idempotency_token &= usage.request;
            if member.binding != Binding::Body {
                place(member, usage);
            }
        }
    }
}

fn place(member: &mut Member, usage: Usage) {
    let uses = [(usage.request, Side::Input), (usage.response, Side::Output)];
    let mut sides = uses.into_iter().filter(|(is_used, _)| *is_used).map(|(_, side)| side);
    if !sides.clone().any(|side| member.binding.counts_in(side)) {
        member.binding = Binding::Body;
        member.location_name = member.body_name.take();
    } else if !usage.nested && sides.all(|side| member.binding.counts_in(side)) {
        member.body_name = None;
    }
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
