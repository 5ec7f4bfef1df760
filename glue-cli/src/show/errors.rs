//! The errors of an operation: their statuses, and whether it helps to try again.

use glue_codegen::inspect::{Kind, Members, OperationForms, ShapeForm, Value};
use glue_model::{ErrorTrait, Fault, Shape, ShapeKind, Side};

use super::outline::{Around, Outline};
use super::page::{Look, Row};
use super::types;
use super::words::{self, REQUIRED};

/// Lists errors that hold no more than a message of any text first, then shows the others.
pub(super) fn show(outline: &mut Outline<'_>, operation: &OperationForms) {
    if operation.errors.is_empty() {
        return;
    }
    outline.page.gap();
    outline.page.push(Row::new(0).part(Look::Strong, "Errors"));
    let block = outline.page.new_block();
    let mut larger = Vec::new();
    for (_, place) in &operation.errors {
        let Some(ShapeForm::Structure(members)) = outline.forms.shapes.get(*place) else {
            continue;
        };
        let mut notes = outline.known(&members.name).map(facts).unwrap_or_default();
        if has_more(members) {
            larger.push((*place, notes));
            continue;
        }
        let required = members.members.iter().filter(|member| member.required);
        notes.extend(required.map(|member| format!("{} {REQUIRED}", types::key(&member.key))));
        let row = Row::new(2).part(Look::Shape, types::shown(&members.name));
        outline.page.push(row.notes(words::joined(notes)).block(block));
    }
    for (place, notes) in larger {
        let around = Around { label: String::new(), notes, indent: 2, block };
        outline.members_of(place, around, "", "", Some(Side::Output));
    }
    outline.rest();
}

/// Whether an error holds anything beside its message, or that cannot be any text.
fn has_more(members: &Members) -> bool {
    members.members.iter().any(|member| {
        let is_message = member.name.eq_ignore_ascii_case("message");
        !is_message || member.sensitive || !is_any_text(&member.value)
    })
}

fn is_any_text(value: &Value) -> bool {
    matches!(value.kind, Kind::String) && value.length.is_none() && value.pattern.is_none()
}

fn facts(shape: &Shape) -> Vec<String> {
    let mut facts = Vec::new();
    if let ShapeKind::Structure(structure) = &shape.kind
        && let Some(error) = &structure.error
    {
        facts.push(status(error).to_string());
        facts.push(match error.fault {
            Fault::Client => "the caller's fault".to_owned(),
            Fault::Server => "the service's fault".to_owned(),
        });
        facts.extend(error.retryable.then(|| "may be tried again".to_owned()));
        facts.extend(error.throttling.then(|| "asks to slow down".to_owned()));
        let code = error.code.as_ref().filter(|code| **code != shape.name);
        facts.extend(code.map(|code| format!("code {code}")));
    }
    facts.extend(shape.deprecated.as_ref().map(words::deprecated));
    facts
}

/// The status, which follows from the fault where the model does not give it.
fn status(error: &ErrorTrait) -> u16 {
    error.status.unwrap_or(match error.fault {
        Fault::Client => 400,
        Fault::Server => 500,
    })
}
