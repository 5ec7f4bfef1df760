//! The verdict on a value that another subcommand made.

use glue_codegen::Position;
use glue_codegen::inspect::{Forms, OperationForms};

use super::findings::{self, Findings, Origin};
use super::types::Types;
use super::values::errors::Errors;

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
        breaches(findings::check(text, (self.0, shape), &start(), true))
    }

    /// What is wrong with the text of an operation's error.
    pub(crate) fn check_error(
        &self,
        operation: &'static OperationForms,
        text: &str,
    ) -> Vec<Breach> {
        let errors = Errors { types: self.0, operation, named: None };
        breaches(errors.check(text, &start(), true))
    }
}

fn start() -> Origin {
    Origin { position: Position { line: 1, column: 1 }, pointer: String::new(), yaml: None }
}

fn breaches(found: Findings) -> Vec<Breach> {
    let breaches = found.list.into_iter().map(|finding| {
        let (rule, pointer, message) = (finding.rule, finding.pointer, finding.message);
        Breach { rule, pointer, message }
    });
    breaches.collect()
}
