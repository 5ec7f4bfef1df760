//! Checks errors of an operation, each as the error that it says it is.

use glue_codegen::inspect::OperationForms;
use glue_runtime::{Document, ErrorEnvelope};

use crate::check::excerpt::excerpt;
use crate::check::findings::{self, Findings, Origin};
use crate::check::problem::{Finding, Severity};
use crate::check::types::Types;

/// The keys of a body that say which error it is, and what services say of it.
const OWN: [&str; 4] = ["/__type", "/code", "/message", "/Message"];

/// The keys under which other programs keep an error.
const SAVED: [&str; 5] = ["Error", "errorCode", "errorType", "error", "cause"];

/// Checks an error.
pub(super) fn check(
    text: &str,
    (types, operation): (&'static Types, &'static OperationForms),
    origin: &Origin,
    strict: bool,
) -> Findings {
    let document: Document = match serde_json::from_str(text) {
        Ok(document) => document,
        Err(error) => {
            let list = vec![findings::not_json(&error, text, origin)];
            return Findings { list, is_broken: true, ..Findings::default() };
        }
    };
    let envelope = ErrorEnvelope::new(document);
    let Some(name) = envelope.code() else {
        let message = "the document does not name an error".to_owned();
        let help = Some("a body names it under `__type` or `code`".to_owned());
        return alone(Severity::Error, message, help, origin);
    };
    let found = operation.errors.iter().find(|(names, _)| names.iter().any(|own| own == name));
    let shape = found.and_then(|(_, place)| types.aggregate(*place));
    let Some(shape) = shape else {
        let severity = if strict { Severity::Error } else { Severity::Note };
        let name = excerpt(name);
        let message = format!("`{name}` is not an error that the model has for {}", operation.name);
        return alone(severity, message, None, origin);
    };
    if SAVED.iter().any(|key| envelope.body().get(key).is_some()) {
        return Findings::default();
    }
    let mut findings = findings::check(text, (types, shape), origin, strict);
    findings.list.retain(|finding| {
        let is_own = OWN.contains(&finding.pointer.as_str());
        !(finding.rule == "unknown-member" && is_own || finding.rule == "foreign")
    });
    findings
}

fn alone(severity: Severity, message: String, help: Option<String>, origin: &Origin) -> Findings {
    let finding = Finding {
        severity,
        rule: "error-name",
        message,
        help,
        position: origin.position,
        pointer: origin.pointer.clone(),
        shape: None,
    };
    Findings { list: vec![finding], ..Findings::default() }
}
