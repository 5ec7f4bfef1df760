//! HTTP statuses.

use super::node::Node;
use super::report::Report;
use crate::json::JsonNumber;

/// The value as an HTTP status.
pub(super) fn read(node: &Node<'_>, report: &mut Report<'_>) -> Option<u16> {
    let number = node.number(report)?;
    let status = match number {
        JsonNumber::Integer(value) => u16::try_from(value).ok(),
        JsonNumber::Unsigned(_) | JsonNumber::Float(_) => None,
    };
    let status = status.filter(|status| (100..600).contains(status));
    if status.is_none() {
        let problem = node.problem(format_args!("{number} is not an HTTP status"));
        report.push(problem.help("use a whole number from 100 to 599"));
    }
    status
}
