//! Patterns, compiled once for each distinct one.

use std::collections::{HashMap, HashSet};

use glue_model::PatternAnchoring;
use glue_pattern::{Anchoring, Limits, Program};
use proc_macro2::Ident;

use super::names::{Taken, identifier, snake_name};
use crate::plan::{Pattern, PatternUser};

/// Functions of the runtime that the module of patterns imports by these names.
const IMPORTED: [&str; 2] = ["between_steps", "matches_steps"];

/// The patterns met so far.
pub(super) struct Patterns {
    /// Each pattern's place in `compiled`, by its text; none for one that cannot be read.
    by_source: HashMap<String, Option<usize>>,
    users: HashSet<PatternUser>,
    taken: Taken,
    pub(super) compiled: Vec<Pattern>,
}

impl Default for Patterns {
    fn default() -> Self {
        let mut taken = Taken::default();
        for name in IMPORTED {
            taken.take(name.to_owned(), "");
        }
        let (by_source, users, compiled) = (HashMap::new(), HashSet::new(), Vec::new());
        Self { by_source, users, taken, compiled }
    }
}

impl Patterns {
    /// The function for a pattern; none where every string matches, or none can be told from others.
    ///
    /// Its name is that of the shape or member that used it first.
    ///
    /// # Errors
    /// What is wrong with the pattern, once for each of its users.
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
        let program = glue_pattern::compile(&syntax, anchoring, &Limits::default());
        let function = match program {
            Program::Everything | Program::Unchecked(_) => None,
            _ => Some(identifier(&self.taken.take(snake_name(user.name()), "_"))),
        };
        Ok(Pattern { function, source: source.to_owned(), program, users: Vec::new() })
    }
}
