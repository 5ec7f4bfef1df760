//! The errors of an operation that the arguments mean.

use clap::ArgMatches;
use glue_codegen::inspect::{Forms, OperationForms, ShapeForm};
use glue_model::{Plain, Suggester};

use super::{ERROR, Side, other_side};
use crate::failure::Failure;
use crate::names::list;

/// The key under which the body of a response has the name of its error.
pub(crate) const TYPE: &str = "__type";

/// An error of an operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ErrorSubject<'f> {
    pub(crate) operation: &'f OperationForms,
    /// The name of its structure.
    pub(crate) shape: &'f str,
    /// The name that it has on the wire.
    pub(crate) name: &'f str,
    /// All names that it has on the wire.
    pub(crate) names: &'f [String],
    /// The place of its structure.
    pub(crate) place: usize,
}

/// The name of an error that the arguments name, if they name one.
pub(crate) fn error_name(matches: &ArgMatches) -> Option<&str> {
    matches.get_one::<String>(ERROR).map(String::as_str).filter(|name| !name.is_empty())
}

/// All errors of an operation, or the one that the arguments name.
pub(crate) fn errors<'f>(
    matches: &ArgMatches,
    forms: &'f Forms,
    operation: &'f OperationForms,
) -> Result<Vec<ErrorSubject<'f>>, Failure> {
    let all = operation.errors.iter().filter_map(|(names, place)| {
        let Some(ShapeForm::Structure(shape)) = forms.shapes.get(*place) else { return None };
        let name = names.first().unwrap_or(&shape.name);
        Some(ErrorSubject { operation, shape: &shape.name, name, names, place: *place })
    });
    let all: Vec<ErrorSubject<'_>> = all.collect();
    if all.is_empty() {
        return Err(Failure::unusable(
            format!("the model has no errors for {}", operation.name),
            other_side::help(operation),
        ));
    }
    let Some(name) = error_name(matches) else { return Ok(all) };
    match all.iter().find(|error| error.shape == name || error.name == name) {
        Some(error) => Ok(vec![*error]),
        None => Err(unknown(&operation.name, name, &all)),
    }
}

/// The failure of a name that no error of an operation has.
fn unknown(operation: &str, name: &str, errors: &[ErrorSubject<'_>]) -> Failure {
    let names = || errors.iter().map(|error| error.shape);
    let help = match Suggester::new().closest(name, names()) {
        Some(close) => format!("did you mean `{close}`?"),
        None => format!("its errors are {}", list(names())),
    };
    Failure::unusable(format!("{operation} has no error `{}`", Plain(name)), help)
}

/// The help for a file that cannot be read, which may be meant as the name of an error.
pub(crate) fn tip(matches: &ArgMatches) -> Option<String> {
    let is_unnamed =
        super::named_side(matches) == Some(Side::Error) && error_name(matches).is_none();
    is_unnamed.then(|| format!("to name an error, write `--{ERROR}=NAME`"))
}
