//! The graph of a run, and an order in which to read it.

use std::collections::{HashMap, HashSet};

use glue_types::WorkflowGraph;
use petgraph::algo::greedy_feedback_arc_set;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::step::Step;

pub(crate) struct Graph {
    /// The edges of the response, each once. If an edge names a node that the response does not
    /// have, a placeholder step represents it.
    steps: DiGraph<Step, ()>,
}

/// A step and its place in the outline.
///
/// Each step has one entry. If several steps lead to it, it is below the last of them, and the
/// others refer to it.
pub(crate) struct Entry<'g> {
    pub(crate) step: &'g Step,
    /// The place in the outline of the step that this one is below.
    pub(crate) parent: Option<usize>,
    /// The places of the steps below it.
    pub(crate) children: Vec<usize>,
    /// Steps that it leads to, which come later, below another step.
    pub(crate) later: Vec<&'g Step>,
    /// Steps that it leads back to. Glue does not make such graphs.
    pub(crate) earlier: Vec<&'g Step>,
}

impl Graph {
    pub(crate) fn new(graph: &WorkflowGraph, run_is_over: bool) -> Self {
        let mut steps = DiGraph::new();
        let mut places = HashMap::new();
        let mut drawn = HashSet::new();
        for node in graph.nodes.iter().flatten() {
            let place = steps.add_node(Step::of(node, run_is_over));
            if let Some(id) = node.unique_id.as_deref() {
                places.entry(id).or_insert(place);
            }
        }
        for edge in graph.edges.iter().flatten() {
            let ends = [edge.source_id.as_deref(), edge.destination_id.as_deref()];
            let [source, destination] = ends.map(|id| {
                let id = id.unwrap_or("(no id)");
                *places.entry(id).or_insert_with(|| steps.add_node(Step::missing(id)))
            });
            if drawn.insert((source, destination)) {
                steps.add_edge(source, destination, ());
            }
        }
        Self { steps }
    }

    pub(crate) fn steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.node_weights()
    }

    /// Pairs of places in [`steps`](Self::steps), from source to destination.
    pub(crate) fn edges(&self) -> impl Iterator<Item = (usize, usize)> {
        self.steps.edge_references().map(|edge| (edge.source().index(), edge.target().index()))
    }

    /// The steps in topological order, depth first.
    pub(crate) fn outline(&self) -> Vec<Entry<'_>> {
        let edges = Edges::new(&self.steps);
        let order = edges.order();
        let parents: HashMap<_, _> = order.iter().copied().collect();
        let steps = |nodes: Vec<NodeIndex>| nodes.iter().map(|node| &self.steps[*node]).collect();
        let mut outline: Vec<Entry<'_>> = Vec::with_capacity(order.len());
        for (place, (node, parent)) in order.into_iter().enumerate() {
            if let Some(parent) = parent {
                outline[parent].children.push(place);
            }
            let mut later = edges.forward(node);
            later.retain(|next| parents.get(next) != Some(&Some(place)));
            outline.push(Entry {
                step: &self.steps[node],
                parent,
                children: Vec::new(),
                later: steps(later),
                earlier: steps(edges.backward(node)),
            });
        }
        outline
    }
}

/// The edges of a graph, sorted so that the forward ones make no cycle.
struct Edges<'g> {
    steps: &'g DiGraph<Step, ()>,
    backward: HashSet<EdgeIndex>,
}

impl<'g> Edges<'g> {
    fn new(steps: &'g DiGraph<Step, ()>) -> Self {
        let backward = greedy_feedback_arc_set(steps).map(|edge| edge.id()).collect();
        Self { steps, backward }
    }

    fn forward(&self, node: NodeIndex) -> Vec<NodeIndex> {
        self.targets(node, false)
    }

    fn backward(&self, node: NodeIndex) -> Vec<NodeIndex> {
        self.targets(node, true)
    }

    /// Returns the targets in the order of the response, which petgraph reverses.
    fn targets(&self, node: NodeIndex, backward: bool) -> Vec<NodeIndex> {
        let edges = self.steps.edges(node);
        let edges = edges.filter(|edge| self.backward.contains(&edge.id()) == backward);
        let mut targets: Vec<_> = edges.map(|edge| edge.target()).collect();
        targets.reverse();
        targets
    }

    /// Every node after all nodes that lead forward to it, with the place of the last of those.
    ///
    /// This is Kahn's algorithm with a stack instead of a queue: a node's targets come right after
    /// the node, unless another node that leads there is still to come.
    fn order(&self) -> Vec<(NodeIndex, Option<usize>)> {
        let mut awaited = self.predecessor_counts();
        let roots = self.steps.node_indices().rev().filter(|node| awaited[node.index()] == 0);
        let mut pending: Vec<_> = roots.map(|node| (node, None)).collect();
        let mut order = Vec::with_capacity(self.steps.node_count());
        while let Some((node, parent)) = pending.pop() {
            let awaited = &mut awaited[node.index()];
            *awaited = awaited.saturating_sub(1);
            if *awaited == 0 {
                let place = order.len();
                order.push((node, parent));
                pending
                    .extend(self.forward(node).into_iter().rev().map(|next| (next, Some(place))));
            }
        }
        order
    }

    fn predecessor_counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.steps.node_count()];
        for node in self.steps.node_indices() {
            for next in self.forward(node) {
                counts[next.index()] += 1;
            }
        }
        counts
    }
}
