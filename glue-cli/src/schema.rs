//! `schema`: the JSON Schema of an operation's request, answer or errors, or of a shape.

mod dialect;
mod document;
mod errors;
mod openapi;
mod parts;
#[cfg(test)]
mod tests;
mod tool;

use std::io::{self, Write};

use clap::{ArgMatches, Command};
use glue_codegen::Options;
use glue_codegen::inspect::{Forms, SchemaContract, json_schemas};
use serde_json::Value;

use super::exit_codes::PRINTING;
use super::failure::Failure;
use super::fetch::arguments::flag;
use super::model::ModelText;
use super::model_search::Search;
use super::subject::{self, ErrorSubject, Subject};
use super::{model, selection};

pub(super) const NAME: &str = "schema";

const NO_DOCS: &str = "no-docs";
const WRITTEN: &str = "written";

const ABOUT: &str = "Print the JSON Schema of a request, an answer or a shape";

const DETAILS: &str = "\
The schema is of JSON Schema 2020-12 and has all constraints, with patterns in the dialect of
ECMAScript, or of another dialect. It says what generated types read: enums are open, unknown members
are allowed, and times are numbers or text. A pattern that ECMAScript has no equal of is in the
description instead; one that nothing checks, as `patterns` tells, is left out. What OpenAPI 3.0 has no
keyword for, the constraints of a map's keys, is in the description and under `x-propertyNames`. Keys
are those of the service. An error that has its name under `__type` is valid only as the error of that
name.

A tool is an object with a name, a description and the schema of an operation's requests, in the form
that the Model Context Protocol (mcp), Anthropic's Messages or OpenAI's Chat Completions have. It
stands alone, and its times have the one form in which they are sent.

The model is found as `check` finds it.";

const EXAMPLES: &str = "\
Examples:
  For an editor that checks requests:
    glue-codegen schema --operation StartJobRun > start-job-run.schema.json

  For a document of OpenAPI:
    glue-codegen schema --shape JobRun --dialect openapi-3.0

  For a server of tools:
    glue-codegen schema --operation StartJobRun --tool mcp";

pub(super) fn command() -> Command {
    Command::new(NAME)
        .about(ABOUT)
        .long_about(format!("{ABOUT}\n\n{DETAILS}"))
        .args(subject::arguments())
        .group(subject::sides())
        .args([
            model::optional_argument(),
            selection::service_argument(),
            flag(NO_DOCS, "Leave the model's descriptions out"),
            flag(WRITTEN, "The form in which values are written, with times in one form only"),
        ])
        .args(dialect::arguments())
        .arg(tool::argument())
        .after_help(PRINTING)
        .after_long_help(format!("{EXAMPLES}\n\n{PRINTING}"))
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let Some(subject) = Subject::chosen(matches) else {
        return Err(Failure::unusable(
            "nothing is named whose schema to print",
            "name an operation with `--operation`, or a structure or union with `--shape`",
        ));
    };
    let model = subject::found_model(matches, Some(&subject), &mut Search::default())?;
    let mut document = match (tool::chosen(matches), &subject) {
        (Some(kind), Subject::Operation(operation, _)) => {
            let service = subject::service_in_file(matches);
            let forms = subject.forms(&model, service.clone())?;
            // The schema of a tool's input cannot be missing.
            let schema = match subject::operation(&forms, operation)?.input {
                Some(_) => Some(schema(matches, &subject, &model)?),
                None => None,
            };
            let model = subject::model(&model, service.as_deref())?;
            let with_docs = !matches.get_flag(NO_DOCS);
            tool::document(kind, &model, operation, with_docs, schema)
        }
        _ => schema(matches, &subject, &model)?,
    };
    document.sort_all_objects();
    let text = format!("{document:#}\n");
    io::stdout().lock().write_all(text.as_bytes()).map_err(Failure::stdout)
}

/// The document of schemas that the arguments ask for.
fn schema(matches: &ArgMatches, subject: &Subject, model: &ModelText) -> Result<Value, Failure> {
    let mut options = Options::default();
    options.service = subject::service_in_file(matches);
    options.operations = subject.operations(model, options.service.as_deref())?;
    options.without_docs = matches.get_flag(NO_DOCS);
    let forms = subject.forms(model, options.service.clone())?;
    let (roots, errors) = roots(matches, subject, &forms)?;
    let contract = match matches.get_flag(WRITTEN) || tool::chosen(matches).is_some() {
        true => SchemaContract::Written,
        false => SchemaContract::Read,
    };
    let dialect = dialect::chosen(matches);
    let mut schemas = json_schemas(&model.source(), &options, contract, dialect.references())?;
    errors::bind(&mut schemas, &errors);
    Ok(match dialect.is_openapi() {
        true => document::components(&schemas, &roots, dialect),
        false => document::alone(&schemas, &roots, dialect),
    })
}

/// The places of what the schema is of: one, or several for an operation's errors, which are there
/// as well.
fn roots<'f>(
    matches: &ArgMatches,
    subject: &Subject,
    forms: &'f Forms,
) -> Result<(Vec<usize>, Vec<ErrorSubject<'f>>), Failure> {
    match (subject.place(forms)?, subject) {
        (Some(place), _) => Ok((vec![place], Vec::new())),
        (None, Subject::Operation(name, _)) => {
            let errors = subject::errors(matches, forms, subject::operation(forms, name)?)?;
            Ok((errors.iter().map(|error| error.place).collect(), errors))
        }
        (None, Subject::Shape(_)) => Ok((Vec::new(), Vec::new())),
    }
}
