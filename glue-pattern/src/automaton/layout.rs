//! An order of the states in a table in which rows repeat.

use super::graph::{DEAD, Graph, StateId};
use crate::budget::Budget;
use crate::program::Reason;
use crate::sorted::sorted;

/// The places of states in the tables.
pub(super) struct Layout {
    /// The states in their new order.
    order: Vec<StateId>,
    /// The new number of each state.
    pub(super) position: Vec<usize>,
    /// The index of the first accepting state.
    pub(super) first_accepting: usize,
}

impl Layout {
    /// Puts the dead state first and the accepting ones last. Apart from that, each state comes
    /// before the one that behaves most like it, and states without such a neighbor are in the
    /// order of the states they lead to.
    pub(super) fn new(graph: &Graph, budget: &mut Budget) -> Result<Self, Reason> {
        let (chains, single): (Vec<_>, Vec<_>) =
            chains(graph, budget)?.into_iter().partition(|chain| chain.len() > 1);
        let unsorted = Self::of(graph, &chains, &single);
        let with_targets = |chain: Vec<StateId>| (unsorted.targets(graph, chain[0]), chain);
        let single = sorted(single.into_iter().map(with_targets).collect());
        let single: Vec<_> = single.into_iter().map(|(_, chain)| chain).collect();
        Ok(Self::of(graph, &chains, &single))
    }

    /// The layout with the chains of states in the given order, as far as acceptance allows.
    fn of(graph: &Graph, chains: &[Vec<StateId>], single: &[Vec<StateId>]) -> Self {
        let mut order = vec![DEAD];
        let all = || chains.iter().chain(single).flatten().copied();
        order.extend(all().filter(|&state| !graph.accepting[state as usize]));
        let first_accepting = order.len();
        order.extend(all().filter(|&state| graph.accepting[state as usize]));
        let mut position = vec![0; graph.len()];
        for (index, &state) in order.iter().enumerate() {
            position[state as usize] = index;
        }
        Self { order, position, first_accepting }
    }

    /// Which classes lead from a state to the dead state, and where each class leads.
    fn targets(&self, graph: &Graph, state: StateId) -> (Vec<bool>, Vec<usize>) {
        let row = graph.row(state);
        let positions = row.iter().map(|&target| self.position[target as usize]);
        (row.iter().map(|&target| target == DEAD).collect(), positions.collect())
    }

    /// The rows of the table, in the new order and with the new numbers.
    pub(super) fn rows(&self, graph: &Graph) -> Vec<Vec<u16>> {
        let renumbered = |&target: &StateId| {
            // The caller has checked that all states fit.
            u16::try_from(self.position[target as usize]).unwrap_or_default()
        };
        let row = |&state: &StateId| graph.row(state).iter().map(renumbered).collect();
        self.order.iter().map(row).collect()
    }
}

/// All states but the dead one, each followed by the one that behaves most like it.
fn chains(graph: &Graph, budget: &mut Budget) -> Result<Vec<Vec<StateId>>, Reason> {
    let mut placed = vec![false; graph.len()];
    placed[DEAD as usize] = true;
    let mut chains = Vec::new();
    for state in (0..).take(graph.len()) {
        let mut chain = Vec::new();
        let mut current = Some(state).filter(|&state| !placed[state as usize]);
        while let Some(state) = current {
            placed[state as usize] = true;
            chain.push(state);
            current = most_alike_successor(graph, state, &placed, budget)?;
        }
        if !chain.is_empty() {
            chains.push(chain);
        }
    }
    Ok(chains)
}

/// Of the successors not placed yet that accept or reject as the state does, the one whose
/// transitions are most like the state's.
fn most_alike_successor(
    graph: &Graph,
    state: StateId,
    placed: &[bool],
    budget: &mut Budget,
) -> Result<Option<StateId>, Reason> {
    let row = graph.row(state);
    let mut best: Option<(usize, StateId)> = None;
    for (class, &candidate) in row.iter().enumerate() {
        let fits = !placed[candidate as usize]
            && graph.accepting[candidate as usize] == graph.accepting[state as usize]
            && !row[..class].contains(&candidate);
        if !fits {
            continue;
        }
        budget.charge(row.len() / 2)?;
        let pairs = row.iter().zip(graph.row(candidate));
        let alike = pairs.filter(|(from, to)| from == to || **from == candidate).count();
        if best.is_none_or(|(most, _)| alike > most) {
            best = Some((alike, candidate));
        }
    }
    Ok(best.map(|(_, candidate)| candidate))
}
