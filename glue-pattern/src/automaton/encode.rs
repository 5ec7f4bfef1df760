//! From a minimal automaton to the tables of a program.

use super::graph::Graph;
use super::layout::Layout;
use crate::budget::Budget;
use crate::map::Map;
use crate::program::{Dfa, Reason, Table, relative_move};

/// Up to this many bytes, a dense table is small enough.
const SMALL: usize = 4 * 1024;

/// The tables of an automaton, in the smaller of the two forms.
pub(crate) fn encode(graph: &Graph, budget: &mut Budget) -> Result<Dfa, Reason> {
    budget.charge(graph.next.len())?;
    let layout = Layout::new(graph, budget)?;
    let class_count = u8::try_from(graph.alphabet.len).map_err(|_| Reason::Classes)?;
    let small = |value: usize| u16::try_from(value).map_err(|_| Reason::States);
    let state_count = small(graph.len())?;
    let mut dfa = Dfa {
        ascii_classes: [0; 128],
        other_classes: Vec::new(),
        class_count: u16::from(class_count),
        state_count,
        start: small(layout.position[graph.start as usize])?,
        first_accepting: small(layout.first_accepting)?,
        table: Table::Dense(Vec::new()),
    };
    encode_classes(graph, &mut dfa)?;
    let rows = layout.rows(graph);
    let shared = shared(&rows);
    dfa.table = Table::Dense(rows.concat());
    if let Some(shared) = shared {
        let dense = dfa.clone();
        dfa.table = shared;
        // A dense table is faster, so a shared one must be much smaller.
        if dense.table_bytes() <= SMALL || 2 * dfa.table_bytes() > dense.table_bytes() {
            dfa = dense;
        }
    }
    Ok(dfa)
}

fn encode_classes(graph: &Graph, dfa: &mut Dfa) -> Result<(), Reason> {
    let ranges = &graph.alphabet.ranges;
    let mut next = 0;
    let mut current = 0;
    for (code, class) in (0_u8..).zip(&mut dfa.ascii_classes) {
        while let Some(&(start, class)) = ranges.get(next)
            && start <= char::from(code)
        {
            current = u8::try_from(class).map_err(|_| Reason::Classes)?;
            next += 1;
        }
        *class = current;
    }
    dfa.other_classes.push(('\u{80}', current));
    for &(start, class) in &ranges[next..] {
        let class = u8::try_from(class).map_err(|_| Reason::Classes)?;
        if start == '\u{80}' {
            dfa.other_classes.clear();
        }
        dfa.other_classes.push((start, class));
    }
    Ok(())
}

/// How a state's entry for a class follows from the entry of the state before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Move {
    /// Both lead to the same state.
    Absolute,
    /// This one leads one state further.
    Relative,
}

/// The form of a table in which states share rows, if every distance fits.
fn shared(rows: &[Vec<u16>]) -> Option<Table> {
    let mut row_of_state = Vec::new();
    let mut moves = Vec::new();
    let mut known_rows: Map<Vec<u16>, u16> = Map::default();
    let mut first = 0;
    while first < rows.len() {
        let kinds = rows.get(first + 1).and_then(|next| steps(&rows[first], next));
        let kinds = kinds.unwrap_or_else(|| vec![Move::Absolute; rows[first].len()]);
        let followers = rows[first..].windows(2);
        let length = 1 + followers
            .take_while(|pair| steps(&pair[0], &pair[1]).is_some_and(|steps| steps == kinds))
            .count();
        let row: Option<Vec<u16>> = rows[first]
            .iter()
            .zip(&kinds)
            .map(|(&target, kind)| match kind {
                Move::Absolute => (target < 0x8000).then_some(target),
                Move::Relative => relative_move(first, usize::from(target)),
            })
            .collect();
        let row = row?;
        let fresh = u16::try_from(moves.len()).ok()?;
        let start = *known_rows.entry(row.clone()).or_insert(fresh);
        if start == fresh {
            moves.extend(row);
        }
        row_of_state.extend(std::iter::repeat_n(start, length));
        first += length;
    }
    Some(Table::Shared { rows: row_of_state, moves })
}

/// How a row follows from the row before, if it does.
fn steps(row: &[u16], next: &[u16]) -> Option<Vec<Move>> {
    row.iter()
        .zip(next)
        .map(|(&from, &to)| match to.checked_sub(from) {
            Some(0) => Some(Move::Absolute),
            Some(1) => Some(Move::Relative),
            _ => None,
        })
        .collect()
}
