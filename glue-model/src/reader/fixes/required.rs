//! Changes of whether a member must be there.

use super::super::report::Report;
use super::fix::Fix;
use super::sides;
use crate::diagnostic::Quoted;
use crate::model::{Model, ShapeKind};

/// Applies a change of `required`.
pub(super) fn apply(model: &mut Model, fix: Fix<'_>, report: &mut Report<'_>) -> Option<()> {
    let sides = sides::read(fix.change, report)?;
    let from = sides.from.and_then(|from| from.flag(report));
    let to = sides.to.and_then(|to| to.flag(report));
    let subject = fix.subject?;
    let shape = model.shape(subject.shape);
    let (Some(name), ShapeKind::Structure(_)) = (subject.member, &shape.kind) else {
        let message =
            format_args!("fix {} is not for a structure's member", Quoted(fix.node.key()));
        let help = "name a structure and its `member`: nothing else is required or not";
        report.push(fix.node.key_problem(message).help(help));
        return None;
    };
    let (from, to) = (from?, to?);
    let member = model.member_mut(subject.shape, name)?;
    match member.required == from {
        true => member.required = to,
        false => report.push(fix.does_not_apply()),
    }
    Some(())
}
