//! Model files into the checked representation: one folder for each format, and what they share.

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

/// Reads and checks an API model. The content tells the format.
///
/// # Errors
///
/// Every problem of the file, in the order of the text. Text that is not JSON has just one, and so
/// has a file of several services, of which [`read_service`] reads one.
pub fn read(source: &Source<'_>) -> Result<Model, Diagnostics> {
    read_chosen(source, None)
}

/// Reads and checks one service of an API model. A service is called by its id in Smithy
/// (`example.weather#Weather`), by the name within that (`Weather`), or by the name that SDKs have
/// for it (`Application Auto Scaling`). A model in botocore's format has one service.
///
/// # Errors
///
/// Every problem of the file as far as the service needs it, in the order of the text, or that it
/// has no such service.
pub fn read_service(source: &Source<'_>, name: &str) -> Result<Model, Diagnostics> {
    read_chosen(source, Some(name))
}

/// Reads a JSON file that is not a model, such as a list that tools keep beside one.
///
/// # Errors
///
/// Text that is not JSON, or every key that its object has already.
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
    // One more than a report tells, for it to tell that there are more.
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

/// A key that its object had already.
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

/// Reads the text, as far as it can be.
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
