//! The verdict on a value that another subcommand made.

use glue_codegen::Position;
use glue_codegen::inspect::Forms;

use super::findings::{self, Origin};
use super::types::Types;

/// Checks values as the subcommand `check --strict` does.
pub(crate) struct Checker(&'static Types);

/// Something that is wrong with a value.
#[derive(Debug)]
pub(crate) struct Breach {
    /// The name of the constraint, as reports have it.
    pub(crate) rule: &'static str,
    /// The JSON pointer of the value, or of the structure that lacks a member.
    pub(crate) pointer: String,
    pub(crate) message: String,
}

impl Checker {
    pub(crate) fn new(forms: Forms) -> Self {
        Self(Types::new(forms))
    }

    /// The forms of what it checks.
    pub(crate) fn forms(&self) -> &'static Forms {
        self.0.forms()
    }

    /// What is wrong with the text of a value of the structure or union at a place.
    pub(crate) fn check(&self, place: usize, text: &str) -> Vec<Breach> {
        let Some(shape) = self.0.aggregate(place) else { return Vec::new() };
        let position = Position { line: 1, column: 1 };
        let origin = Origin { position, pointer: String::new(), yaml: None };
        let found = findings::check(text, (self.0, shape), &origin, true);
        let breaches = found.list.into_iter().map(|finding| {
            let (rule, pointer, message) = (finding.rule, finding.pointer, finding.message);
            Breach { rule, pointer, message }
        });
        breaches.collect()
    }
}
