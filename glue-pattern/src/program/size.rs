//! How many bytes a program takes in generated code, on a machine of 64 bits.

use super::step::all_runs;
use super::{Dfa, Program, Run, Step, Table};
use crate::ClassSet;
use std::collections::BTreeSet;

/// A table with an entry for each byte, what is likely, and where the other ranges are.
const CLASS: usize = 280;
/// Two characters.
const RANGE: usize = 8;
/// The class and two counts, with what kind of step it is.
const STEP: usize = 32;
/// Where a text, a list of steps or a table is.
const SLICE: usize = 16;
/// A character and its class.
const OTHER_CLASS: usize = 8;
/// The places of the tables, and the numbers beside them.
const AUTOMATON: usize = 96;

impl Program {
    /// The size in bytes of what generated code holds for this program: its tables, steps, texts and
    /// classes of characters.
    pub fn table_bytes(&self) -> usize {
        Self::shared_table_bytes([self])
    }

    /// The size in bytes of what generated code holds for several programs, which share their
    /// classes of characters.
    pub fn shared_table_bytes<'p>(programs: impl IntoIterator<Item = &'p Self>) -> usize {
        let mut classes = BTreeSet::new();
        let own: usize = programs.into_iter().map(|program| program.own_bytes(&mut classes)).sum();
        own + classes.into_iter().map(class_bytes).sum::<usize>()
    }

    /// The size without the classes of characters, which are collected.
    fn own_bytes<'p>(&'p self, classes: &mut BTreeSet<&'p ClassSet>) -> usize {
        match self {
            Self::Everything | Self::Nothing | Self::Unchecked(_) => 0,
            Self::Literals(literals) => literals.iter().map(String::len).sum(),
            Self::Runs(runs) => run_bytes(runs, classes),
            Self::Steps(steps) => step_bytes(steps, classes),
            Self::Between { before, inner, after } => {
                run_bytes(before, classes) + inner.own_bytes(classes) + run_bytes(after, classes)
            }
            Self::Dfa(dfa) => dfa.table_bytes(),
            Self::Then { head, tail } => head.table_bytes() + tail.own_bytes(classes),
            Self::Times { unit, .. } => unit.table_bytes(),
            Self::All(programs) | Self::Any(programs) => {
                programs.iter().map(|program| program.own_bytes(classes)).sum()
            }
            Self::Not(program) => program.own_bytes(classes),
        }
    }
}

fn run_bytes<'p>(runs: &'p [Run], classes: &mut BTreeSet<&'p ClassSet>) -> usize {
    // The one character of a class of one is part of a text.
    classes.extend(runs.iter().map(|run| &run.class).filter(|class| class.only().is_none()));
    STEP * runs.len()
}

fn step_bytes<'p>(steps: &'p [Step], classes: &mut BTreeSet<&'p ClassSet>) -> usize {
    let mut runs = Vec::new();
    all_runs(steps, &mut runs);
    classes.extend(runs.iter().map(|run| &run.class).filter(|class| class.only().is_none()));
    nested_bytes(steps)
}

fn nested_bytes(steps: &[Step]) -> usize {
    let bytes = steps.iter().map(|step| match step {
        Step::Run(_) => STEP,
        Step::Repeat { body, .. } => STEP + nested_bytes(body),
        Step::Choice { branches, .. } => {
            STEP + branches.iter().map(|branch| SLICE + nested_bytes(branch)).sum::<usize>()
        }
    });
    bytes.sum()
}

fn class_bytes(class: &ClassSet) -> usize {
    let others = class.ranges().iter().filter(|(_, last)| !last.is_ascii());
    CLASS + RANGE * others.count()
}

impl Dfa {
    /// The size in bytes: a byte for each ASCII character, a character and its class for each other
    /// range, and two bytes for each number of the transitions.
    pub fn table_bytes(&self) -> usize {
        let numbers = match &self.table {
            Table::Dense(next) => next.len(),
            Table::Shared { rows, moves } => rows.len() + moves.len(),
        };
        let classes = self.ascii_classes.len() + OTHER_CLASS * self.other_classes.len();
        AUTOMATON + classes + 2 * numbers
    }
}
