//! Walks of graphs: what is reached, what is in a cycle, in which order, and at what cost. None
//! recurses, because a model may nest deeper than the stack.

use glue_model::ShapeId;

/// Marks every node in `starts`, and every node reached from one. `index` numbers the nodes below
/// `size`, and `next` returns the nodes that a node leads to.
pub(super) fn reached<N: Copy, I: IntoIterator<Item = N>>(
    size: usize,
    starts: impl Iterator<Item = N>,
    index: impl Fn(N) -> usize,
    next: impl Fn(N) -> I,
) -> Vec<bool> {
    let mut reached = vec![false; size];
    let mut open: Vec<N> = starts.collect();
    while let Some(node) = open.pop() {
        if let Some(seen @ false) = reached.get_mut(index(node)) {
            *seen = true;
            open.extend(next(node));
        }
    }
    reached
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

/// The cost of the costliest path from each node, in a graph whose only cycles are nodes that lead
/// to themselves.
pub(super) fn depths(graph: &[Vec<usize>], costs: &[usize]) -> Vec<usize> {
    let mut depths = vec![0; graph.len()];
    for node in finishing_order(graph) {
        let below = graph[node].iter().filter(|to| **to != node).map(|to| depths[*to]).max();
        depths[node] = below.unwrap_or(0) + costs[node];
    }
    depths
}
