//! The names that a model may use.

use super::node::{Fields, Node};
use super::report::Report;
use crate::diagnostic::Quoted;

/// Checks the key that leads to `node` as a name of a shape, member or operation.
///
/// The rule is Smithy's for identifiers: ASCII letters, digits and underscores, not starting with a
/// digit, not only underscores. In botocore's format only operations must follow it because their
/// names travel in headers and paths. There are models of that format by others with shapes such as
/// `X-Amz-Expires`.
pub(super) fn check(what: &str, node: &Node<'_>, report: &mut Report<'_>) {
    if !is_identifier(node.key()) {
        report.push(node.key_problem(rejection(what, node.key())).help(HELP));
    }
}

/// Checks the text at `node` as such a name.
pub(super) fn check_text(what: &str, node: &Node<'_>, report: &mut Report<'_>) {
    if let Some(name) = node.text(report).filter(|name| !is_identifier(name)) {
        report.push(node.problem(rejection(what, name)).help(HELP));
    }
}

const HELP: &str = "use ASCII letters, digits and underscores, and do not start with a digit";

fn rejection(what: &str, name: &str) -> String {
    format!("{what} name {} is not an identifier", Quoted(name))
}

/// The name that AWS's documentation has for a service, which becomes part of addresses.
pub(super) fn uid(fields: &Fields<'_>, key: &str, report: &mut Report<'_>) -> Option<String> {
    let node = fields.field(key)?;
    let uid = node.text(report)?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    if !uid.is_empty() && uid.bytes().all(is_plain) {
        return Some(uid.to_owned());
    }
    let message = format_args!("{} is not a name of documentation", Quoted(uid));
    let help = "use ASCII letters, digits, hyphens, periods and underscores, or leave it out";
    report.push(node.problem(message).help(help));
    None
}

/// Whether a name follows the rule.
pub(super) fn is_identifier(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && name.bytes().any(|byte| byte.is_ascii_alphanumeric())
        && !name.starts_with(|char: char| char.is_ascii_digit())
}

/// The name of the shape for a key of `/shapes`. In Smithy's models the key is an ID, with a
/// namespace before the name and perhaps a member after it.
pub(super) fn of_shape(key: &str) -> &str {
    let name = key.split_once('#').map_or(key, |(_, name)| name);
    name.split_once('$').map_or(name, |(shape, _)| shape)
}
