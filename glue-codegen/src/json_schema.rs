//! JSON Schemas of values as documents, for programs that have no generated code. They say what the
//! `schemars::JsonSchema` of generated types says.

mod form;

use glue_model::{Diagnostics, Source};
use serde_json::{Map, Value, json};

use crate::generate;
use crate::options::Options;
use crate::plan::{Plan, SchemaKind, SchemaMember, Schemas, TypeItem, TypeSchema};
use form::{Renderer, model_name};

pub use form::SchemaContract;

/// The schema of a structure, union or enum.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct JsonSchema {
    /// The shape's name in the model.
    pub name: String,
    /// What other schemas refer to it by, such as `#/$defs/JobRun`.
    pub reference: String,
    /// The schema, whose references begin with the text that was given.
    pub schema: Value,
}

/// The JSON Schemas of all structures, unions and enums that the options choose, in the order of
/// [`Forms::shapes`](super::inspect::Forms::shapes). A reference to one is `references` and the
/// shape's name, as in `#/$defs/JobRun`, with escapes for what a URI cannot have.
///
/// # Errors
/// All problems of the model, or of the options, at once.
pub fn json_schemas(
    source: &Source<'_>,
    options: &Options,
    contract: SchemaContract,
    references: &str,
) -> Result<Vec<JsonSchema>, Diagnostics> {
    let (externs, replacements) = (Vec::new(), Vec::new());
    let options = Options { schemars: true, externs, replacements, ..options.clone() };
    let plan = generate::plan(source, &options)?;
    let Some(schemas) = &plan.schemas else { return Ok(Vec::new()) };
    let renderer = Renderer::new(&plan, schemas, contract, references);
    Ok(documents(&plan, schemas, &renderer))
}

fn documents(plan: &Plan, schemas: &Schemas, renderer: &Renderer<'_>) -> Vec<JsonSchema> {
    let types = plan.types.iter().zip(&schemas.types);
    types
        .map(|(item, schema)| JsonSchema {
            name: model_name(item).to_owned(),
            reference: renderer.reference(model_name(item)),
            schema: document(item, schema, renderer),
        })
        .collect()
}

fn document(item: &TypeItem, schema: &TypeSchema, renderer: &Renderer<'_>) -> Value {
    let mut document = match &schema.kind {
        SchemaKind::Structure(members) => properties(members, renderer),
        SchemaKind::Union(members) => {
            let mut document = properties(members, renderer);
            document["minProperties"] = 1.into();
            document["maxProperties"] = 1.into();
            document
        }
        SchemaKind::Enum => open_enum(item),
    };
    describe(&mut document, schema.docs.as_deref(), schema.deprecated);
    document
}

/// An object with these members, and any others.
fn properties(members: &[SchemaMember], renderer: &Renderer<'_>) -> Value {
    let mut properties = Map::new();
    let mut required: Vec<Value> = Vec::new();
    for member in members {
        let mut schema = renderer.schema(&member.form);
        describe(&mut schema, member.docs.as_deref(), member.deprecated);
        properties.insert(member.key.clone(), schema);
        required.extend(member.required.then(|| member.key.clone().into()));
    }
    let mut schema = json!({"type": "object", "properties": properties});
    if !required.is_empty() {
        schema["required"] = required.into();
    }
    schema
}

/// The known values, and any others.
fn open_enum(item: &TypeItem) -> Value {
    let any = json!({"type": "string"});
    let TypeItem::Enum(item) = item else { return any };
    let shown = item.variants.iter().filter(|variant| !variant.internal);
    let shown: Vec<&str> = shown.map(|variant| variant.value.as_str()).collect();
    match shown.is_empty() {
        true => any,
        false => json!({"anyOf": [{"type": "string", "enum": shown}, any]}),
    }
}

/// Adds a description and a deprecation. A description that is there already is the last paragraph.
fn describe(schema: &mut Value, text: Option<&str>, deprecated: bool) {
    if let Some(text) = text {
        let own = schema.get("description").and_then(Value::as_str);
        let text = own.map_or_else(|| text.to_owned(), |own| format!("{text}\n\n{own}"));
        schema["description"] = text.into();
    }
    if deprecated {
        schema["deprecated"] = true.into();
    }
}
