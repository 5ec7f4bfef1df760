//! An operation as a tool that a language model can call.

use clap::{Arg, ArgMatches};
use glue_model::Model;
use serde_json::{Value, json};

use super::dialect;
use crate::subject;

pub(super) const TOOL: &str = "tool";

/// The most characters that APIs take of a tool's name, and of its description.
const MOST_NAME: usize = 64;
const MOST_DESCRIPTION: usize = 1_024;

const MCP: &str = "mcp";
const ANTHROPIC: &str = "anthropic";
const OPENAI: &str = "openai";

/// The option that asks for a tool.
pub(super) fn argument() -> Arg {
    Arg::new(TOOL)
        .long(TOOL)
        .value_name("KIND")
        .value_parser([MCP, ANTHROPIC, OPENAI])
        .requires(subject::OPERATION)
        .conflicts_with_all([dialect::DIALECT, dialect::OPENAPI])
        .conflicts_with_all([subject::SHAPE, subject::OUTPUT, subject::ERROR])
        .help("Print the operation as a tool, with the schema of its requests as they are written")
}

/// The kind of tool that the arguments ask for.
pub(super) fn chosen(matches: &ArgMatches) -> Option<&str> {
    matches.get_one::<String>(TOOL).map(String::as_str)
}

/// The tool with the schema of its input, or of an empty one.
pub(super) fn document(
    kind: &str,
    model: &Model,
    operation: &str,
    with_docs: bool,
    schema: Option<Value>,
) -> Value {
    let mut schema = schema.unwrap_or_else(|| json!({"type": "object", "properties": {}}));
    if let Value::Object(keywords) = &mut schema {
        keywords.remove("$schema");
        keywords.remove("title");
    }
    let (name, description) = (name(operation), description(model, operation, with_docs));
    match kind {
        ANTHROPIC => json!({"name": name, "description": description, "input_schema": schema}),
        OPENAI => json!({
            "type": "function",
            "function": {"name": name, "description": description, "parameters": schema},
        }),
        _ => json!({"name": name, "description": description, "inputSchema": schema}),
    }
}

/// A name of letters, digits, `_` and `-`, as all take it.
fn name(operation: &str) -> String {
    let is_plain =
        |character: &char| character.is_ascii_alphanumeric() || "_-".contains(*character);
    let plain = operation.chars().map(|one| if is_plain(&one) { one } else { '_' });
    plain.take(MOST_NAME).collect()
}

/// As many paragraphs of the description as all take; of the first, the start. There must be one.
fn description(model: &Model, operation: &str, with_docs: bool) -> String {
    let documentation = model.operation(operation).and_then(|one| one.documentation.as_deref());
    let documentation = documentation.filter(|_| with_docs);
    let markdown = documentation.map(glue_codegen::inspect::markdown).unwrap_or_default();
    let mut text = String::new();
    let mut length = 0;
    for paragraph in markdown.split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
        let count = paragraph.chars().count() + 2;
        if length + count > MOST_DESCRIPTION {
            break;
        }
        if length > 0 {
            text.push_str("\n\n");
        }
        text.push_str(paragraph);
        length += count;
    }
    match (text.is_empty(), markdown.is_empty()) {
        (false, _) => text,
        (true, false) => markdown.chars().take(MOST_DESCRIPTION).collect(),
        (true, true) => format!("{operation} of {}.", model.service.full_name),
    }
}
