//! Model files into the checked representation: one folder for each format, and what they share.

mod botocore;
mod bounds;
mod cycle;
mod fixes;
mod kind;
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
use report::Report;

use crate::diagnostic::Diagnostics;
use crate::json;
use crate::model::Model;

/// A model file, read by the caller: nothing here touches the file system.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// How messages name the file, such as its path.
    pub file: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// Reads and checks an API model. The content tells the format.
///
/// # Errors
///
/// Every problem of the file, in the order of the text. Text that is not JSON has just one.
pub fn read(source: &Source<'_>) -> Result<Model, Diagnostics> {
    let mut report = Report::new(source.file);
    let Some(text) = text::decode(source.bytes, &mut report) else {
        return Err(report.finish(""));
    };
    let model = parse(text, &mut report);
    match model {
        Some(model) if report.is_empty() => Ok(model),
        _ => Err(report.finish(text)),
    }
}

/// Reads the text, as far as it can be.
fn parse(text: &str, report: &mut Report<'_>) -> Option<Model> {
    let (json, repeats) = match json::parse(text) {
        Ok(parsed) => parsed,
        Err(error) => {
            report.syntax(&error);
            return None;
        }
    };
    for repeat in &repeats {
        report.repeat(repeat);
    }
    let root = Node::root(&json);
    let fields = root.fields(report)?;
    if fields.has("smithy") || smithy::resembles(&fields) {
        smithy::read(&fields, report)
    } else {
        botocore::read(&fields, report)
    }
}
