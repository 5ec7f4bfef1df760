//! Checks errors of an operation, each as the error that it says it is.

use std::fmt;

use glue_codegen::inspect::OperationForms;
use glue_runtime::{Document, ErrorEnvelope};
use serde_core::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::check::excerpt::excerpt;
use crate::check::findings::{self, Findings, Origin};
use crate::check::problem::{Fault, Finding, Problem, Severity, Step};
use crate::check::reader::Reader;
use crate::check::types::Types;
use crate::subject::{ErrorSubject, TYPE};

/// The keys of a body for the error's name, and for the message that not all errors have as a member.
const OWN: [&str; 5] = [TYPE, "code", "Code", "message", "Message"];

/// The keys that may name an error, the likeliest first.
const NAMES: [&str; 7] = [TYPE, "code", "Code", "Error", "errorCode", "errorType", "error"];

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
            Err(error) => return findings::unread(&error, text, origin),
        };
        let is_object = document.as_object().is_some();
        let envelope = ErrorEnvelope::new(document);
        let mut reader = Reader::new(self.types);
        let envelope = match self.named {
            // As a response names it in a header.
            Some(error) if is_object => {
                reader.problems.extend(self.contradiction(error, text, &envelope));
                envelope.with_header(error.name)
            }
            _ => envelope,
        };
        let names = envelope.names();
        let Some(name) = names.first() else { return unnamed(origin) };
        let Some(place) = names.iter().find_map(|name| self.place(name)) else {
            let (name, operation) = (excerpt(name), &self.operation.name);
            let message = format!("`{name}` is not an error that the model has for {operation}");
            reader.problems.extend(at_name(text, &envelope, message));
            return findings::found(reader, text, origin, strict);
        };
        let Some(foreign) = envelope.foreign_keys() else { return Findings::default() };
        self.read(&mut reader, text, place, &envelope);
        let mut findings = findings::found(reader, text, origin, strict);
        findings.list.retain(|finding| {
            let inner = finding.pointer.strip_prefix(&origin.pointer).unwrap_or_default();
            !inner.split('/').nth(1).is_some_and(|key| foreign.contains(&key))
        });
        findings
    }

    /// The problem of a body that says another name than the one that it should have.
    fn contradiction(
        &self,
        named: ErrorSubject<'static>,
        text: &str,
        envelope: &ErrorEnvelope,
    ) -> Option<Problem> {
        envelope.body().get(TYPE)?;
        let names = envelope.names();
        let is_named = |name: &String| self.place(name) == Some(named.place);
        let said = names.first().filter(|_| !names.iter().any(is_named))?;
        let message = format!("the body names `{}`, and not {}", excerpt(said), named.shape);
        at_name(text, envelope, message)
    }

    /// The place of the structure of an error.
    fn place(&self, name: &str) -> Option<usize> {
        let mut errors = self.operation.errors.iter();
        let (_, place) = errors.find(|(names, _)| names.iter().any(|own| own == name))?;
        Some(*place)
    }

    /// Reads the members of an error.
    fn read(&self, reader: &mut Reader, text: &str, place: usize, envelope: &ErrorEnvelope) {
        let Some(shape) = self.types.aggregate(place) else { return };
        // It is JSON, because the envelope was read from it.
        let _ = reader.read_beside_others(shape, &mut serde_json::Deserializer::from_str(text));
        let message = shape.names().find(|name| name.eq_ignore_ascii_case("message"));
        let message = message.filter(|_| envelope.message().is_some());
        reader.problems.retain(|problem| !is_of_envelope(problem, message));
    }
}

/// A problem of what names the error.
fn at_name(text: &str, envelope: &ErrorEnvelope, message: String) -> Option<Problem> {
    let Keys(keys) = serde_json::from_str(text).ok()?;
    let is_wrapped = envelope.foreign_keys().is_some_and(|keys| !keys.is_empty());
    let mut names = NAMES.iter().filter(|name| !is_wrapped || **name == "Error");
    let index = names.find_map(|name| keys.iter().position(|key| key == name))?;
    Some(Problem::of_outermost(Fault::ErrorName(message), Step { index, hidden: false }))
}

/// The keys of an object, in the order of the text.
struct Keys(Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(KeysVisitor)
    }
}

struct KeysVisitor;

impl<'de> Visitor<'de> for KeysVisitor {
    type Value = Keys;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
        let mut keys = Vec::new();
        while let Some((key, IgnoredAny)) = map.next_entry()? {
            keys.push(key);
        }
        Ok(Keys(keys))
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
        Fault::ErrorName(_) => false,
        _ => message.is_some_and(|message| problem.is_absence_of(message)),
    }
}

fn unnamed(origin: &Origin) -> Findings {
    let help = "a body names it under `__type`, `code`, `Error.Code`, `errorCode` or `errorType`; \
                use `--error=NAME` where only the response's header does";
    let finding = Finding {
        severity: Severity::Error,
        rule: "error-name",
        message: "the document does not name an error".to_owned(),
        help: Some(help.to_owned()),
        position: origin.position,
        pointer: origin.pointer.clone(),
        shape: None,
    };
    Findings { list: vec![finding], ..Findings::default() }
}
