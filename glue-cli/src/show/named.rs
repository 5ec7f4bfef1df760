//! What the arguments name: operations and shapes of a model.

use clap::{Arg, ArgAction, ArgMatches};
use glue_codegen::Selection;
use glue_model::{Model, Operation, Plain, Shape, ShapeKind, Suggester};

use super::held;
use crate::failure::Failure;
use crate::model::{self, ModelInput, ModelText};
use crate::model_search::Search;
use crate::subject::{self, reach};

const SUBJECT: &str = "name";
const OPERATION: &str = "operation";
const SHAPE: &str = "shape";

/// What a name is asked to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Either,
    Operation,
    Shape,
}

/// What a name is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named<'a> {
    Operation(&'a Operation),
    Shape(&'a Shape),
}

/// The arguments that name operations and shapes.
pub(super) fn arguments() -> [Arg; 3] {
    let names = |id| Arg::new(id).value_name("NAME").action(ArgAction::Append);
    [
        names(SUBJECT)
            .required_unless_present_any([OPERATION, SHAPE])
            .help("An operation or shape"),
        names(OPERATION).long(OPERATION).help("An operation, where a shape has its name as well"),
        names(SHAPE).long(SHAPE).help("A shape, where an operation has its name as well"),
    ]
}

/// The names that the arguments have, in their order.
pub(super) fn wanted(matches: &ArgMatches) -> Vec<(Wanted, String)> {
    let ids = [(SUBJECT, Wanted::Either), (OPERATION, Wanted::Operation), (SHAPE, Wanted::Shape)];
    let mut found = Vec::new();
    for (id, wanted) in ids {
        let places = matches.indices_of(id).into_iter().flatten();
        let names = matches.get_many::<String>(id).into_iter().flatten();
        found.extend(places.zip(names).map(|(place, name)| (place, wanted, name.clone())));
    }
    found.sort_by_key(|(place, ..)| *place);
    found.into_iter().map(|(_, wanted, name)| (wanted, name)).collect()
}

/// The model that the arguments name, or else the one that has the first name.
pub(super) fn found_model(
    matches: &ArgMatches,
    wanted: &[(Wanted, String)],
    search: &mut Search,
) -> Result<ModelText, Failure> {
    if let Some(input) = matches.get_one::<ModelInput>(model::MODEL) {
        return input.read();
    }
    match (subject::service(matches), wanted) {
        (Some(service), _) => subject::of_service(&service, search),
        (None, [(Wanted::Operation, name), ..]) => search.of_operation(name),
        (None, [(_, name), ..]) => search.of_name(name),
        (None, []) => search.only(),
    }
}

/// Finds what the names are; all that are wrong are reported.
pub(super) fn resolve<'a>(
    wanted: &[(Wanted, String)],
    model: &'a Model,
) -> Result<Vec<Named<'a>>, Failure> {
    Failure::collect(wanted.iter().map(|(wanted, name)| one(*wanted, name, model)))
}

fn one<'a>(wanted: Wanted, name: &str, model: &'a Model) -> Result<Named<'a>, Failure> {
    let operation = model.operation(name).filter(|_| wanted != Wanted::Shape);
    let shape = model.shapes().map(|(_, shape)| shape).find(|shape| shape.name == name);
    match (operation, shape.filter(|_| wanted != Wanted::Operation)) {
        (Some(_), Some(_)) => Err(Failure::unusable(
            format!("`{}` is an operation and a shape", Plain(name)),
            "say which one with `--operation` or `--shape`",
        )),
        (Some(operation), None) => Ok(Named::Operation(operation)),
        (None, Some(shape)) => Ok(Named::Shape(shape)),
        (None, None) => Err(unknown(wanted, name, model)),
    }
}

fn unknown(wanted: Wanted, name: &str, model: &Model) -> Failure {
    let operations = model.operations.iter().map(|operation| operation.name.as_str());
    let operations = operations.filter(|_| wanted != Wanted::Shape);
    let shapes = model.shapes().map(|(_, shape)| shape);
    let shapes = shapes.filter(|_| wanted != Wanted::Operation);
    let names = operations.chain(shapes.map(|shape| shape.name.as_str()));
    let help = match Suggester::new().closest(name, names) {
        Some(close) => format!("did you mean `{}`?", Plain(close)),
        None => "`glue-codegen list` shows the operations".to_owned(),
    };
    let what = match wanted {
        Wanted::Either => "operation or shape",
        Wanted::Operation => "operation",
        Wanted::Shape => "shape",
    };
    Failure::unusable(format!("the model has no {what} `{}`", Plain(name)), help)
}

/// The operations whose forms are needed. What has nothing to do with the names may be wrong.
pub(super) fn selection(named: &[Named<'_>], model: &Model) -> Selection {
    let names = named.iter().map(|one| match one {
        Named::Operation(operation) => Some(operation.name.clone()),
        Named::Shape(shape) => {
            let shows = |other: &Shape| match shape.kind {
                ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_) => {
                    other.name == shape.name
                }
                _ => held::is_held(model, other, shape),
            };
            reach::operation(model, shows).map(|operation| operation.name.clone())
        }
    });
    names.collect::<Option<Vec<String>>>().map_or(Selection::All, Selection::Named)
}

/// A shape that nothing has.
pub(super) fn unreached(name: &str) -> Failure {
    Failure::unusable(
        format!("no operation reaches `{}`", Plain(name)),
        "name a shape that requests, answers or errors have",
    )
}
