//! Named corrections of a model's wrong constraints.

use super::bounds;
use super::kind::Kind;
use super::node::{Fields, Node};
use super::report::Report;
use super::{Source, json_of, text};
use crate::diagnostic::{Diagnostics, Quoted};
use crate::model::{Constraints, Model, ShapeId, ShapeKind};

/// The constraints that a fix may change, by their keys.
const CONSTRAINTS: [&str; 3] = ["length", "pattern", "range"];

/// Applies a file of fixes to a model.
///
/// The file is an object of named fixes. Each has a `shape`, optionally one `member` of it, the
/// `reason`, and one constraint (`length`, `pattern` or `range`) with its current value under
/// `from` and its new value under `to`, where null removes it:
///
/// ```json
/// {
///     "prose-for-a-pattern": {
///         "reason": "The pattern is a sentence that no value matches.",
///         "shape": "JobName",
///         "pattern": { "from": "See the description", "to": null }
///     }
/// }
/// ```
///
/// # Errors
///
/// Every problem of the file, and every fix that does not apply because its shape or member does
/// not exist, or because the constraint is not what the fix replaces. The model must be discarded
/// then.
pub fn apply_fixes(model: &mut Model, source: &Source<'_>) -> Result<(), Diagnostics> {
    let mut report = Report::new(source.file);
    let Some(text) = text::decode(source.bytes, &mut report) else {
        return Err(report.finish(""));
    };
    if let Some(json) = json_of(text, &mut report)
        && let Some(fixes) = Node::root(&json).fields(&mut report)
    {
        for fix in fixes.entries() {
            apply(model, &fix, &mut report);
        }
    }
    match report.is_empty() {
        true => Ok(()),
        false => Err(report.finish(text)),
    }
}

fn apply(model: &mut Model, fix: &Node<'_>, report: &mut Report<'_>) -> Option<()> {
    let fields = fix.fields(report)?;
    check_keys(&fields, &[&["reason", "shape", "member"][..], &CONSTRAINTS].concat(), report);
    fields.required("reason", report).and_then(|reason| reason.text(report));
    let target = target(model, &fields, report);
    // If the target is unknown, accept any values.
    let kind = target.as_ref().map_or(Kind::Double, |target| target.kind);
    let change = change(&fields, kind, report);
    let (target, change) = (target?, change?);
    let constraints = model.constraints_mut(target.shape, target.member)?;
    if change.applies_to(constraints) {
        change.make(constraints);
    } else {
        let message = format_args!(
            "fix {} does not apply: `from` is not what the model has",
            Quoted(fix.key())
        );
        let help = "correct `from`, or remove the fix if the model has been mended";
        report.push(fix.key_problem(message).help(help));
    }
    Some(())
}

/// Reports keys other than the `known` ones: with a misspelled `member`, a fix would apply to the
/// shape.
fn check_keys(fields: &Fields<'_>, known: &[&str], report: &mut Report<'_>) {
    for node in fields.entries().filter(|node| !known.contains(&node.key())) {
        let names: Vec<String> = known.iter().map(|key| Quoted(key).to_string()).collect();
        let problem = node.key_problem(format_args!("key {} is unknown", Quoted(node.key())));
        report.push(problem.help(format_args!("use {}", names.join(", "))));
    }
}

/// The shape or member that a fix applies to.
struct Target<'a> {
    shape: ShapeId,
    member: Option<&'a str>,
    /// The kind of numbers in a range of its values.
    kind: Kind,
}

fn target<'a>(model: &Model, fields: &Fields<'a>, report: &mut Report<'_>) -> Option<Target<'a>> {
    let node = fields.required("shape", report)?;
    let name = node.text(report)?;
    let Some(id) = model.shape_named(name) else {
        let message = format_args!("the model has no shape {}", Quoted(name));
        report.push(node.problem(message).help("correct the name, or remove the fix"));
        return None;
    };
    let shape = model.shape(id);
    let Some(node) = fields.field("member") else {
        return Some(Target { shape: id, member: None, kind: numeric_kind(&shape.kind) });
    };
    let name = node.text(report)?;
    let Some(member) = shape.kind.members().find(|member| member.name == name) else {
        let message = format_args!("shape {} has no member {}", Quoted(&shape.name), Quoted(name));
        report.push(node.problem(message).help("correct the name, or remove the fix"));
        return None;
    };
    let kind = numeric_kind(&model.shape(member.target).kind);
    Some(Target { shape: id, member: Some(name), kind })
}

/// The kind of numbers in a range of the values: whole numbers, or any.
fn numeric_kind(kind: &ShapeKind) -> Kind {
    match kind {
        ShapeKind::Float | ShapeKind::Double | ShapeKind::BigDecimal => Kind::Double,
        _ => Kind::Long,
    }
}

/// The current value and the new value of a constraint.
struct Change {
    from: Constraints,
    to: Constraints,
    key: &'static str,
}

fn change(fields: &Fields<'_>, kind: Kind, report: &mut Report<'_>) -> Option<Change> {
    let mut named = CONSTRAINTS.into_iter().filter(|key| fields.has(key));
    let (Some(key), None) = (named.next(), named.next()) else {
        let message = "a fix changes one of `length`, `pattern` and `range`";
        report.push(fields.node.problem(message));
        return None;
    };
    let node = fields.field(key)?;
    let sides = node.fields(report)?;
    check_keys(&sides, &["from", "to"], report);
    let from = sides.required("from", report);
    let from = from.and_then(|from| constraint(key, &from, kind, report));
    let to = sides.required("to", report).and_then(|to| match to.is_null() {
        true => Some(Constraints::default()),
        false => constraint(key, &to, kind, report),
    });
    Some(Change { from: from?, to: to?, key })
}

/// Constraints with only the one at `node`.
fn constraint(
    key: &str,
    node: &Node<'_>,
    kind: Kind,
    report: &mut Report<'_>,
) -> Option<Constraints> {
    let mut constraints = Constraints::default();
    if key == "pattern" {
        constraints.pattern = Some(node.text(report)?.to_owned());
        return Some(constraints);
    }
    let fields = node.fields(report)?;
    check_keys(&fields, &["min", "max"], report);
    if !fields.has("min") && !fields.has("max") {
        // Other keys are already reported.
        if fields.entries().len() == 0 {
            let problem = node.problem("there is neither `min` nor `max`");
            report.push(problem.help("give one or both; null for `to` drops the constraint"));
        }
        return None;
    }
    match key {
        "length" => constraints.length = bounds::length(&fields, report),
        _ => constraints.range = bounds::range(&fields, kind, report),
    }
    Some(constraints)
}

impl Change {
    fn applies_to(&self, constraints: &Constraints) -> bool {
        match self.key {
            "pattern" => constraints.pattern == self.from.pattern,
            "length" => constraints.length == self.from.length,
            _ => constraints.range == self.from.range,
        }
    }

    fn make(self, constraints: &mut Constraints) {
        match self.key {
            "pattern" => constraints.pattern = self.to.pattern,
            "length" => constraints.length = self.to.length,
            _ => constraints.range = self.to.range,
        }
    }
}
