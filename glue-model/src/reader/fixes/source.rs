//! The public source of a fix, which others can read.

use super::super::node::Fields;
use super::super::report::Report;
use crate::diagnostic::Quoted;

/// Reports a `source` that is not the address of a web page.
pub(super) fn check(fields: &Fields<'_>, report: &mut Report<'_>) {
    let Some(node) = fields.field("source") else {
        return;
    };
    let Some(text) = node.text(report) else {
        return;
    };
    if !is_address(text) {
        let message = format_args!("the source {} is not the address of a web page", Quoted(text));
        report.push(node.problem(message).help("begin it with `https://` and the name of a host"));
    }
}

/// Whether the text is a URL of a host on the web. It has ASCII characters alone that URLs may have
/// (RFC 3986, appendix A), so that it can be shown anywhere.
fn is_address(text: &str) -> bool {
    let is_allowed =
        |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    let Some(rest) = text.strip_prefix("https://").filter(|rest| rest.bytes().all(is_allowed))
    else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    host.contains('.') && host.split('.').all(is_label)
}
