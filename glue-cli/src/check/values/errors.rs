//! Checks errors of an operation, each as the error that it says it is.

use glue_codegen::inspect::OperationForms;
use glue_runtime::{Document, ErrorEnvelope};

use crate::check::excerpt::excerpt;
use crate::check::findings::{self, Findings, Origin};
use crate::check::problem::{Fault, Finding, Problem, Severity};
use crate::check::reader::Reader;
use crate::check::types::Types;
use crate::subject::ErrorSubject;

/// The keys of a body for the error's name, and for the message that not all errors have as a member.
const OWN: [&str; 5] = ["__type", "code", "Code", "message", "Message"];

/// The errors of an operation.
pub(in crate::check) struct Errors {
    pub(in crate::check) types: &'static Types,
    pub(in crate::check) operation: &'static OperationForms,
    /// The one that all values are.
    pub(in crate::check) named: Option<ErrorSubject<'static>>,
}

impl Errors {
    /// Checks the text of an error.
    pub(in crate::check) fn check(&self, text: &str, origin: &Origin, strict: bool) -> Findings {
        let document: Document = match serde_json::from_str(text) {
            Ok(document) => document,
            Err(error) => {
                let list = vec![findings::not_json(&error, text, origin)];
                return Findings { list, is_broken: true, ..Findings::default() };
            }
        };
        let is_object = document.as_object().is_some();
        let envelope = ErrorEnvelope::new(document);
        let envelope = match self.named {
            // As a response names it in a header.
            Some(error) if is_object => envelope.with_header(error.name),
            _ => envelope,
        };
        let names = envelope.names();
        let Some(name) = names.first() else {
            let message = "the document does not name an error".to_owned();
            let help = "a body names it under `__type` or `code`, and `--error=NAME` where only the \
                        response's header does";
            return alone(Severity::Error, message, Some(help.to_owned()), origin);
        };
        let Some(place) = names.iter().find_map(|name| self.place(name)) else {
            let severity = if strict { Severity::Error } else { Severity::Note };
            let (name, operation) = (excerpt(name), &self.operation.name);
            let message = format!("`{name}` is not an error that the model has for {operation}");
            return alone(severity, message, None, origin);
        };
        let Some(foreign) = envelope.foreign_keys() else { return Findings::default() };
        let reader = self.read(text, place, &envelope);
        let mut findings = findings::found(reader, text, origin, strict);
        findings.list.retain(|finding| {
            let inner = finding.pointer.strip_prefix(&origin.pointer).unwrap_or_default();
            !inner.split('/').nth(1).is_some_and(|key| foreign.contains(&key))
        });
        findings
    }

    /// The place of the structure of an error.
    fn place(&self, name: &str) -> Option<usize> {
        let mut errors = self.operation.errors.iter();
        let (_, place) = errors.find(|(names, _)| names.iter().any(|own| own == name))?;
        Some(*place)
    }

    /// Reads the members of an error.
    fn read(&self, text: &str, place: usize, envelope: &ErrorEnvelope) -> Reader {
        let mut reader = Reader::new(self.types);
        let Some(shape) = self.types.aggregate(place) else { return reader };
        // It is JSON, because the envelope was read from it.
        let _ = reader.read_beside_others(shape, &mut serde_json::Deserializer::from_str(text));
        let message = shape.names().find(|name| name.eq_ignore_ascii_case("message"));
        let message = message.filter(|_| envelope.message().is_some());
        reader.problems.retain(|problem| !is_of_envelope(problem, message));
        reader
    }
}

/// Whether a problem is none of the members': a key of the envelope, a member in both cases, of which
/// services mean one, or a message that is elsewhere in the envelope.
fn is_of_envelope(problem: &Problem, message: Option<&str>) -> bool {
    match &problem.fault {
        Fault::UnknownMember { key, .. } => {
            problem.is_at_outermost_key() && OWN.contains(&key.as_str())
        }
        Fault::Form(_) => problem.is_at_outermost_key(),
        _ => message.is_some_and(|message| problem.is_absence_of(message)),
    }
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
