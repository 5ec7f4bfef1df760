//! The smallest equivalent automaton, after Hopcroft.

use super::graph::{DEAD, Graph, StateId};
use crate::budget::Budget;
use crate::map::Map;
use crate::program::Reason;
use std::collections::VecDeque;

/// How many transitions count as much work as one step of the construction.
const MOVES: usize = 4;

/// The minimal automaton, with the fewest classes of characters that it needs, and its states in
/// the order of a breadth-first search.
pub(super) fn minimize(graph: &Graph, budget: &mut Budget) -> Result<Graph, Reason> {
    budget.charge(graph.next.len() / MOVES)?;
    let graph = merge_classes(graph);
    budget.charge(2 * graph.next.len() / MOVES)?;
    let partition = refine(&graph, budget)?;
    Ok(merge_classes(&quotient(&graph, &partition)))
}

/// Merges classes of characters that lead to the same states from everywhere.
fn merge_classes(graph: &Graph) -> Graph {
    let width = graph.alphabet.len;
    let mut columns: Map<Vec<StateId>, usize> = Map::default();
    let mut kept: Vec<usize> = Vec::new();
    let mut renamed: Vec<u16> = Vec::with_capacity(width);
    for class in 0..width {
        let column = graph.next.iter().skip(class).step_by(width).copied().collect();
        let fresh = columns.len();
        let merged = *columns.entry(column).or_insert(fresh);
        if merged == fresh {
            kept.push(class);
        }
        renamed.push(u16::try_from(merged).unwrap_or(u16::MAX));
    }
    let rows = graph.next.chunks(width);
    Graph {
        alphabet: graph.alphabet.map(kept.len(), |class| renamed[usize::from(class)]),
        start: graph.start,
        accepting: graph.accepting.clone(),
        next: rows.flat_map(|row| kept.iter().map(|&class| row[class])).collect(),
    }
}

/// One automaton state for each block of a partition, in the order of a breadth-first search.
fn quotient(graph: &Graph, partition: &Partition) -> Graph {
    let mut numbers: Vec<Option<StateId>> = vec![None; partition.blocks.len()];
    let mut fresh = 0;
    let mut queue: VecDeque<StateId> = VecDeque::new();
    let mut number = |state: StateId, queue: &mut VecDeque<StateId>| {
        *numbers[partition.block_of[state as usize]].get_or_insert_with(|| {
            queue.push_back(state);
            fresh += 1;
            fresh - 1
        })
    };
    number(DEAD, &mut queue);
    let start = number(graph.start, &mut queue);
    let mut next = Vec::new();
    let mut accepting = Vec::new();
    while let Some(state) = queue.pop_front() {
        accepting.push(graph.accepting[state as usize]);
        for &target in graph.row(state) {
            next.push(number(target, &mut queue));
        }
    }
    Graph { alphabet: graph.alphabet.clone(), start, accepting, next }
}

/// The coarsest partition whose blocks agree on acceptance and on the target of each class.
fn refine(graph: &Graph, budget: &mut Budget) -> Result<Partition, Reason> {
    let predecessors = Predecessors::new(graph);
    let mut partition = Partition::new(&graph.accepting);
    let mut waiting: VecDeque<usize> = (0..partition.blocks.len()).collect();
    let mut is_waiting = vec![true; waiting.len()];
    while let Some(splitter) = waiting.pop_front() {
        is_waiting[splitter] = false;
        let members = partition.members(splitter).to_vec();
        budget.charge(members.len().saturating_mul(graph.alphabet.len) / MOVES)?;
        for class in 0..graph.alphabet.len {
            for &member in &members {
                let before = predecessors.of(member, class);
                budget.charge(before.len() / MOVES)?;
                for &state in before {
                    partition.mark(state);
                }
            }
            for (block, fresh) in partition.split() {
                // Either half is enough, unless the whole block is still waiting.
                let smaller =
                    if partition.len(fresh) <= partition.len(block) { fresh } else { block };
                let add = if is_waiting[block] { fresh } else { smaller };
                is_waiting.resize(partition.blocks.len(), false);
                is_waiting[add] = true;
                waiting.push_back(add);
            }
        }
    }
    Ok(partition)
}

/// The states from which each state is reached on each class.
struct Predecessors {
    width: usize,
    /// The index at which the list of each state and class begins.
    starts: Vec<u32>,
    states: Vec<StateId>,
}

impl Predecessors {
    fn new(graph: &Graph) -> Self {
        let width = graph.alphabet.len;
        let slot = |index: usize, target: StateId| target as usize * width + index % width;
        let mut starts = vec![0_u32; graph.next.len() + 1];
        for (index, &target) in graph.next.iter().enumerate() {
            starts[slot(index, target) + 1] += 1;
        }
        for index in 1..starts.len() {
            starts[index] += starts[index - 1];
        }
        let mut filled = starts.clone();
        let mut states = vec![DEAD; graph.next.len()];
        for (index, &target) in graph.next.iter().enumerate() {
            let place = &mut filled[slot(index, target)];
            states[*place as usize] = StateId::try_from(index / width).unwrap_or(DEAD);
            *place += 1;
        }
        Self { width, starts, states }
    }

    fn of(&self, state: StateId, class: usize) -> &[StateId] {
        let slot = state as usize * self.width + class;
        &self.states[self.starts[slot] as usize..self.starts[slot + 1] as usize]
    }
}

/// A block: a range of the partition's elements, starting with the marked ones.
struct Block {
    start: usize,
    end: usize,
    marked: usize,
}

/// States in blocks.
struct Partition {
    elements: Vec<StateId>,
    /// The position of each state among the elements.
    position: Vec<usize>,
    block_of: Vec<usize>,
    blocks: Vec<Block>,
    /// The blocks with marked members.
    touched: Vec<usize>,
}

impl Partition {
    /// The states that accept and those that do not.
    fn new(accepting: &[bool]) -> Self {
        let states = (0..).take(accepting.len());
        let (last, mut elements): (Vec<StateId>, Vec<_>) =
            states.partition(|&state| accepting[state as usize]);
        let rejecting = elements.len();
        elements.extend(last);
        let mut position = vec![0; elements.len()];
        for (index, &state) in elements.iter().enumerate() {
            position[state as usize] = index;
        }
        let bounds = [(0, rejecting), (rejecting, elements.len())];
        let bounds = bounds.into_iter().filter(|(start, end)| start < end);
        let blocks: Vec<Block> =
            bounds.map(|(start, end)| Block { start, end, marked: start }).collect();
        let last = blocks.len() - 1;
        let block_of = accepting.iter().map(|&accepts| if accepts { last } else { 0 });
        Self { block_of: block_of.collect(), elements, position, blocks, touched: Vec::new() }
    }

    fn len(&self, block: usize) -> usize {
        self.blocks[block].end - self.blocks[block].start
    }

    fn members(&self, block: usize) -> &[StateId] {
        &self.elements[self.blocks[block].start..self.blocks[block].end]
    }

    fn mark(&mut self, state: StateId) {
        let number = self.block_of[state as usize];
        let block = &mut self.blocks[number];
        let from = self.position[state as usize];
        if from < block.marked {
            return;
        }
        if block.marked == block.start {
            self.touched.push(number);
        }
        let to = block.marked;
        block.marked += 1;
        self.elements.swap(from, to);
        self.position[self.elements[from] as usize] = from;
        self.position[self.elements[to] as usize] = to;
    }

    /// Separates the marked members from the others, and removes the marks. Returns each block that
    /// was split, with the new block of its marked members.
    fn split(&mut self) -> Vec<(usize, usize)> {
        let mut splits = Vec::new();
        for number in std::mem::take(&mut self.touched) {
            let block = &mut self.blocks[number];
            let (start, marked) = (block.start, block.marked);
            block.marked = start;
            if marked == block.end {
                continue;
            }
            block.start = marked;
            block.marked = marked;
            let fresh = self.blocks.len();
            for &state in &self.elements[start..marked] {
                self.block_of[state as usize] = fresh;
            }
            self.blocks.push(Block { start, end: marked, marked: start });
            splits.push((number, fresh));
        }
        splits
    }
}
