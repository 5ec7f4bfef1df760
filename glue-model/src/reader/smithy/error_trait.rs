//! The properties that make a structure an error.

use super::super::report::Report;
use super::super::status;
use super::operation::ERROR;
use super::traits::Traits;
use super::wire::Wire;
use crate::diagnostic::Quoted;
use crate::model::{ErrorTrait, Fault};

/// The error trait of a structure; `original` is its name in its definition, and `name` in the
/// model.
pub(super) fn read(
    traits: &Traits<'_>,
    original: &str,
    name: &str,
    wire: Wire,
    report: &mut Report<'_>,
) -> Option<ErrorTrait> {
    let node = traits.get(ERROR)?;
    let fault = match node.text(report)? {
        "client" => Some(Fault::Client),
        "server" => Some(Fault::Server),
        other => {
            let message = format_args!("fault {} is unknown", Quoted(other));
            report.push(node.problem(message).help("use `client` or `server`"));
            None
        }
    };
    let status = traits.get("smithy.api#httpError").and_then(|node| status::read(node, report));
    let retryable = traits.get("smithy.api#retryable");
    let details = retryable.and_then(|node| node.fields(report));
    let throttling = details.is_some_and(|fields| fields.flag("throttling", report));
    let query = traits.get("aws.protocols#awsQueryError").filter(|_| wire.has_error_codes);
    let query = query.and_then(|node| node.fields(report));
    let code = query.and_then(|fields| fields.owned_text("code", report));
    let code = code.unwrap_or_else(|| original.to_owned());
    Some(ErrorTrait {
        code: Some(code).filter(|code| code != name),
        status,
        fault: fault?,
        retryable: retryable.is_some(),
        throttling,
    })
}
