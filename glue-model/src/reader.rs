//! Reads model files into the checked representation: a folder for each format, and shared code.

mod botocore;
mod bounds;
mod cycle;
mod fixes;
mod kind;
mod lookalike;
mod name;
mod node;
mod placement;
mod report;
mod role;
mod smithy;
mod status;
mod suggest;
mod text;

pub use fixes::apply_fixes;
pub use suggest::Suggester;

use node::Node;
use report::{Problem, Report};

use crate::diagnostic::{Diagnostics, PROBLEMS, Quoted};
use crate::json::{self, Json, Repeat, Segment};
use crate::model::Model;
use crate::source::Source;

/// Reads and checks an API model. The content decides the format.
///
/// # Errors
///
/// Every problem of the file, in the order of the text. There is only one problem if the text is
/// not JSON, or if the file has several services, from which [`read_service`] chooses.
pub fn read(source: &Source<'_>) -> Result<Model, Diagnostics> {
    read_chosen(source, None)
}

/// Reads and checks one service of an API model. `name` is its Smithy ID
/// (`example.weather#Weather`), the name in the ID (`Weather`), or the name that SDKs use
/// (`Application Auto Scaling`). A model in botocore's format has one service.
///
/// # Errors
///
/// Every problem of the file as far as the service needs it, in the order of the text, or that
/// there is no such service.
pub fn read_service(source: &Source<'_>, name: &str) -> Result<Model, Diagnostics> {
    read_chosen(source, Some(name))
}

/// Reads a JSON file that is not a model, such as a list that tools keep next to one.
///
/// # Errors
///
/// A syntax error, or every key that its object already had.
pub fn read_json(source: &Source<'_>) -> Result<Json, Diagnostics> {
    let mut report = Report::new(source.file);
    let Some(text) = text::decode(source.bytes, &mut report) else {
        return Err(report.finish(""));
    };
    match json_of(text, &mut report) {
        Some(json) if report.is_empty() => Ok(json),
        _ => Err(report.finish(text)),
    }
}

/// The text as JSON; repeated keys are reported.
fn json_of(text: &str, report: &mut Report<'_>) -> Option<Json> {
    // One more than are reported, so that the report can say that there are more.
    match json::parse(text, PROBLEMS + 1) {
        Ok((json, repeats)) => {
            repeats.iter().for_each(|repeat| report.push(repeated(repeat)));
            Some(json)
        }
        Err(error) => {
            report.syntax(&error);
            None
        }
    }
}

/// A key that its object already had.
fn repeated(repeat: &Repeat) -> Problem {
    let keys: Vec<&str> = repeat.path.iter().map(Segment::key).collect();
    let what = match keys[..] {
        ["shapes", _] => "shape",
        ["operations", _] => "operation",
        ["shapes", _, "members", _] => "member",
        _ => "key",
    };
    let shape = match keys[..] {
        ["shapes", shape, ..] => Some(name::of_shape(shape)),
        _ => None,
    };
    let key = Quoted(keys.last().copied().unwrap_or_default());
    Problem::of_file(format_args!("{what} {key} is given more than once"))
        .within(repeat.path.clone(), shape)
        .at_key(repeat.occurrence)
        .help("keep only one")
}

fn read_chosen(source: &Source<'_>, service: Option<&str>) -> Result<Model, Diagnostics> {
    let mut report = Report::new(source.file).with_size(source.bytes.len());
    let Some(text) = text::decode(source.bytes, &mut report) else {
        return Err(report.finish(""));
    };
    let model = parse(text, service, &mut report);
    match model {
        Some(model) if report.is_empty() => Ok(model),
        _ => Err(report.finish(text)),
    }
}

/// Reads the text, as far as possible.
fn parse(text: &str, service: Option<&str>, report: &mut Report<'_>) -> Option<Model> {
    let json = json_of(text, report)?;
    let root = Node::root(&json);
    let fields = root.fields(report)?;
    if fields.has("smithy") || smithy::resembles(&fields) {
        smithy::read(&fields, service, report)
    } else if let Some(problem) = lookalike::recognize(&fields) {
        report.push(problem);
        None
    } else {
        botocore::read(&fields, service, report)
    }
}
