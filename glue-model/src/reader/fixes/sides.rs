//! The two sides of a change: `from` and `to`.

use super::super::node::{Fields, Node};
use super::super::report::Report;
use crate::diagnostic::Quoted;

/// What is and what is to be. A side is none where it is missing, which is reported.
#[derive(Clone, Copy)]
pub(super) struct Sides<'a> {
    pub(super) from: Option<Node<'a>>,
    pub(super) to: Option<Node<'a>>,
}

/// Reads the sides of the change at `node`.
pub(super) fn read<'a>(node: &'a Node<'a>, report: &mut Report<'_>) -> Option<Sides<'a>> {
    let fields = node.fields(report)?;
    check_keys(&fields, &["from", "to"], report);
    let from = fields.required("from", report);
    let to = fields.required("to", report);
    if let (Some(from), Some(to)) = (from, to)
        && from.json() == to.json()
    {
        let problem = to.problem("`from` and `to` are the same");
        report.push(problem.help("say what is to be, or remove the fix"));
        return None;
    }
    Some(Sides { from, to })
}

/// Reports keys other than the `known` ones: a misspelled `member` would make a fix one of a shape.
pub(super) fn check_keys(fields: &Fields<'_>, known: &[&str], report: &mut Report<'_>) {
    for node in fields.entries().filter(|node| !known.contains(&node.key())) {
        let names: Vec<String> = known.iter().map(|key| Quoted(key).to_string()).collect();
        let problem = node.key_problem(format_args!("key {} is unknown", Quoted(node.key())));
        report.push(problem.help(format_args!("use {}", names.join(", "))));
    }
}
