//! The properties that make a structure an error.

use super::super::node::{Fields, Node};
use super::super::report::Report;
use super::super::status;
use crate::model::{ErrorTrait, Fault};

/// The error trait of a structure, if `exception`, `error` or `fault` make it one.
pub(super) fn read(structure: &Fields<'_>, report: &mut Report<'_>) -> Option<ErrorTrait> {
    let exception = structure.flag("exception", report);
    let fault = structure.flag("fault", report);
    let retryable = structure.field("retryable");
    let (retryable, throttling) = match retryable.as_ref().and_then(|node| node.fields(report)) {
        Some(fields) => (true, fields.flag("throttling", report)),
        None => (false, false),
    };
    let error = structure.field("error");
    if !exception && !fault && error.is_none() {
        return None;
    }
    let details = error.as_ref().map(|node| details(node, report)).unwrap_or_default();
    let server = fault || details.fault || details.status.is_some_and(|status| status >= 500);
    Some(ErrorTrait {
        code: details.code.filter(|code| code != structure.node.key()),
        status: details.status,
        fault: if server && !details.sender_fault { Fault::Server } else { Fault::Client },
        retryable,
        throttling,
    })
}

/// The trait of a structure that is an error only because an operation lists it.
pub(super) fn unmarked() -> ErrorTrait {
    ErrorTrait {
        code: None,
        status: None,
        fault: Fault::Client,
        retryable: false,
        throttling: false,
    }
}

/// The object under `error`.
#[derive(Default)]
struct Details {
    code: Option<String>,
    status: Option<u16>,
    sender_fault: bool,
    fault: bool,
}

fn details(node: &Node<'_>, report: &mut Report<'_>) -> Details {
    let Some(fields) = node.fields(report) else {
        return Details::default();
    };
    Details {
        code: fields.owned_text("code", report),
        status: fields.field("httpStatusCode").and_then(|node| status::read(&node, report)),
        sender_fault: fields.flag("senderFault", report),
        fault: fields.flag("fault", report),
    }
}
