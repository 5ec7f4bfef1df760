//! The number of bytes of constant data in generated code for a program, on a 64-bit machine.
//!
//! The whole calculation is here because it follows the generator's output and the runtime's memory
//! layout; `glue-codegen` has a test that counts the same in generated text.

use super::{Dfa, Program, Run, Step, Table};
use crate::class_set::ClassSet;
use crate::sorted::sorted;

/// A list of more texts is an array; a shorter one is code.
const MOST_COMPARED: usize = 64;
/// A table with an entry for each byte, the likely bytes, and a pointer to the other ranges.
const CLASS: usize = 280;
/// Two characters.
const RANGE: usize = 8;
/// A pointer to the class, and two counts.
const RUN: usize = 16;
/// A pointer to a text or a list of steps, and two counts; or a run.
const STEP: usize = 32;
/// A pointer to a list of steps.
const SLICE: usize = 16;
/// A character and its class.
const OTHER_CLASS: usize = 8;
/// Pointers to the tables, and the numbers next to them.
const AUTOMATON: usize = 64;

impl Program {
    /// Returns the size in bytes of generated code's constant data for this program on a 64-bit
    /// machine: tables, steps, texts and classes of characters. Instructions are not counted.
    pub fn table_bytes(&self) -> usize {
        Self::shared_table_bytes([self])
    }

    /// Returns the size in bytes of generated code's constant data for several programs, which
    /// share their classes of characters.
    pub fn shared_table_bytes<'p>(programs: impl IntoIterator<Item = &'p Self>) -> usize {
        let mut size = Size::default();
        programs.into_iter().for_each(|program| size.add_program(program));
        let mut classes = sorted(size.classes);
        classes.dedup();
        size.own + classes.into_iter().map(class_bytes).sum::<usize>()
    }
}

/// The size of some programs.
#[derive(Default)]
struct Size<'p> {
    /// The bytes that are not shared.
    own: usize,
    /// The classes, some of them several times.
    classes: Vec<&'p ClassSet>,
}

impl<'p> Size<'p> {
    fn add_program(&mut self, program: &'p Program) {
        match program {
            Program::Everything | Program::Nothing | Program::Unchecked(_) => {}
            Program::Literals(literals) => {
                self.own += literals.iter().map(String::len).sum::<usize>();
                if literals.len() > MOST_COMPARED {
                    self.own += SLICE * literals.len();
                }
            }
            Program::Runs(runs) => match &runs[..] {
                [run] => self.add_run(run, RUN),
                runs => self.add_runs(runs),
            },
            Program::Steps(steps) => self.add_steps(steps),
            Program::Between { before, inner, after } => {
                self.add_runs(before);
                self.add_program(inner);
                self.add_runs(after);
            }
            Program::Dfa(dfa) | Program::Times { unit: dfa, .. } => self.own += dfa.table_bytes(),
            Program::Then { head, tail, .. } => {
                self.own += head.table_bytes();
                self.add_program(tail);
            }
            Program::All(programs) | Program::Any(programs) => {
                programs.iter().for_each(|program| self.add_program(program));
            }
            Program::Not(program) => self.add_program(program),
        }
    }

    fn add_runs(&mut self, runs: &'p [Run]) {
        let mut follows_text = false;
        for run in runs {
            follows_text = self.add_text_or_run(run, follows_text);
        }
    }

    fn add_steps(&mut self, steps: &'p [Step]) {
        let mut follows_text = false;
        for step in steps {
            follows_text = match step {
                Step::Run(run) => self.add_text_or_run(run, follows_text),
                Step::Repeat { body, .. } => {
                    self.own += STEP;
                    self.add_steps(body);
                    false
                }
                Step::Choice { branches, .. } => {
                    self.own += STEP + SLICE * branches.len();
                    branches.iter().for_each(|branch| self.add_steps(branch));
                    false
                }
            };
        }
    }

    /// Adds a run as a step; adjacent texts are one step. Returns whether the run is a text.
    fn add_text_or_run(&mut self, run: &'p Run, follows_text: bool) -> bool {
        match run.only_text() {
            Some(text) => {
                self.own += text.len() + if follows_text { 0 } else { STEP };
                true
            }
            None => {
                self.add_run(run, STEP);
                false
            }
        }
    }

    fn add_run(&mut self, run: &'p Run, bytes: usize) {
        self.own += bytes;
        self.classes.push(&run.class);
    }
}

fn class_bytes(class: &ClassSet) -> usize {
    let others = class.ranges().iter().filter(|(_, last)| !last.is_ascii());
    CLASS + RANGE * others.count()
}

impl Dfa {
    /// Returns the size in bytes of generated code's constant data for the automaton, see
    /// [`Program::table_bytes`]: a byte for each ASCII character, a character and its class for
    /// each other range, two bytes for each number of the transitions, and pointers to all of
    /// these.
    pub fn table_bytes(&self) -> usize {
        let numbers = match &self.table {
            Table::Dense(next) => next.len(),
            Table::Shared { rows, moves } => rows.len() + moves.len(),
        };
        let classes = self.ascii_classes.len() + OTHER_CLASS * self.other_classes.len();
        AUTOMATON + classes + 2 * numbers
    }
}
