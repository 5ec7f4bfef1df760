//! The JSON Schemas of types. Written as text, like a [`table`](super::table), because they are a
//! line for each member.

use std::fmt::Write;

use proc_macro2::{Ident, TokenStream};

use super::format::{Portion, SKIP};
use super::text::quoted;
use crate::plan::{SchemaConstraint, SchemaForm, SchemaKind, SchemaMember, Schemas, TypeSchema};

/// The runtime's types that the scope imports; types of the file with these names need a path there.
const IMPORTED: [&str; 4] = ["Form", "Member", "Of", "TypeSchema"];

/// The impls of `JsonSchema`, in a scope of their own for the short names in them.
pub(super) fn items(schemas: &Schemas) -> Portion {
    let mut text = format!(
        "/// The JSON Schemas of all types, and the forms of values with constraints.\n{SKIP}\
         #[allow(deprecated, non_upper_case_globals, unused_imports)]\n\
         const _: () = {{\n    \
         use ::glue_runtime::__private::v1::schema::{{Form, Member, Of, TypeSchema, schemas}};\n\n",
    );
    for (name, value) in &schemas.forms {
        let _ = writeln!(text, "    const {name}: Form = {};", form(value));
    }
    if !schemas.forms.is_empty() {
        text.push('\n');
    }
    text.push_str("    schemas! {\n");
    for schema in &schemas.types {
        push_type(&mut text, schema);
    }
    text.push_str("    }\n};\n");
    Portion { before: text, items: TokenStream::new(), after: String::new() }
}

fn push_type(text: &mut String, schema: &TypeSchema) {
    let TypeSchema { name, kind, docs, deprecated } = schema;
    let label = name.to_string();
    let label = quoted(label.trim_start_matches("r#"));
    let path = path(name);
    let _ = write!(text, "        {path} = {label}: TypeSchema::");
    match kind {
        SchemaKind::Structure(members) => push_members(text, "structure", members),
        SchemaKind::Union(members) => push_members(text, "union", members),
        SchemaKind::Enum => {
            let _ = write!(text, "open_enum::<{path}>()");
        }
    }
    let _ = writeln!(text, "{};", calls(docs.as_deref(), *deprecated));
}

fn push_members(text: &mut String, kind: &str, members: &[SchemaMember]) {
    if members.is_empty() {
        let _ = write!(text, "{kind}(&[])");
        return;
    }
    let _ = writeln!(text, "{kind}(&[");
    for SchemaMember { key, form: value, required, docs, deprecated } in members {
        let required = if *required { ".required()" } else { "" };
        let calls = calls(docs.as_deref(), *deprecated);
        let _ = writeln!(
            text,
            "            Member::new({}, {}){required}{calls},",
            quoted(key),
            form(value)
        );
    }
    text.push_str("        ])");
}

/// A type of the file, where the runtime's short names are in scope.
fn path(name: &Ident) -> String {
    let is_hidden = IMPORTED.iter().any(|imported| name == imported);
    if is_hidden { format!("self::{name}") } else { name.to_string() }
}

/// The calls that add a description and a deprecation.
fn calls(docs: Option<&str>, deprecated: bool) -> String {
    let deprecated = if deprecated { ".deprecated()" } else { "" };
    let docs = docs.map(|docs| format!(".docs({})", quoted(docs))).unwrap_or_default();
    format!("{deprecated}{docs}")
}

/// An expression of the runtime's type `Form`.
fn form(value: &SchemaForm) -> String {
    match value {
        SchemaForm::Named(name) => name.to_string(),
        SchemaForm::Scalar(name) => format!("Form::{name}"),
        SchemaForm::Type(name) => format!("Of::<{}>::FORM", path(name)),
        SchemaForm::Foreign(path) => format!("Of::<{path}>::FORM"),
        SchemaForm::List { entry, sparse: false } => format!("Form::list(&{})", form(entry)),
        SchemaForm::List { entry, sparse: true } => format!("Form::sparse_list(&{})", form(entry)),
        SchemaForm::Map { key, value, sparse: false } => {
            format!("Form::map(&{}, &{})", form(key), form(value))
        }
        SchemaForm::Map { key, value, sparse: true } => {
            format!("Form::sparse_map(&{}, &{})", form(key), form(value))
        }
        SchemaForm::Constrained(value, constraints) => {
            form(value) + &constraints.iter().map(constraint).collect::<String>()
        }
    }
}

fn constraint(constraint: &SchemaConstraint) -> String {
    match constraint {
        SchemaConstraint::Min(value) => format!(".min({value})"),
        SchemaConstraint::Max(value) => format!(".max({value})"),
        SchemaConstraint::Least(value) => format!(".least({value})"),
        SchemaConstraint::Greatest(value) => format!(".greatest({value})"),
        SchemaConstraint::LeastFloat(value) => format!(".least_float({value:?})"),
        SchemaConstraint::GreatestFloat(value) => format!(".greatest_float({value:?})"),
        SchemaConstraint::Known(values) => format!(".known(&{values:?})"),
        SchemaConstraint::Pattern(text) => format!(".pattern({})", quoted(text)),
        SchemaConstraint::JavaPattern(text) => format!(".java_pattern({})", quoted(text)),
        SchemaConstraint::Unique => ".unique()".to_owned(),
    }
}
