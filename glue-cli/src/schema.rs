//! `schema`: the JSON Schema of an operation's request, answer or errors, or of a shape.

use std::collections::BTreeMap;
use std::io::{self, Write};

use clap::{Arg, ArgMatches, Command};
use glue_codegen::Options;
use glue_codegen::inspect::{Forms, JsonSchema, SchemaContract, json_schemas};
use serde_json::{Map, Value, json};

use super::exit_codes::EXIT_CODES;
use super::failure::Failure;
use super::fetch::arguments::flag;
use super::model_search::Search;
use super::subject::{self, Subject};
use super::{model, selection};

pub(super) const NAME: &str = "schema";

const NO_DOCS: &str = "no-docs";
const WRITTEN: &str = "written";
const OPENAPI: &str = "openapi";

/// The dialect of the schemas, which is that of OpenAPI 3.1 as well.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

const ABOUT: &str = "Print the JSON Schema of a request, an answer or a shape";

const DETAILS: &str = "\
The schema is of JSON Schema 2020-12 and has all constraints, with patterns in the dialect of
ECMAScript. It says what generated types read: enums are open, unknown members are allowed, and times
are numbers or text. A pattern that ECMAScript has no equal of is in the description instead. Keys
are those of the service.

The model is found as `check` finds it.";

const EXAMPLES: &str = "\
Examples:
  For an editor that checks requests:
    glue-codegen schema --operation StartJobRun > start-job-run.schema.json

  For a document of OpenAPI:
    glue-codegen schema --shape JobRun --openapi";

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
            openapi(),
        ])
        .after_help(EXIT_CODES)
        .after_long_help(format!("{EXAMPLES}\n\n{EXIT_CODES}"))
}

fn openapi() -> Arg {
    flag(OPENAPI, "Print the object `components` of OpenAPI 3.1, with a schema for each shape")
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let Some(subject) = Subject::chosen(matches) else {
        return Err(Failure::unusable(
            "nothing is named whose schema to print",
            "name an operation with `--operation`, or a structure or union with `--shape`",
        ));
    };
    let model = subject::found_model(matches, &subject, &mut Search::default())?;
    let service = subject::service_in_file(matches);
    let forms = subject.forms(&model, service.clone())?;
    let roots = roots(&subject, &forms)?;
    let mut options = Options::default();
    options.service = service;
    options.operations = subject.operations();
    options.without_docs = matches.get_flag(NO_DOCS);
    let contract = match matches.get_flag(WRITTEN) {
        true => SchemaContract::Written,
        false => SchemaContract::Read,
    };
    let references = if matches.get_flag(OPENAPI) { "#/components/schemas/" } else { "#/$defs/" };
    let schemas = json_schemas(&model.source(), &options, contract, references)?;
    let mut document = match matches.get_flag(OPENAPI) {
        true => json!({"components": {"schemas": reached(&schemas, &roots, references)}}),
        false => document(&schemas, &roots, references),
    };
    document.sort_all_objects();
    let text = format!("{document:#}\n");
    io::stdout().lock().write_all(text.as_bytes()).map_err(Failure::stdout)
}

/// The places of what the schema is of: one, or an operation's errors.
fn roots(subject: &Subject, forms: &Forms) -> Result<Vec<usize>, Failure> {
    match (subject.place(forms)?, subject) {
        (Some(place), _) => Ok(vec![place]),
        (None, Subject::Operation(name, _)) => {
            let operation = subject::operation(forms, name)?;
            Ok(operation.errors.iter().map(|(_, place)| *place).collect())
        }
        (None, Subject::Shape(_)) => Ok(Vec::new()),
    }
}

/// A schema that stands alone: what is named at its top, and everything that it refers to.
fn document(schemas: &[JsonSchema], roots: &[usize], references: &str) -> Value {
    let mut definitions = reached(schemas, roots, references);
    let mut document = match roots {
        [root] => {
            let root = schemas.get(*root);
            let own = root.map(|root| root.schema.clone()).unwrap_or_default();
            let name = root.map(|root| root.name.as_str()).unwrap_or_default();
            if !is_named(&definitions, name, references) {
                definitions.remove(name);
            }
            let mut own = own;
            own["title"] = name.into();
            own
        }
        roots => {
            let names = roots.iter().filter_map(|root| schemas.get(*root));
            let any = names.map(|one| json!({"$ref": format!("{references}{}", one.name)}));
            json!({"anyOf": any.collect::<Vec<_>>()})
        }
    };
    document["$schema"] = DIALECT.into();
    if !definitions.is_empty() {
        document["$defs"] = definitions.into();
    }
    document
}

/// Whether a schema refers to one of this name.
fn is_named(schemas: &Map<String, Value>, name: &str, references: &str) -> bool {
    let mut found = Vec::new();
    schemas.values().for_each(|schema| find(schema, references, &mut found));
    found.contains(&name)
}

/// The schemas that these lead to, and these.
fn reached(schemas: &[JsonSchema], roots: &[usize], references: &str) -> Map<String, Value> {
    let by_name: BTreeMap<&str, &Value> =
        schemas.iter().map(|one| (one.name.as_str(), &one.schema)).collect();
    let roots = roots.iter().filter_map(|root| schemas.get(*root));
    let mut open: Vec<&str> = roots.map(|root| root.name.as_str()).collect();
    let mut reached = Map::new();
    while let Some(name) = open.pop() {
        let Some(schema) = by_name.get(name).filter(|_| !reached.contains_key(name)) else {
            continue;
        };
        find(schema, references, &mut open);
        reached.insert(name.to_owned(), (*schema).clone());
    }
    reached
}

/// Adds the names that a schema refers to.
fn find<'a>(schema: &'a Value, references: &str, names: &mut Vec<&'a str>) {
    match schema {
        Value::Object(members) => {
            let own = members.get("$ref").and_then(Value::as_str);
            names.extend(own.and_then(|own| own.strip_prefix(references)));
            members.values().for_each(|member| find(member, references, names));
        }
        Value::Array(entries) => entries.iter().for_each(|entry| find(entry, references, names)),
        _ => {}
    }
}
