//! The state of a reader: what is wrong so far, and where.

use glue_model::Suggester;
use glue_runtime::__private::interpreter::Segment;

use crate::check::identity::Identity;
use crate::check::problem::{Fault, Problem, Step};
use crate::check::types::Types;

/// How many problems of a value are reported; the others are counted.
const MOST: usize = 1_000;

/// Reads values, and notes what is wrong with them.
pub(in crate::check) struct Reader {
    pub(super) types: &'static Types,
    pub(in crate::check) problems: Vec<Problem>,
    /// How many problems there are beyond those.
    pub(in crate::check) left_out: usize,
    pub(super) suggester: Suggester,
    /// How many keys of the structure that was read last its model does not have, and how many keys it has.
    pub(super) unknown_keys: (usize, usize),
}

/// What a value is read for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// The structure or union around it.
    pub(super) shape: &'static str,
    /// Whether no message may show it.
    pub(super) hidden: bool,
    /// Whether it will be compared with others.
    pub(super) identify: bool,
}

impl Context {
    /// The fault of a value that does not have the form of its type.
    pub(super) fn form(self, sentence: String) -> Fault {
        const HIDDEN: &str = "a sensitive value does not have the form that the model gives it";
        Fault::Form(if self.hidden { HIDDEN.to_owned() } else { sentence })
    }
}

/// What became of a value.
#[derive(Debug)]
pub(super) enum Read {
    /// It is null.
    Absent,
    /// CloudTrail keeps it secret.
    Redacted,
    /// It does not have the form of its type.
    Failed,
    /// It is there, with what tells it from others if that is wanted.
    Present(Option<Identity>),
}

impl Reader {
    pub(in crate::check) fn new(types: &'static Types) -> Self {
        let suggester = Suggester::default();
        Self { types, problems: Vec::new(), left_out: 0, suggester, unknown_keys: (0, 0) }
    }

    /// Notes a problem, or counts it where there are enough.
    pub(super) fn note(&mut self, problem: impl FnOnce() -> Problem) {
        match self.problems.len() < MOST {
            true => self.problems.push(problem()),
            false => self.left_out += 1,
        }
    }

    /// Notes that a value does not have the form of its type.
    pub(super) fn note_form(&mut self, context: Context, sentence: String) -> Read {
        self.note(|| Problem::new(context.form(sentence), context.shape));
        Read::Failed
    }

    /// Reads a value at a step into another, and places what is found below it.
    pub(super) fn step<T, E>(
        &mut self,
        segment: Segment<&str>,
        step: Step,
        read: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let before = self.problems.len();
        // Whatever was found before the text ended is placed as well.
        let result = read(self);
        for problem in self.problems.iter_mut().skip(before) {
            problem.within(segment, step);
        }
        result
    }
}
