//! Named corrections of a model, for what its publisher got wrong.

mod constraint;
mod fix;
mod required;
mod sides;
mod source;
mod subject;
mod target;
mod values;

use fix::Fix;
use target::Retargeted;

use super::node::{Fields, Node};
use super::report::Report;
use super::suggest::Suggester;
use super::{Source, json_of, text};
use crate::diagnostic::{Diagnostics, Quoted};
use crate::model::Model;

/// The changes that a fix can make, by their keys.
const CHANGES: [&str; 6] = ["length", "pattern", "range", "values", "required", "target"];

/// The other keys of a fix.
const ABOUT: [&str; 4] = ["reason", "source", "shape", "member"];

/// Applies a file of fixes to a model.
///
/// The file is an object of named fixes, which are applied in order. Each has the `reason` for it and
/// perhaps its public `source`, the address of a web page. It names a `shape`, perhaps one `member`
/// of it, and one change: what is there now under `from`, and what replaces it under `to`.
///
/// | change | of | `from` and `to` |
/// |---|---|---|
/// | `length`, `range` | a shape or member | `min`, `max` or both; `to` may be null, which drops the constraint |
/// | `pattern` | a shape or member | the pattern; `to` may be null likewise |
/// | `values` | an enum of strings | lists of values. Each value of `from` becomes the value at its place in `to`, and keeps its name and description. Where `from` is empty, the values of `to` are added; where `to` is empty, those of `from` are removed |
/// | `required` | a structure's member | a boolean |
/// | `target` | a member, also `member` of a list, `key` and `value` of a map | the name of a shape of the model |
///
/// A member that gets another target keeps what the model says of it as far as it makes sense for
/// values of the new kind: a timestamp has no pattern.
///
/// ```
/// use glue_model::{ShapeKind, Source, apply_fixes, read};
///
/// let model = r#"{
///   "metadata": {
///     "apiVersion": "2020-02-02", "endpointPrefix": "toy", "jsonVersion": "1.1",
///     "protocol": "json", "serviceFullName": "Toy Service", "serviceId": "Toy"
///   },
///   "operations": {},
///   "shapes": {
///     "Door": {
///       "type": "structure", "required": ["State"],
///       "members": {"State": {"shape": "DoorState"}, "OpenedOn": {"shape": "Text"}}
///     },
///     "DoorState": {"type": "string", "enum": ["Open", "Closed"]},
///     "Text": {"type": "string", "min": 1, "max": 5, "pattern": "See the description"},
///     "Age": {"type": "integer", "max": 150},
///     "Timestamp": {"type": "timestamp"}
///   }
/// }"#;
/// let fixes = r#"{
///   "prose-for-a-pattern": {
///     "reason": "The pattern is a sentence that no value matches.",
///     "shape": "Text", "pattern": {"from": "See the description", "to": null}
///   },
///   "longer-texts": {
///     "reason": "Texts of 20 characters have been seen.",
///     "shape": "Text", "length": {"from": {"min": 1, "max": 5}, "to": {"min": 1}}
///   },
///   "old-doors": {
///     "reason": "Some doors are older.",
///     "shape": "Age", "range": {"from": {"max": 150}, "to": {"max": 1500}}
///   },
///   "lower-case-states": {
///     "reason": "The service sends states in lower case.", "source": "https://example.com/issues/1",
///     "shape": "DoorState", "values": {"from": ["Open", "Closed"], "to": ["open", "closed"]}
///   },
///   "a-state-more": {
///     "reason": "Doors stand ajar.",
///     "shape": "DoorState", "values": {"from": [], "to": ["ajar"]}
///   },
///   "state-may-be-missing": {
///     "reason": "The service leaves it out while a door is built.",
///     "shape": "Door", "member": "State", "required": {"from": true, "to": false}
///   },
///   "opened-on-is-a-time": {
///     "reason": "The service sends seconds.",
///     "shape": "Door", "member": "OpenedOn", "target": {"from": "Text", "to": "Timestamp"}
///   }
/// }"#;
/// let mut model = read(&Source { file: "toy.json", bytes: model.as_bytes() })?;
/// apply_fixes(&mut model, &Source { file: "fixes.json", bytes: fixes.as_bytes() })?;
///
/// let shapes: Vec<_> = model.shapes().map(|(_, shape)| shape).collect();
/// let ShapeKind::Enum(values) = &shapes[1].kind else { panic!("{:?}", shapes[1]) };
/// let values: Vec<&str> = values.iter().map(|value| value.value.as_str()).collect();
/// assert_eq!(values, ["open", "closed", "ajar"]);
/// let [state, opened_on] = shapes[0].kind.members().collect::<Vec<_>>()[..] else { panic!() };
/// assert!(!state.required);
/// assert_eq!(model.shape(opened_on.target).kind, ShapeKind::Timestamp);
/// # Ok::<(), glue_model::Diagnostics>(())
/// ```
///
/// # Errors
///
/// Every problem of the file, and every fix that does not apply: its shape or member is not there,
/// what it replaces is not what the model has, or the model would not be valid with it. The model is
/// then to be thrown away.
pub fn apply_fixes(model: &mut Model, source: &Source<'_>) -> Result<(), Diagnostics> {
    let mut report = Report::new(source.file);
    let Some(text) = text::decode(source.bytes, &mut report) else {
        return Err(report.finish(""));
    };
    if let Some(json) = json_of(text, &mut report)
        && let Some(fixes) = Node::root(&json).fields(&mut report)
    {
        apply_all(model, &fixes, &mut report);
    }
    match report.is_empty() {
        true => Ok(()),
        false => Err(report.finish(text)),
    }
}

fn apply_all(model: &mut Model, fixes: &Fields<'_>, report: &mut Report<'_>) {
    let mut suggester = Suggester::new();
    let mut retargeted = Vec::new();
    for node in fixes.entries() {
        if let Some(fields) = node.fields(report) {
            retargeted.extend(apply(model, &fields, &mut suggester, report));
        }
    }
    target::settle(model, &retargeted, report);
}

/// Applies a fix. Returns the member that has another target now, if there is one.
fn apply(
    model: &mut Model,
    fields: &Fields<'_>,
    suggester: &mut Suggester,
    report: &mut Report<'_>,
) -> Option<Retargeted> {
    sides::check_keys(fields, &[&ABOUT[..], &CHANGES].concat(), report);
    fields.required("reason", report).and_then(|reason| reason.text(report));
    source::check(fields, report);
    let subject = subject::read(model, fields, report);
    let key = changed(fields, report)?;
    let change = fields.field(key)?;
    let fix = Fix { node: fields.node, subject, change: &change };
    match key {
        "values" => values::apply(model, fix, report),
        "required" => required::apply(model, fix, report),
        "target" => return target::apply(model, fix, suggester, report),
        _ => constraint::apply(model, key, fix, report),
    };
    None
}

/// The key of the only change.
fn changed(fields: &Fields<'_>, report: &mut Report<'_>) -> Option<&'static str> {
    let mut named = CHANGES.into_iter().filter(|key| fields.has(key));
    if let (Some(key), None) = (named.next(), named.next()) {
        return Some(key);
    }
    let names: Vec<String> = CHANGES.iter().map(|key| Quoted(key).to_string()).collect();
    let message = format_args!("a fix changes one of {}", names.join(", "));
    report.push(fields.node.problem(message));
    None
}
