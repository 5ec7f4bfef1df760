//! `show`: operations and shapes on one page, with all members in place.

mod diagram;
mod enums;
mod errors;
mod held;
mod named;
mod operation;
mod outline;
mod page;
mod patterns;
mod prose;
mod said;
#[cfg(test)]
mod tests;
mod types;
mod words;

use std::io::{BufWriter, Write};

use clap::{ArgMatches, Command};
use glue_model::Model;

use super::exit_codes::PRINTING;
use super::failure::Failure;
use super::fetch::arguments::flag;
use super::model_search::Search;
use super::{model, selection, subject};
use diagram::Diagram;
use named::Named;
use outline::Outline;

pub(super) const NAME: &str = "show";

const DESCRIPTIONS: &str = "descriptions";
const MERMAID: &str = "mermaid";

const ABOUT: &str = "Show operations and shapes with all their members in place";

const DETAILS: &str = "\
An operation is shown with its request, its answer and its errors, and a shape with all that it
holds. Members have the keys that the service has in JSON. A list of strings is [string], a map of
them is {string: string}, and the known values of an enum follow its name. What is demanded of a
value, and where it travels if not in the body, is beside it; patterns that are long are at the end.

Each shape is shown once. Where it occurs again it is \"as above\", so that circles end.

Without --model, the model is that in models/, or an installed one, that has the first name.";

const EXAMPLES: &str = "\
Examples:
  What an operation takes and gives:
    glue-codegen show GetJobRun

  Two shapes, with what the model says of them:
    glue-codegen show JobRun Trigger --descriptions

  How shapes hang together, as a diagram for a page in Markdown:
    glue-codegen show GetWorkflowRun --mermaid";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about(ABOUT)
        .long_about(format!("{ABOUT}\n\n{DETAILS}"))
        .args(named::arguments())
        .args([
            model::optional_argument(),
            selection::service_argument(),
            flag(DESCRIPTIONS, "Show what the model says of each member").conflicts_with(MERMAID),
            flag(MERMAID, "Print a diagram of the shapes for Mermaid"),
        ])
        .after_help(PRINTING)
        .after_long_help(format!("{EXAMPLES}\n\n{PRINTING}"))
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let wanted = named::wanted(matches);
    let text = named::found_model(matches, &wanted, &mut Search::default())?;
    let service = subject::service_in_file(matches);
    let model = subject::model(&text, service.as_deref())?;
    let named = named::resolve(&wanted, &model)?;
    let forms = subject::forms(&text, service, named::selection(&named, &model))?;
    let mut out = BufWriter::new(anstream::stdout().lock());
    let written = match matches.get_flag(MERMAID) {
        true => out.write_all(Diagram::of(&forms, &named)?.as_bytes()),
        false => {
            let mut outline = Outline::new(&model, &forms, matches.get_flag(DESCRIPTIONS));
            show(&mut outline, &model, &named)?;
            outline.into_page().write(&mut out)
        }
    };
    written.and_then(|()| out.flush()).map_err(Failure::stdout)
}

/// Shows what is named, one after the other.
fn show<'a>(
    outline: &mut Outline<'a>,
    model: &'a Model,
    named: &[Named<'a>],
) -> Result<(), Failure> {
    for one in named {
        match one {
            Named::Operation(operation) => operation::show(outline, model, operation)?,
            Named::Shape(shape) => outline.shape(shape)?,
        }
    }
    outline.patterns();
    Ok(())
}
