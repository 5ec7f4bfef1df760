//! What samples are of: the structures and unions that the arguments name.

use clap::ArgMatches;
use glue_codegen::inspect::{Forms, ShapeForm};

use super::json::Json;
use crate::check::verdict::{Breach, Checker};
use crate::failure::Failure;
use crate::subject::{self, ErrorSubject, Subject};

/// A structure or union.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target {
    /// The name in the model.
    pub(super) name: &'static str,
    /// Its place among the forms.
    pub(super) place: usize,
    /// The error of an operation that it is.
    pub(super) error: Option<ErrorSubject<'static>>,
}

impl Target {
    fn new(forms: &'static Forms, place: usize) -> Option<Self> {
        match forms.shapes.get(place)? {
            ShapeForm::Structure(shape) | ShapeForm::Union(shape) => {
                Some(Self { name: &shape.name, place, error: None })
            }
            _ => None,
        }
    }

    /// What `check --strict` says of a value.
    pub(super) fn check(&self, value: &Json, checker: &Checker) -> Vec<Breach> {
        let text = serde_json::to_string(value).unwrap_or_default();
        match &self.error {
            Some(error) => checker.check_error(error.operation, &text),
            None => checker.check(self.place, &text),
        }
    }
}

/// The structures and unions that the arguments name: several for an operation's errors, and all of
/// them if nothing is named.
pub(super) fn targets(
    matches: &ArgMatches,
    subject: Option<&Subject>,
    forms: &'static Forms,
) -> Result<Vec<Target>, Failure> {
    let Some(subject) = subject else {
        let all = 0..forms.shapes.len();
        return Ok(all.filter_map(|place| Target::new(forms, place)).collect());
    };
    if let Some(place) = subject.place(forms)? {
        return Ok(Target::new(forms, place).into_iter().collect());
    }
    let Subject::Operation(operation, _) = subject else { return Ok(Vec::new()) };
    let errors = subject::errors(matches, forms, subject::operation(forms, operation)?)?;
    let target = |error: ErrorSubject<'static>| {
        let (name, place) = (error.shape, error.place);
        Target { name, place, error: Some(error) }
    };
    Ok(errors.into_iter().map(target).collect())
}
