//! Reads a value by its form, and notes all that is wrong with it on the way.

mod collection;
mod document;
mod members;
mod refusal;
mod scalar;
mod value;

use glue_codegen::inspect::Value;
use glue_model::Suggester;
use glue_runtime::__private::interpreter::Segment;
use serde_core::de::{DeserializeSeed, Deserializer};

use super::identity::Identity;
use super::problem::{Fault, Problem, Step};
use super::types::{Aggregate, Types};
pub(super) use refusal::sentence;
use value::ValueSeed;

/// How many problems of a value are reported; the others are counted.
const MOST: usize = 1_000;

/// Reads values, and notes what is wrong with them.
pub(super) struct Reader {
    types: &'static Types,
    pub(super) problems: Vec<Problem>,
    /// How many problems there are beyond those.
    pub(super) left_out: usize,
    suggester: Suggester,
    /// How many keys of the structure that was read last its model does not have, and how many keys it has.
    unknown_keys: (usize, usize),
}

/// What a value is read for.
#[derive(Clone, Copy, Debug)]
struct Context {
    /// The structure or union around it.
    shape: &'static str,
    /// Whether no message may show it.
    hidden: bool,
    /// Whether it will be compared with others.
    identify: bool,
}

/// What became of a value.
#[derive(Debug)]
enum Read {
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
    pub(super) fn new(types: &'static Types) -> Self {
        let suggester = Suggester::default();
        Self { types, problems: Vec::new(), left_out: 0, suggester, unknown_keys: (0, 0) }
    }

    /// Reads a value of a structure or union.
    pub(super) fn read<'de, D: Deserializer<'de>>(
        &mut self,
        shape: &'static Aggregate,
        from: D,
    ) -> Result<(), D::Error> {
        document::DocumentSeed { reader: self, shape }.deserialize(from)
    }

    fn note(&mut self, problem: impl FnOnce() -> Problem) {
        match self.problems.len() < MOST {
            true => self.problems.push(problem()),
            false => self.left_out += 1,
        }
    }

    fn note_form(&mut self, context: Context, sentence: String) -> Read {
        const HIDDEN: &str = "a sensitive value does not have the form that the model gives it";
        let sentence = if context.hidden { HIDDEN.to_owned() } else { sentence };
        self.note(|| Problem::new(Fault::Form(sentence), context.shape));
        Read::Failed
    }

    /// Reads a value at a step into another, and places what is found below it.
    fn step<T, E>(
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

    fn seed(&mut self, value: &'static Value, context: Context) -> ValueSeed<'_> {
        ValueSeed { reader: self, value, context }
    }
}
