//! Which shapes hold themselves, and the order in which shapes hold each other.

use glue_model::{Model, ShapeId, ShapeKind};

pub(super) fn is_aggregate(model: &Model, shape: ShapeId) -> bool {
    matches!(model.shape(shape).kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
}

/// Numbers the strongly connected components of a graph (Kosaraju's algorithm, without recursion).
/// Nodes that are not in the graph keep numbers of their own.
pub(super) fn components(
    size: usize,
    graph: impl Iterator<Item = (ShapeId, Vec<ShapeId>)>,
) -> Vec<usize> {
    let mut forward = vec![Vec::new(); size];
    let mut backward = vec![Vec::new(); size];
    for (from, targets) in graph {
        for to in targets {
            forward[from.index()].push(to.index());
            backward[to.index()].push(from.index());
        }
    }
    let mut component: Vec<usize> = (0..size).collect();
    let mut assigned = vec![false; size];
    for root in finishing_order(&forward).into_iter().rev() {
        let mut open = vec![root];
        while let Some(node) = open.pop() {
            if !assigned[node] {
                assigned[node] = true;
                component[node] = root;
                open.extend(&backward[node]);
            }
        }
    }
    component
}

/// Nodes in the order in which a depth-first walk leaves them: except in cycles, after everything
/// they lead to.
pub(super) fn finishing_order(graph: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(graph.len());
    let mut seen = vec![false; graph.len()];
    for start in 0..graph.len() {
        let mut path = vec![(start, 0)];
        while let Some((node, next)) = path.pop() {
            if next == 0 && std::mem::replace(&mut seen[node], true) {
                continue;
            }
            match graph[node].get(next) {
                Some(&target) => {
                    path.push((node, next + 1));
                    path.push((target, 0));
                }
                None => order.push(node),
            }
        }
    }
    order
}
