//! Patterns, each distinct one compiled once.

use std::collections::{HashMap, HashSet};

use glue_model::PatternAnchoring;
use glue_pattern::{Anchoring, Limits, Program, Reason};
use proc_macro2::Ident;

use super::names::{Taken, identifier, snake_name};
use crate::plan::{Pattern, PatternUser};

/// The functions of the runtime that the module of patterns imports by these names.
const IMPORTED: [&str; 2] = ["between_steps", "matches_steps"];

/// The patterns so far.
pub(super) struct Patterns {
    /// Each pattern's place in `compiled`, by its text; `None` for one that cannot be read.
    by_source: HashMap<String, Option<usize>>,
    users: HashSet<PatternUser>,
    taken: Taken,
    /// The units of work that are left for all patterns together.
    work: u64,
    pub(super) compiled: Vec<Pattern>,
}

/// The work that a model's patterns may take together: a fixed amount, and an amount for each byte
/// of the file. The published model that comes closest takes a third of it.
const WORK: u64 = 30_000_000;
const WORK_PER_BYTE: u64 = 40;

/// The work for the patterns of a model whose file has this many bytes.
pub(super) fn work(bytes: usize) -> u64 {
    let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
    WORK.saturating_add(bytes.saturating_mul(WORK_PER_BYTE))
}

impl Patterns {
    /// Starts without patterns, for a model whose file has this many bytes.
    pub(super) fn new(bytes: usize) -> Self {
        let mut taken = Taken::default();
        for name in IMPORTED {
            taken.take(name.to_owned(), "");
        }
        let (by_source, users, compiled) = (HashMap::new(), HashSet::new(), Vec::new());
        Self { by_source, users, taken, work: work(bytes), compiled }
    }

    /// Returns the function for a pattern; `None` if every string matches, or if it cannot be
    /// checked.
    ///
    /// The function is named after the shape or member that used the pattern first.
    ///
    /// # Errors
    /// The fault of the pattern, once for each of its users.
    pub(super) fn function(
        &mut self,
        source: &str,
        anchoring: PatternAnchoring,
        user: PatternUser,
    ) -> Result<Option<Ident>, glue_pattern::SyntaxError> {
        let is_new_user = self.users.insert(user.clone());
        let place = match self.by_source.get(source) {
            Some(None) if is_new_user => glue_pattern::parse(source).map(|_| None)?,
            Some(known) => *known,
            None => {
                self.by_source.insert(source.to_owned(), None);
                let pattern = self.compile(source, anchoring, &user)?;
                self.compiled.push(pattern);
                let place = self.compiled.len().checked_sub(1);
                self.by_source.insert(source.to_owned(), place);
                place
            }
        };
        let Some(pattern) = place.and_then(|place| self.compiled.get_mut(place)) else {
            return Ok(None);
        };
        if is_new_user {
            pattern.users.push(user);
        }
        Ok(pattern.function.clone())
    }

    /// Whether the pattern is known to have no small program.
    pub(super) fn is_unchecked(&self, source: &str) -> bool {
        let place = self.by_source.get(source).copied().flatten();
        let pattern = place.and_then(|place| self.compiled.get(place));
        pattern.is_some_and(|pattern| matches!(pattern.program, Program::Unchecked(_)))
    }

    fn compile(
        &mut self,
        source: &str,
        anchoring: PatternAnchoring,
        user: &PatternUser,
    ) -> Result<Pattern, glue_pattern::SyntaxError> {
        let anchoring = match anchoring {
            PatternAnchoring::Whole => Anchoring::Whole,
            PatternAnchoring::Search => Anchoring::Search,
        };
        let syntax = glue_pattern::parse(source)?;
        let limits = Limits::default();
        let left = Limits { work: self.work.min(limits.work), ..limits };
        let (mut program, work) = glue_pattern::compile_counted(&syntax, anchoring, &left);
        self.work -= work;
        if program == Program::Unchecked(Reason::Work) && left.work < limits.work {
            program = Program::Unchecked(Reason::ModelWork);
        }
        let function = match program {
            Program::Everything | Program::Unchecked(_) => None,
            _ => Some(identifier(&self.taken.take(snake_name(user.name()), "_"))),
        };
        let source = source.to_owned();
        Ok(Pattern { function, source, anchoring, program, users: Vec::new() })
    }
}
