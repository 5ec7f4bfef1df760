//! The errors of an operation that the arguments mean.

use std::env;

use clap::ArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use glue_codegen::inspect::{Forms, OperationForms, ShapeForm};
use glue_model::{Plain, Suggester};

use super::{ERROR, Subject, found_model, operation, other_side, service_in_file};
use crate::failure::Failure;
use crate::model::ModelInput;
use crate::model_search::Search;
use crate::names::list;

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

impl ErrorSubject<'_> {
    /// Whether a name means it.
    fn is_called(&self, name: &str) -> bool {
        self.shape == name || self.name == name
    }
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
    match all.iter().find(|error| error.is_called(name)) {
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

/// Adds a tip to what is wrong with the arguments, where the name of an error follows the option
/// without an equals sign.
pub(crate) fn with_tip(mut answer: clap::Error) -> clap::Error {
    if let (ErrorKind::UnknownArgument, Some(ContextValue::String(name))) =
        (answer.kind(), answer.get(ContextKind::InvalidArg))
    {
        let arguments: Vec<_> = env::args_os().collect();
        let option = format!("--{ERROR}");
        let mut pairs = arguments.iter().zip(arguments.iter().skip(1));
        if pairs.any(|(first, second)| *first == *option && *second == **name) {
            let tip = equals_sign(name).into();
            answer.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
        }
    }
    answer
}

/// The tip for a file that cannot be read, where it has the name of an error that `--error` means.
pub(crate) fn tip(matches: &ArgMatches, file: &str) -> Option<String> {
    let subject = Subject::chosen(matches)?;
    let Subject::Operation(name, super::Side::Error) = &subject else { return None };
    let model = matches.get_one::<ModelInput>(crate::model::MODEL);
    if error_name(matches).is_some() || matches!(model, Some(ModelInput::Stdin)) {
        return None;
    }
    let model = found_model(matches, Some(&subject), &mut Search::default()).ok()?;
    let forms = subject.forms(&model, service_in_file(matches)).ok()?;
    let errors = errors(matches, &forms, operation(&forms, name).ok()?).ok()?;
    errors.iter().any(|error| error.is_called(file)).then(|| equals_sign(file))
}

fn equals_sign(name: &str) -> String {
    format!("to name an error, write `--{ERROR}={}`", Plain(name))
}
