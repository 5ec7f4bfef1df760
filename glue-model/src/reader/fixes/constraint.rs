//! Changes of what values must satisfy.

use super::super::bounds;
use super::super::kind::Kind;
use super::super::node::Node;
use super::super::report::Report;
use super::fix::Fix;
use super::sides;
use crate::model::{Constraints, Model};

/// Applies a change of the constraint that `key` names.
pub(super) fn apply(
    model: &mut Model,
    key: &str,
    fix: Fix<'_>,
    report: &mut Report<'_>,
) -> Option<()> {
    // Of an unknown shape, the values may be any.
    let kind = match fix.subject {
        Some(subject) => Kind::of(model.shape(subject.values(model))),
        None => Kind::Double,
    };
    let sides = sides::read(fix.change, report)?;
    let from = sides.from.and_then(|from| read(key, &from, kind, report));
    let to = sides.to.and_then(|to| match to.is_null() {
        true => Some(Constraints::default()),
        false => read(key, &to, kind, report),
    });
    let (subject, from, to) = (fix.subject?, from?, to?);
    let constraints = match subject.member {
        Some(name) => &mut model.member_mut(subject.shape, name)?.constraints,
        None => &mut model.shape_mut(subject.shape)?.constraints,
    };
    match replaced(constraints, key, &from, to) {
        Some(replaced) => *constraints = replaced,
        None => report.push(fix.does_not_apply()),
    }
    Some(())
}

/// The constraints with the one under `key` as it is in `to`, if it was as it is in `from`.
fn replaced(
    constraints: &Constraints,
    key: &str,
    from: &Constraints,
    to: Constraints,
) -> Option<Constraints> {
    let rest = constraints.clone();
    let (applies, replaced) = match key {
        "pattern" => (rest.pattern == from.pattern, Constraints { pattern: to.pattern, ..rest }),
        "length" => (rest.length == from.length, Constraints { length: to.length, ..rest }),
        _ => (rest.range == from.range, Constraints { range: to.range, ..rest }),
    };
    applies.then_some(replaced)
}

/// The constraints that hold nothing but the one at `node`.
fn read(key: &str, node: &Node<'_>, kind: Kind, report: &mut Report<'_>) -> Option<Constraints> {
    let mut constraints = Constraints::default();
    if key == "pattern" {
        constraints.pattern = Some(node.text(report)?.to_owned());
        return Some(constraints);
    }
    let fields = node.fields(report)?;
    sides::check_keys(&fields, &["min", "max"], report);
    if !fields.has("min") && !fields.has("max") {
        // Other keys are reported already.
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
