//! Named corrections of a model, for constraints that its publisher got wrong.

use super::bounds;
use super::kind::Kind;
use super::node::{Fields, Node};
use super::report::{Problem, Report};
use super::{Source, text};
use crate::diagnostic::{Diagnostics, Quoted};
use crate::json;
use crate::model::{Constraints, Model, ShapeId, ShapeKind};

/// The constraints that a fix may change, by their keys.
const CONSTRAINTS: [&str; 3] = ["length", "pattern", "range"];

/// Applies a file of fixes to a model.
///
/// The file is an object of named fixes. Each names a `shape`, perhaps one `member` of it, the
/// `reason`, and one constraint (`length`, `pattern` or `range`) with what it is now under `from`
/// and what it is to be under `to`, where null drops it:
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
/// Every problem of the file, and every fix that does not apply: its shape or member is not there,
/// or the constraint is no longer what the fix replaces. The model is then to be thrown away.
pub fn apply_fixes(model: &mut Model, source: &Source<'_>) -> Result<(), Diagnostics> {
    let mut report = Report::new(source.file);
    let Some(text) = text::decode(source.bytes, &mut report) else {
        return Err(report.finish(""));
    };
    match json::parse(text) {
        Ok((json, repeats)) => {
            for repeat in &repeats {
                report.repeat(repeat);
            }
            if let Some(fixes) = Node::root(&json).fields(&mut report) {
                for fix in fixes.entries() {
                    apply(model, &fix, &mut report);
                }
            }
        }
        Err(error) => report.syntax(&error),
    }
    match report.is_empty() {
        true => Ok(()),
        false => Err(report.finish(text)),
    }
}

fn apply(model: &mut Model, fix: &Node<'_>, report: &mut Report<'_>) -> Option<()> {
    let fields = fix.fields(report)?;
    fields.required("reason", report).and_then(|reason| reason.text(report));
    let shape = fields.required("shape", report)?;
    let name = shape.text(report)?;
    let Some(id) = model.shape_named(name) else {
        let message = format_args!("the model has no shape {}", Quoted(name));
        report.push(Problem::new(&shape, message).help("correct the name, or remove the fix"));
        return None;
    };
    let kind = kind_of(model, id, &fields, report)?;
    let change = change(&fields, kind, report)?;
    let member = fields.text("member", report);
    let constraints = model.constraints_mut(id, member)?;
    if change.applies_to(constraints) {
        change.make(constraints);
    } else {
        let message = format_args!(
            "fix {} does not apply: `from` is not what the model has",
            Quoted(fix.key())
        );
        let help = "correct `from`, or remove the fix if the model has been mended";
        report.push(Problem::of_key(fix, message).help(help));
    }
    Some(())
}

/// What kind of values the fixed constraint is about: those of the shape or of its member.
fn kind_of(
    model: &Model,
    id: ShapeId,
    fields: &Fields<'_>,
    report: &mut Report<'_>,
) -> Option<Kind> {
    let Some(node) = fields.field("member") else {
        return Some(numeric_kind(&model.shape(id).kind));
    };
    let name = node.text(report)?;
    match model.shape(id).kind.members().find(|member| member.name == name) {
        Some(member) => Some(numeric_kind(&model.shape(member.target).kind)),
        None => {
            let shape = &model.shape(id).name;
            let message = format_args!("shape {} has no member {}", Quoted(shape), Quoted(name));
            report.push(Problem::new(&node, message).help("correct the name, or remove the fix"));
            None
        }
    }
}

/// What a range of the values is made of: whole numbers, or any.
fn numeric_kind(kind: &ShapeKind) -> Kind {
    match kind {
        ShapeKind::Float | ShapeKind::Double | ShapeKind::BigDecimal => Kind::Double,
        _ => Kind::Long,
    }
}

/// A constraint as it is and as it is to be.
struct Change {
    from: Constraints,
    to: Constraints,
    key: &'static str,
}

fn change(fields: &Fields<'_>, kind: Kind, report: &mut Report<'_>) -> Option<Change> {
    let mut named = CONSTRAINTS.into_iter().filter(|key| fields.has(key));
    let (Some(key), None) = (named.next(), named.next()) else {
        let message = "a fix changes one of `length`, `pattern` and `range`";
        report.push(Problem::new(fields.node, message));
        return None;
    };
    let node = fields.field(key)?;
    let sides = node.fields(report)?;
    let from = sides.required("from", report)?;
    let to = sides.required("to", report)?;
    let from = constraint(key, &from, kind, report)?;
    let to = match to.is_null() {
        true => Constraints::default(),
        false => constraint(key, &to, kind, report)?,
    };
    Some(Change { from, to, key })
}

/// The constraints that hold nothing but the one at `node`.
fn constraint(
    key: &str,
    node: &Node<'_>,
    kind: Kind,
    report: &mut Report<'_>,
) -> Option<Constraints> {
    let mut constraints = Constraints::default();
    match key {
        "pattern" => constraints.pattern = Some(node.text(report)?.to_owned()),
        "length" => constraints.length = bounds::length(&node.fields(report)?, report),
        _ => constraints.range = bounds::range(&node.fields(report)?, kind, report),
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
