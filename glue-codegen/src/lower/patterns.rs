//! Patterns, compiled once for each distinct one.

use std::collections::HashMap;

use glue_model::PatternAnchoring;
use glue_pattern::{Anchoring, Limits, Program};
use proc_macro2::Ident;

use super::names::{Taken, identifier, snake_name};
use crate::plan::Pattern;

/// The patterns met so far, by their text.
#[derive(Default)]
pub(super) struct Patterns {
    by_source: HashMap<String, Option<Ident>>,
    taken: Taken,
    pub(super) compiled: Vec<Pattern>,
    /// Patterns that are not checked, and why, in words.
    pub(super) unchecked: Vec<String>,
}

impl Patterns {
    /// The function for a pattern; none where every string matches.
    ///
    /// The name is that of the shape that used it first.
    pub(super) fn function(
        &mut self,
        source: &str,
        anchoring: PatternAnchoring,
        shape: &str,
    ) -> Result<Option<Ident>, glue_pattern::SyntaxError> {
        if let Some(known) = self.by_source.get(source) {
            return Ok(known.clone());
        }
        let anchoring = match anchoring {
            PatternAnchoring::Whole => Anchoring::Whole,
            PatternAnchoring::Search => Anchoring::Search,
        };
        let syntax = glue_pattern::parse(source)?;
        let program = glue_pattern::compile(&syntax, anchoring, &Limits::default());
        let name = match program {
            Program::Everything => None,
            Program::Unchecked(reason) => {
                self.unchecked.push(format!("pattern `{source}` of `{shape}`: {reason}"));
                None
            }
            program => {
                let name = identifier(&self.taken.take(snake_name(shape), "_"));
                let source = source.to_owned();
                self.compiled.push(Pattern { name: name.clone(), source, program });
                Some(name)
            }
        };
        self.by_source.insert(source.to_owned(), name.clone());
        Ok(name)
    }
}
