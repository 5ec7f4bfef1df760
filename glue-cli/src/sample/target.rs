//! What samples are of: the structures and unions that the arguments name.

use clap::ArgMatches;
use glue_codegen::inspect::{Forms, ShapeForm};
use glue_model::{Plain, Suggester};

use super::breaking::list;
use crate::failure::Failure;
use crate::subject::{self, Subject};

/// A structure or union.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// The name in the model.
    pub(super) name: String,
    /// Its place among the forms.
    pub(super) place: usize,
    /// The name that an error has on the wire.
    pub(super) error: Option<String>,
}

/// The structures and unions that the arguments name: several for an operation's errors, and all of
/// them if nothing is named.
pub(super) fn targets(
    matches: &ArgMatches,
    subject: Option<&Subject>,
    forms: &Forms,
) -> Result<Vec<Target>, Failure> {
    let target = |place: usize, error: Option<String>| match forms.shapes.get(place) {
        Some(ShapeForm::Structure(shape) | ShapeForm::Union(shape)) => {
            Some(Target { name: shape.name.clone(), place, error })
        }
        _ => None,
    };
    let Some(subject) = subject else {
        return Ok((0..forms.shapes.len()).filter_map(|place| target(place, None)).collect());
    };
    if let Some(place) = subject.place(forms)? {
        return Ok(target(place, None).into_iter().collect());
    }
    let Subject::Operation(operation, _) = subject else { return Ok(Vec::new()) };
    let errors = &subject::operation(forms, operation)?.errors;
    let all = errors.iter().filter_map(|(names, place)| target(*place, names.first().cloned()));
    let all: Vec<Target> = all.collect();
    match subject::error_name(matches) {
        None if all.is_empty() => Err(Failure::unusable(
            format!("the model has no errors for {operation}"),
            "name another side with `--input` or `--output`",
        )),
        None => Ok(all),
        Some(name) => {
            let found =
                all.iter().find(|one| one.name == name || one.error.as_deref() == Some(name));
            found.cloned().map(|one| vec![one]).ok_or_else(|| unknown(operation, name, &all))
        }
    }
}

/// The failure of a name that no error of an operation has.
fn unknown(operation: &str, name: &str, errors: &[Target]) -> Failure {
    let names = || errors.iter().map(|one| one.name.as_str());
    let help = match Suggester::new().closest(name, names()) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("its errors are {}", list(names())),
    };
    Failure::unusable(format!("{operation} has no error `{}`", Plain(name)), help)
}
