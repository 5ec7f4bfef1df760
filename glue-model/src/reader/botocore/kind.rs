//! The kind of a shape, from its `type` and flags.

use super::super::kind::Kind;
use super::super::node::Fields;
use super::super::report::Report;
use crate::diagnostic::Quoted;

/// The types of botocore's models. The kinds of strings and structures depend on more.
const TYPES: [(&str, Kind); 11] = [
    ("blob", Kind::Blob),
    ("boolean", Kind::Boolean),
    ("double", Kind::Double),
    ("float", Kind::Float),
    ("integer", Kind::Integer),
    ("list", Kind::List),
    ("long", Kind::Long),
    ("map", Kind::Map),
    ("string", Kind::String),
    ("structure", Kind::Structure),
    ("timestamp", Kind::Timestamp),
];

/// Reads the kind of the shape defined by `fields`.
pub(super) fn read(fields: &Fields<'_>, report: &mut Report<'_>) -> Option<Kind> {
    let node = fields.required("type", report)?;
    let name = node.text(report)?;
    let Some((_, kind)) = TYPES.iter().find(|(known, _)| *known == name) else {
        let types = TYPES.map(|(known, _)| Quoted(known).to_string()).join(", ");
        let message = format_args!("shape type {} is unknown", Quoted(name));
        report.push(node.problem(message).help(format_args!("use one of {types}")));
        return None;
    };
    Some(match kind {
        Kind::String if fields.has("enum") => Kind::Enum,
        Kind::Structure if fields.flag("document", report) => Kind::Document,
        Kind::Structure if fields.flag("eventstream", report) => Kind::EventStream,
        Kind::Structure if fields.flag("union", report) => Kind::Union,
        kind => *kind,
    })
}
