//! What a subcommand works on that is about one kind of value: a side of an operation, or a shape.

mod errors;
mod other_kind;
mod other_side;
pub(crate) mod reach;

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches};
use glue_codegen::inspect::{Forms, OperationForms, ShapeForm};
use glue_codegen::{Options, Selection};
use glue_model::{Diagnostic, Diagnostics, Model, Plain, Suggester};

use super::failure::Failure;
use super::model::{self, ModelInput, ModelText};
use super::model_search::Search;
use super::selection;
pub(crate) use errors::{ErrorSubject, TYPE, error_name, errors, tip};

pub(crate) const OPERATION: &str = "operation";
pub(crate) const SHAPE: &str = "shape";
const INPUT: &str = "input";
pub(crate) const OUTPUT: &str = "output";
pub(crate) const ERROR: &str = "error";

/// A kind of value.
#[derive(Clone, Debug)]
pub(crate) enum Subject {
    /// A side of an operation.
    Operation(String, Side),
    /// A structure or union.
    Shape(String),
}

/// A side of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Input,
    Output,
    Error,
}

/// The options that name the kind of value.
pub(crate) fn arguments() -> [Arg; 5] {
    let side = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).requires(OPERATION).group("side").help(help)
    };
    [
        Arg::new(OPERATION).long(OPERATION).value_name("NAME").help("The operation"),
        Arg::new(SHAPE)
            .long(SHAPE)
            .value_name("NAME")
            .conflicts_with_all([OPERATION, "side"])
            .help("A structure or union, in place of an operation"),
        side(INPUT, "The operation's requests; so it is without an option")
            .action(ArgAction::SetTrue),
        side(OUTPUT, "The operation's answers").action(ArgAction::SetTrue),
        // With an equals sign, so that a file may follow the option.
        side(ERROR, "The operation's errors, or the one that is named")
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("")
            .value_name("NAME"),
    ]
}

/// The side that the arguments name, if they name one.
pub(crate) fn named_side(matches: &ArgMatches) -> Option<Side> {
    let is_named = |name| matches.value_source(name) == Some(ValueSource::CommandLine);
    let sides = [(INPUT, Side::Input), (OUTPUT, Side::Output), (ERROR, Side::Error)];
    sides.into_iter().find(|(name, _)| is_named(*name)).map(|(_, side)| side)
}

/// The group of options that name a side.
pub(crate) fn sides() -> ArgGroup {
    ArgGroup::new("side").multiple(false)
}

impl Subject {
    /// What the arguments name, if they name anything.
    pub(crate) fn chosen(matches: &ArgMatches) -> Option<Self> {
        if let Some(name) = matches.get_one::<String>(SHAPE) {
            return Some(Self::Shape(name.clone()));
        }
        let name = matches.get_one::<String>(OPERATION)?.clone();
        Some(Self::Operation(name, named_side(matches).unwrap_or(Side::Input)))
    }

    /// The model that has it, where none is named.
    pub(crate) fn search(&self, search: &mut Search) -> Result<ModelText, Failure> {
        match self {
            Self::Operation(name, _) => search.of_operation(name),
            Self::Shape(_) => search.only(),
        }
    }

    /// The forms that it needs of a model.
    pub(crate) fn forms(
        &self,
        text: &ModelText,
        service: Option<String>,
    ) -> Result<Forms, Failure> {
        let found = forms(text, service.clone(), self.operations(text, service.as_deref())?)?;
        if let Self::Shape(name) = self
            && let Err(unknown) = shape(&found, name)
        {
            let model = model(text, service.as_deref())?;
            return Err(other_kind::failure(&model, &found, name).unwrap_or(unknown));
        }
        Ok(found)
    }

    /// The operations that it needs of a model. What has nothing to do with it may be wrong.
    pub(crate) fn operations(
        &self,
        text: &ModelText,
        service: Option<&str>,
    ) -> Result<Selection, Failure> {
        let name = match self {
            Self::Operation(name, _) => name.clone(),
            Self::Shape(name) => {
                let model = model(text, service)?;
                match reach::operation(&model, |shape| reach::is_named(shape, name)) {
                    Some(operation) => operation.name.clone(),
                    None => return Ok(Selection::All),
                }
            }
        };
        Ok(Selection::Named(vec![name]))
    }

    /// The place of the structure or union in the forms; none for errors, which are told apart by
    /// what they say.
    pub(crate) fn place(&self, forms: &Forms) -> Result<Option<usize>, Failure> {
        match self {
            Self::Shape(name) => shape(forms, name).map(Some),
            Self::Operation(name, side) => {
                let operation = operation(forms, name)?;
                let (place, what) = match side {
                    Side::Input => (operation.input, "takes no input"),
                    Side::Output => (operation.output, "gives no output"),
                    Side::Error => return Ok(None),
                };
                match place {
                    Some(place) => Ok(Some(place)),
                    None => Err(Failure::unusable(
                        format!("{name} {what}"),
                        other_side::help(operation),
                    )),
                }
            }
        }
    }
}

/// The forms of operations.
pub(crate) fn forms(
    model: &ModelText,
    service: Option<String>,
    operations: Selection,
) -> Result<Forms, Failure> {
    let mut options = Options::default();
    options.service = service;
    options.operations = operations;
    glue_codegen::inspect::forms(&model.source(), &options).map_err(|found| failure(model, found))
}

/// The model of a service.
pub(crate) fn model(text: &ModelText, service: Option<&str>) -> Result<Model, Failure> {
    let model = match service {
        Some(name) => glue_model::read_service(&text.source(), name),
        None => glue_model::read(&text.source()),
    };
    model.map_err(|found| failure(text, found))
}

fn failure(model: &ModelText, diagnostics: Diagnostics) -> Failure {
    // What the arguments name is wrong, and not the model.
    let is_selection = diagnostics.iter().all(|problem| problem.pointer.is_empty());
    match diagnostics.iter().next() {
        Some(Diagnostic { message, help: Some(help), .. }) if is_selection => {
            Failure::unusable(format!("{}: {message}", model.source().file), help)
        }
        _ => diagnostics.into(),
    }
}

/// The model that the arguments name, or else the one that fits.
pub(crate) fn found_model(
    matches: &ArgMatches,
    subject: Option<&Subject>,
    search: &mut Search,
) -> Result<ModelText, Failure> {
    if let Some(input) = matches.get_one::<ModelInput>(model::MODEL) {
        return input.read();
    }
    match (service(matches), subject) {
        (Some(name), _) => of_service(&name, search),
        (None, Some(subject)) => subject.search(search),
        (None, None) => search.only(),
    }
}

/// The model of the service that the arguments name.
pub(crate) fn of_service(name: &str, search: &mut Search) -> Result<ModelText, Failure> {
    search.of_service(name)?.ok_or_else(|| {
        Failure::unusable(
            format!("no model was found of a service `{}`", Plain(name)),
            "name the model with `--model`, or bring it with `glue-codegen fetch`",
        )
    })
}

/// The name of the service in a model's file that has several.
pub(crate) fn service_in_file(matches: &ArgMatches) -> Option<String> {
    matches.get_one::<ModelInput>(model::MODEL).and_then(|_| service(matches))
}

/// The operation of a name.
pub(crate) fn operation<'a>(forms: &'a Forms, name: &str) -> Result<&'a OperationForms, Failure> {
    forms.operations.iter().find(|operation| operation.name == name).ok_or_else(|| {
        let names = forms.operations.iter().map(|operation| operation.name.as_str());
        unknown("operation", name, names)
    })
}

/// The place of the structure or union of a name.
pub(crate) fn shape(forms: &Forms, name: &str) -> Result<usize, Failure> {
    let name_of = |shape: &'_ ShapeForm| match shape {
        ShapeForm::Structure(members) | ShapeForm::Union(members) => Some(members.name.clone()),
        _ => None,
    };
    let names: Vec<Option<String>> = forms.shapes.iter().map(name_of).collect();
    names.iter().position(|own| own.as_deref() == Some(name)).ok_or_else(|| {
        let names = names.iter().flatten().map(String::as_str);
        unknown("structure or union", name, names)
    })
}

fn unknown<'a>(what: &str, name: &str, names: impl Iterator<Item = &'a str>) -> Failure {
    let help = match Suggester::new().closest(name, names) {
        Some(close) => format!("did you mean `{close}`?"),
        None => "`glue-codegen list` shows the operations".to_owned(),
    };
    Failure::unusable(format!("the model has no {what} `{}`", Plain(name)), help)
}

/// The service that `--service` names.
pub(crate) fn service(matches: &ArgMatches) -> Option<String> {
    selection::service(matches)
}
