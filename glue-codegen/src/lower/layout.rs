//! How types lie within each other: which members are boxed, and which models no compiler accepts.

use glue_model::{Facet, Model, ShapeId, ShapeKind};

use super::closure::Closure;
use super::graph::{components, depths, finishing_order};
use super::problems::Problems;

/// Roughly how many bytes a structure may take by value before it holds others in boxes. Reading
/// takes ten times as much stack in a build without optimization. A structure that grows beyond the
/// limit changes its types for users, so the limit is high: six of AWS's structures exceed it.
const MOST_BYTES: usize = 16 * 1024;

/// The number of members from which a structure that only has structures and unions as members
/// counts as a choice between them, such as Glue's `CodeGenConfigurationNode`. Only one member is
/// set at a time, so they are boxed at any size. The number is high because small choices grow, and
/// would change their types when they reached it.
const CHOICE: usize = 48;

/// The size of any value that is not a structure or union: the size of a string, the largest.
const PLAIN_BYTES: usize = 24;

const BOX_BYTES: usize = 8;

/// Half of the 200 bytes by which clippy lets the largest variant of an enum exceed the next,
/// because sizes are only known roughly.
const UNEVEN_BYTES: usize = 100;

/// The maximum depth of nested types, by the cost of each level. rustc gives up at 128 steps
/// (`recursion_limit`), and takes two for a structure in an `Option`. Crates that use the types
/// need a few steps of their own. The deepest of AWS's models costs 40.
const MOST_DEPTH: usize = 100;

/// The reason why a member is boxed.
#[cfg(feature = "inspect")]
#[derive(Clone, Copy)]
pub(crate) enum BoxReason {
    /// Its holder holds itself.
    HoldsItself,
    /// Its holder is a choice between structures.
    Choice,
    /// Its holder would be too large.
    Large,
}

/// Which members of structures and unions are boxed. Lists and maps are indirections already.
pub(crate) struct Layout {
    /// For each shape, the number of its strongly connected component among structures and unions
    /// that hold each other directly.
    component: Vec<usize>,
    /// For each shape, whether it is a structure or union. Enums are small and never boxed.
    aggregate: Vec<bool>,
    /// For each shape, whether it holds others in boxes: a choice, a shape that would be too large,
    /// and a shape that holds itself, perhaps through lists and maps. serde_json reads 127 levels
    /// of the last kind, for which 512 KiB of stack must be enough in an optimized build and 2 MiB
    /// in any.
    crowded: Vec<bool>,
    /// For each shape, a generous estimate of the size of its values.
    bytes: Vec<usize>,
    /// For each shape, the number of its strongly connected component, including lists and maps.
    #[cfg(feature = "inspect")]
    circle: Vec<usize>,
    /// For each shape, whether it holds itself, perhaps through lists and maps.
    #[cfg(feature = "inspect")]
    hold_themselves: Vec<bool>,
}

impl Layout {
    pub(crate) fn new(model: &Model) -> Self {
        let shapes = model.shapes().map(|(id, _)| id).filter(|id| is_aggregate(model, *id));
        let graph: Vec<(ShapeId, Vec<ShapeId>)> =
            shapes.map(|id| (id, held_directly(model, id).collect())).collect();
        let component = components(model.shapes().len(), graph.iter().cloned());
        let aggregate = model.shapes().map(|(id, _)| is_aggregate(model, id)).collect();
        let crowded = vec![false; model.shapes().len()];
        let bytes = vec![PLAIN_BYTES; model.shapes().len()];
        let circle = circles(model);
        let hold_themselves = hold_themselves(model, &circle);
        let mut layout = Self {
            component,
            aggregate,
            crowded,
            bytes,
            #[cfg(feature = "inspect")]
            circle,
            #[cfg(feature = "inspect")]
            hold_themselves: hold_themselves.clone(),
        };
        layout.measure(model, graph, &hold_themselves);
        layout
    }

    /// Whether a member of `holder` with this target is boxed: otherwise the holder would contain
    /// itself, or too much.
    pub(super) fn is_boxed(&self, holder: ShapeId, target: ShapeId) -> bool {
        let is_crowded = self.crowded[holder.index()] && self.aggregate[target.index()];
        is_crowded || self.is_recursive(holder, target)
    }

    /// Why a member of `holder` with this target is boxed, if it is.
    #[cfg(feature = "inspect")]
    pub(crate) fn reason(
        &self,
        model: &Model,
        holder: ShapeId,
        target: ShapeId,
    ) -> Option<BoxReason> {
        if !self.is_boxed(holder, target) {
            None
        } else if self.hold_themselves[holder.index()] {
            Some(BoxReason::HoldsItself)
        } else if is_choice(model, holder) {
            Some(BoxReason::Choice)
        } else {
            Some(BoxReason::Large)
        }
    }

    /// Whether two shapes hold each other, perhaps through lists and maps, or are the same.
    #[cfg(feature = "inspect")]
    pub(crate) fn hold_each_other(&self, one: ShapeId, other: ShapeId) -> bool {
        self.circle[one.index()] == self.circle[other.index()]
    }

    /// Whether the sizes of variants that hold these by value may differ too much for clippy.
    pub(super) fn are_uneven(&self, mut shapes: impl Iterator<Item = ShapeId>) -> bool {
        shapes.any(|shape| self.bytes[shape.index()] > UNEVEN_BYTES)
    }

    fn is_recursive(&self, holder: ShapeId, target: ShapeId) -> bool {
        self.component[holder.index()] == self.component[target.index()]
    }

    /// Finds the crowded shapes, from the inside out.
    fn measure(
        &mut self,
        model: &Model,
        graph: Vec<(ShapeId, Vec<ShapeId>)>,
        hold_themselves: &[bool],
    ) {
        let mut targets = vec![Vec::new(); model.shapes().len()];
        let mut ids = vec![None; model.shapes().len()];
        for (id, held) in graph {
            targets[id.index()] = held.into_iter().map(ShapeId::index).collect();
            ids[id.index()] = Some(id);
        }
        for id in finishing_order(&targets).into_iter().filter_map(|index| ids[index]) {
            self.crowded[id.index()] = hold_themselves[id.index()]
                || is_choice(model, id)
                || self.bytes_of(model, id) > MOST_BYTES;
            self.bytes[id.index()] = self.bytes_of(model, id);
        }
    }

    fn bytes_of(&self, model: &Model, holder: ShapeId) -> usize {
        let members = model.shape(holder).kind.members().map(|member| {
            let boxed = self.is_boxed(holder, member.target);
            if boxed { BOX_BYTES } else { self.bytes[member.target.index()] }
        });
        match model.shape(holder).kind {
            ShapeKind::Union(_) => members.max().unwrap_or_default().saturating_add(BOX_BYTES),
            _ => members.fold(0, usize::saturating_add),
        }
    }
}

fn is_choice(model: &Model, id: ShapeId) -> bool {
    let ShapeKind::Structure(structure) = &model.shape(id).kind else { return false };
    let members = &structure.members;
    members.len() >= CHOICE && members.iter().all(|member| is_aggregate(model, member.target))
}

/// For each shape, whether it is in a cycle, perhaps through boxes, lists or maps.
fn hold_themselves(model: &Model, circle: &[usize]) -> Vec<bool> {
    let mut in_circle = vec![0; circle.len()];
    circle.iter().for_each(|own| in_circle[*own] += 1);
    let is_alone = |id: ShapeId| in_circle[circle[id.index()]] == 1;
    let holds_itself = |id: ShapeId| targets(model, id).any(|target| target == id);
    model.shapes().map(|(id, _)| !is_alone(id) || holds_itself(id)).collect()
}

/// Gives shapes that hold each other the same number, perhaps through boxes, lists or maps.
fn circles(model: &Model) -> Vec<usize> {
    let graph = model.shapes().map(|(id, _)| (id, targets(model, id).collect()));
    components(model.shapes().len(), graph)
}

pub(super) fn is_aggregate(model: &Model, shape: ShapeId) -> bool {
    matches!(model.shape(shape).kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
}

fn targets(model: &Model, id: ShapeId) -> impl Iterator<Item = ShapeId> {
    model.shape(id).kind.members().map(|member| member.target)
}

/// The structures and unions that are members of a shape.
fn held_directly(model: &Model, holder: ShapeId) -> impl Iterator<Item = ShapeId> {
    let members = model.shape(holder).kind.members().map(|member| member.target);
    members.filter(|target| is_aggregate(model, *target))
}

/// Reports shapes that nest too deeply for rustc, which follows every type to everything it holds,
/// including through boxes, lists and maps.
pub(super) fn check_depth(model: &Model, closure: &Closure, problems: &mut Problems<'_>) {
    let reached = || model.shapes().map(|(id, _)| id).filter(|id| closure.contains(*id));
    let holds = |id: ShapeId| {
        let members = model.shape(id).kind.members();
        members.map(|member| member.target).collect::<Vec<_>>()
    };
    let size = model.shapes().len();
    let component = components(size, reached().map(|id| (id, holds(id))));
    let mut costs = vec![0; size];
    let mut graph = vec![Vec::new(); size];
    for id in reached() {
        let own = component[id.index()];
        // In a cycle, rustc may pass all of its shapes before it meets one again.
        costs[own] += cost(&model.shape(id).kind);
        graph[own].extend(holds(id).into_iter().map(|to| component[to.index()]));
    }
    let depths = depths(&graph, &costs);
    let mut told = vec![false; size];
    for id in reached() {
        let own = component[id.index()];
        // Only the innermost shape, as it makes its holders too deep, and each cycle once.
        let innermost = graph[own].iter().all(|to| *to == own || depths[*to] <= MOST_DEPTH);
        if depths[own] > MOST_DEPTH && innermost && !std::mem::replace(&mut told[own], true) {
            let message = "what this shape holds nests too deeply for Rust's compiler";
            problems.shape(id, None, Facet::Whole, message.to_owned());
        }
    }
}

/// The number of rustc's steps that a level takes.
fn cost(kind: &ShapeKind) -> usize {
    match kind {
        ShapeKind::Structure(_) | ShapeKind::Union(_) => 2,
        ShapeKind::List(_) | ShapeKind::Map(_) => 1,
        _ => 0,
    }
}
