//! Tables: calls of the runtime's macros that make a type's impls, with a row for each member,
//! variant or error. Written as text because prettyplease leaves the content of macros as it is.

use std::fmt::Write;

use super::text::quoted;
use super::types::{self, Scope};
use super::{attributes, binding};
use crate::plan::{Codec, Enum, ErrorVariant, Field, OperationError, Structure, Union};

/// A structure's members: their names, and how to read and write them.
pub(super) fn structure(structure: &Structure, free: &[&str]) -> String {
    let head = format!("{} = {}", structure.name, quoted(&structure.model_name));
    let rows = structure.fields.iter().enumerate().map(|(index, field)| {
        let hidden = structure.sensitive || field.sensitive;
        let (key, method) = (quoted(&field.key), method(field, hidden));
        with_setter(format!("{index} {key} {}: {method}", field.name), field, free)
    });
    let names = structure.fields.iter().map(|field| (&field.key, &field.model_name));
    let bindings = structure.bindings.iter().map(binding::row);
    let unknown = structure.unknown_members.iter();
    let unknown = unknown.flat_map(|field| [field.name.to_string(), field.setter.to_string()]);
    let lists = [
        ("aliases", aliases(names)),
        ("bindings", bindings.collect()),
        ("unknown", unknown.collect()),
    ];
    table("structure", &head, rows, &lists)
}

/// A union's members: their names, and how to read and write them.
pub(super) fn union(union: &Union) -> String {
    let rows = union.variants.iter().enumerate().map(|(index, variant)| {
        let (key, name) = (&variant.key, &variant.model_name);
        let alias = if key == name { String::new() } else { format!(" {}", quoted(name)) };
        let hidden = union.sensitive || variant.sensitive;
        let method = match types::member_codec_name(&variant.codec, hidden) {
            None => "variant".to_owned(),
            Some(codec) => format!("variant_as {codec}"),
        };
        format!("{index} {}{alias} {}: {method}", quoted(key), variant.name)
    });
    let head = format!("{} = {}", union.name, quoted(&union.model_name));
    table("union", &head, rows, &[])
}

/// An enum's known values.
pub(super) fn open_enum(item: &Enum) -> String {
    let rows = item.variants.iter().enumerate();
    let rows = rows.map(|(index, one)| format!("{index} {} {}", one.name, quoted(&one.value)));
    let internal = item.variants.iter().filter(|variant| variant.internal);
    let internal = internal.map(|variant| quoted(&variant.value)).collect();
    table("open_enum", &item.name.to_string(), rows, &[("internal", internal)])
}

/// The errors of an operation, and the names that identify them.
pub(super) fn operation_error(error: &OperationError) -> String {
    let rows = error.variants.iter().map(|ErrorVariant { variant, names, .. }| {
        let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
        match names.is_empty() {
            true => variant.to_string(),
            false => format!("{variant} = {}", names.join(" | ")),
        }
    });
    table("operation_error", &error.name.to_string(), rows, &[])
}

/// A table of the macro `kind`; the lists that are not empty follow the rows.
fn table(
    kind: &str,
    head: &str,
    rows: impl Iterator<Item = String>,
    lists: &[(&str, Vec<String>)],
) -> String {
    let mut text = String::with_capacity(1024);
    let _ = write!(text, "::glue_runtime::__private::v1::{kind}! {{\n    {head} {{");
    let without_rows = text.len();
    for row in rows {
        let _ = write!(text, "\n        {row};");
    }
    text.push_str(if text.len() > without_rows { "\n    }\n" } else { "}\n" });
    for (label, entries) in lists {
        push_list(&mut text, label, entries);
    }
    text + "}\n"
}

fn push_list(table: &mut String, label: &str, entries: &[String]) {
    let line = entries.join(", ");
    match entries {
        [] => {}
        _ if line.len() < 80 => {
            let _ = writeln!(table, "    {label} [{line}]");
        }
        _ => {
            let _ =
                writeln!(table, "    {label} [\n        {},\n    ]", entries.join(",\n        "));
        }
    }
}

/// The members' own names where they differ from the keys on the wire.
fn aliases<'a>(names: impl Iterator<Item = (&'a String, &'a String)>) -> Vec<String> {
    let differing = names.enumerate().filter(|(_, (key, name))| key != name);
    differing.map(|(index, (_, name))| format!("({}, {index})", quoted(name))).collect()
}

/// The method that reads and writes a member; `hidden` if its values must not be shown.
fn method(field: &Field, hidden: bool) -> String {
    match (&field.codec, types::member_codec_name(&field.codec, hidden)) {
        (Codec::Integer, _) if !hidden => "integer".to_owned(),
        (_, None) => "member".to_owned(),
        (_, Some(codec)) => format!("member_as {codec}"),
    }
}

/// The row of a member with its setter; `free` are names as in [`Scope`].
fn with_setter(row: String, field: &Field, free: &[&str]) -> String {
    let setter = format!("{}({})", field.setter, Scope::root(free).parameter(&field.ty));
    const BREAK: &str = "\n            ";
    match attributes::deprecated(&field.attributes) {
        Some(deprecated) => format!("{row},{BREAK}{deprecated}{BREAK}{setter}"),
        None if row.len() + setter.len() > ROW => format!("{row},{BREAK}{setter}"),
        None => format!("{row}, {setter}"),
    }
}

/// The maximum length of a member's row before its setter moves to a line of its own, so that lines
/// end before column 100.
const ROW: usize = 88;
