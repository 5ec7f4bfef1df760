//! The path by which a shape holds itself.

use std::collections::HashMap;

use glue_model::{Model, ShapeId};

use crate::lower::layout::Layout;

/// A shortest path of members from a shape back to itself.
pub(super) fn way_back(model: &Model, layout: &Layout, start: ShapeId) -> Option<String> {
    // For each shape on the path, the shape before it and the member that leads from there.
    let mut steps: HashMap<usize, (ShapeId, &str)> = HashMap::new();
    let mut level = vec![start];
    while !level.is_empty() {
        let mut next = Vec::new();
        for holder in level {
            for member in model.shape(holder).kind.members() {
                if member.target == start {
                    return Some(path_to(&steps, start, (holder, &member.name)));
                }
                if !layout.hold_each_other(start, member.target) {
                    // Nothing leads back from there.
                    continue;
                }
                steps.entry(member.target.index()).or_insert_with(|| {
                    next.push(member.target);
                    (holder, &member.name)
                });
            }
        }
        level = next;
    }
    None
}

/// The members from the start to the last one.
fn path_to(
    steps: &HashMap<usize, (ShapeId, &str)>,
    start: ShapeId,
    (mut holder, last): (ShapeId, &str),
) -> String {
    let mut path = vec![last];
    while let Some((before, member)) = steps.get(&holder.index()).filter(|_| holder != start) {
        path.push(member);
        holder = *before;
    }
    path.reverse();
    path.join("/")
}
