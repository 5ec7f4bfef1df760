//! Changes of the shape that a member targets.

use std::collections::HashSet;

use super::super::bounds;
use super::super::kind::{Category, Kind};
use super::super::node::Node;
use super::super::report::Report;
use super::super::role::Role;
use super::super::suggest::Suggester;
use super::super::{cycle, placement};
use super::fix::Fix;
use super::sides;
use crate::diagnostic::Quoted;
use crate::json::Segment;
use crate::model::{Binding, Constraints, Member, Model, ShapeId, ShapeKind};

/// A shape with a member that has another target now, and the place of the fix.
pub(super) struct Retargeted {
    shape: ShapeId,
    path: Vec<Segment>,
}

/// Applies a change of `target`.
pub(super) fn apply(
    model: &mut Model,
    fix: Fix<'_>,
    suggester: &mut Suggester,
    report: &mut Report<'_>,
) -> Option<Retargeted> {
    let sides = sides::read(fix.change, report)?;
    let from = sides.from.and_then(|from| from.text(report));
    let to = sides.to?;
    let name = to.text(report)?;
    let subject = fix.subject?;
    let Some(member) = subject.member else {
        let message = format_args!("fix {} is not for a member", Quoted(fix.node.key()));
        let help = "name the `member`: shapes have no target of their own";
        report.push(fix.node.key_problem(message).help(help));
        return None;
    };
    let role = role(&model.shape(subject.shape).kind, member);
    let target = find(model, &to, name, role, suggester, report)?;
    let old = subject.values(model);
    if from? != model.shape(old).name {
        report.push(fix.does_not_apply());
        return None;
    }
    let kind = Kind::of(model.shape(target));
    let is_implied = model.implies_query_maps();
    let member = model.member_mut(subject.shape, member)?;
    member.target = target;
    refit(member, kind, is_implied);
    check_range(member, kind, &to, report);
    Some(Retargeted { shape: subject.shape, path: to.path() })
}

/// What the member of a shape is.
fn role<'a>(kind: &ShapeKind, member: &'a str) -> Role<'a> {
    match (kind, member) {
        (ShapeKind::List(_), _) => Role::ListMember,
        (ShapeKind::Map(_), "key") => Role::MapKey,
        (ShapeKind::Map(_), _) => Role::MapValue,
        (_, name) => Role::Member(name),
    }
}

/// The shape called `name`, if it can play the role.
fn find(
    model: &Model,
    node: &Node<'_>,
    name: &str,
    role: Role<'_>,
    suggester: &mut Suggester,
    report: &mut Report<'_>,
) -> Option<ShapeId> {
    let Some(id) = model.shape_named(name) else {
        let message =
            format_args!("{role} targets shape {}, which the model does not define", Quoted(name));
        let names = model.shapes().map(|(_, shape)| shape.name.as_str());
        let problem = node.problem(message);
        report.push(match suggester.closest(name, names) {
            Some(close) => problem.help(format_args!("did you mean {}?", Quoted(close))),
            None => problem.help("name a shape of the model"),
        });
        return None;
    };
    let category = Category::Data(Kind::of(model.shape(id)));
    if let Some(demand) = role.demand(category) {
        report.push(node.problem(format_args!("{role} is {}, not {demand}", category.describe())));
        return None;
    }
    Some(id)
}

/// Keeps of what the model says of a member what makes sense for values of the new kind. Where
/// `is_implied`, the kind tells which query parameters carry the member.
fn refit(member: &mut Member, kind: Kind, is_implied: bool) {
    let has_pattern = matches!(kind, Kind::String | Kind::Enum);
    let has_length = has_pattern || matches!(kind, Kind::Blob | Kind::List | Kind::Map);
    let Constraints { length, range, pattern, unique_items } =
        std::mem::take(&mut member.constraints);
    member.constraints = Constraints {
        length: length.filter(|_| has_length),
        range: range.filter(|_| kind.is_number()),
        pattern: pattern.filter(|_| has_pattern),
        unique_items: unique_items && kind == Kind::List,
    };
    member.default = member.default.take().filter(|default| kind.may_default_to(default));
    member.binding = match member.binding {
        Binding::Query if is_implied && kind == Kind::Map => Binding::QueryParams,
        Binding::QueryParams if is_implied && kind != Kind::Map => Binding::Query,
        binding => binding,
    };
}

/// Reports a bound with a fraction of a member whose values have none.
fn check_range(member: &Member, kind: Kind, node: &Node<'_>, report: &mut Report<'_>) {
    let Some(range) = member.constraints.range else {
        return;
    };
    for bound in range.min.iter().chain(&range.max) {
        if !bounds::fits(*bound, kind) {
            let message = format_args!("{} is not a whole number", bound.as_f64());
            let help = "change the member's `range` before";
            report.push(node.problem(message).help(help));
        }
    }
}

/// Checks and decides again what depends on the targets of many members.
pub(super) fn settle(model: &mut Model, retargeted: &[Retargeted], report: &mut Report<'_>) {
    if retargeted.is_empty() {
        return;
    }
    for circle in cycle::find_in(model) {
        let members: HashSet<usize> = circle.shapes.iter().copied().collect();
        // The model had no circle, so each has a member with another target. The last one closed it.
        let closing = retargeted.iter().rfind(|fix| members.contains(&fix.shape.index()));
        let path = closing.map(|fix| fix.path.clone()).unwrap_or_default();
        report.push(circle.problem().within(path, None));
    }
    placement::settle_again(model);
}
