//! The checks: the steps for each type and member.

use glue_model::{Bounds, Constraints, Facet, Member, Number, Shape, ShapeId, ShapeKind};

use super::check_functions::CheckFunctions;
use super::context::Context;
use super::docs::Demands;
use super::layout::is_aggregate;
use super::problems::Problems;
use super::{members, types};
use crate::plan::{CheckCall, FloatBound, PatternUser, Step, Unique, ValueCheck};

/// A member's constraints: its own, and those of its target that the member does not override
/// (Smithy, constraint traits).
pub(crate) fn effective(member: &Member, target: &Shape) -> Constraints {
    let (own, base) = (&member.constraints, &target.constraints);
    Constraints {
        length: own.length.or(base.length),
        range: own.range.or(base.range),
        pattern: own.pattern.clone().or_else(|| base.pattern.clone()),
        unique_items: own.unique_items || base.unique_items,
    }
}

/// The check for the values of a member of the structure or union `holder`; `None` if they cannot
/// be invalid.
pub(super) fn check_of(
    context: &Context<'_>,
    functions: &mut CheckFunctions,
    holder: ShapeId,
    member: &Member,
    problems: &mut Problems<'_>,
) -> Option<ValueCheck> {
    if let Some(replacement) = context.elsewhere.replacement(context.model, holder, member) {
        let check = ValueCheck { call: CheckCall::Validate, strict: false };
        return replacement.validated.then_some(check);
    }
    let target = context.model.shape(member.target);
    if is_aggregate(context.model, member.target) {
        let place = member.target.index();
        let (needed, has_enums) = (functions.needed[place], functions.has_enums[place]);
        let check = ValueCheck { call: CheckCall::Validate, strict: !needed };
        return (needed || has_enums).then_some(check);
    }
    let constraints = effective(member, target);
    let steps = steps_of(context, functions, holder, member, &constraints, problems);
    match steps.as_slice() {
        [] => return None,
        [Step::Known] => return Some(ValueCheck { call: CheckCall::Known, strict: true }),
        _ => {}
    }
    let name = match constraints == target.constraints {
        true => target.name.clone(),
        false => format!("{}_{}", context.model.shape(holder).name, member.name),
    };
    let strict = steps.iter().all(Step::is_strict);
    let call = functions.function(&name, types::held_type(context, holder, member), steps);
    Some(ValueCheck { call, strict })
}

/// What the documentation of a member says about its constraints, once the member has its check.
pub(super) fn demands<'c>(
    functions: &CheckFunctions,
    member: &Member,
    constraints: &'c Constraints,
) -> Demands<'c> {
    let has_unchecked_pattern = functions.has_unchecked_pattern(constraints);
    Demands { required: member.required, constraints, has_unchecked_pattern }
}

fn steps_of(
    context: &Context<'_>,
    functions: &mut CheckFunctions,
    holder: ShapeId,
    member: &Member,
    constraints: &Constraints,
    problems: &mut Problems<'_>,
) -> Vec<Step> {
    let target = context.model.shape(member.target);
    let mut steps = Vec::new();
    steps.extend(constraints.length.filter(|_| has_length(&target.kind)).and_then(length_step));
    steps.extend(constraints.range.and_then(|range| range_step(&target.kind, range)));
    if matches!(target.kind, ShapeKind::String | ShapeKind::Enum(_)) {
        steps.extend(pattern_step(context, functions, holder, member, constraints, problems));
    }
    match &target.kind {
        ShapeKind::Enum(_) => steps.push(Step::Known),
        ShapeKind::IntEnum(values) => {
            steps.push(Step::KnownNumber(values.iter().map(|value| value.value).collect()));
        }
        ShapeKind::List(list) => {
            if constraints.unique_items {
                steps.push(Step::UniqueItems(unique(context, member.target, &list.member)));
            }
            let entry = check_of(context, functions, member.target, &list.member, problems);
            steps.extend(entry.map(Step::Entries));
        }
        ShapeKind::Map(map) => {
            let key = check_of(context, functions, member.target, &map.key, problems);
            let value = check_of(context, functions, member.target, &map.value, problems);
            steps.extend(key.map(Step::Keys));
            let hidden = context.model.shape(holder).sensitive
                || member.sensitive
                || target.sensitive
                || members::is_sensitive(context, &map.key);
            steps.extend(value.map(|check| Step::Values { check, hidden }));
        }
        _ => {}
    }
    steps
}

fn pattern_step(
    context: &Context<'_>,
    functions: &mut CheckFunctions,
    holder: ShapeId,
    member: &Member,
    constraints: &Constraints,
    problems: &mut Problems<'_>,
) -> Option<Step> {
    let source = constraints.pattern.as_ref()?;
    let target = context.model.shape(member.target);
    let own = member.constraints.pattern.is_some();
    let user = match own {
        true => PatternUser {
            shape: context.model.shape(holder).name.clone(),
            member: Some(member.name.clone()),
        },
        false => PatternUser { shape: target.name.clone(), member: None },
    };
    let anchoring = context.model.service.pattern_anchoring;
    match functions.patterns.function(source, anchoring, user) {
        Ok(function) => function.map(|function| Step::Pattern { function, source: source.clone() }),
        Err(error) => {
            let message = format!("the pattern cannot be read: {error}");
            match own {
                true => problems.shape(holder, Some(&member.name), Facet::Pattern, message),
                false => problems.shape(member.target, None, Facet::Pattern, message),
            }
            None
        }
    }
}

/// How the entries of the list `list` are compared.
fn unique(context: &Context<'_>, list: ShapeId, entry: &Member) -> Unique {
    let is_replaced = context.elsewhere.replacement(context.model, list, entry).is_some();
    if !is_replaced && is_ordered(&context.model.shape(entry.target).kind) {
        return Unique::Ordered;
    }
    match types::has_own_form(&types::held_type(context, list, entry)) {
        true => Unique::Written,
        false => Unique::WrittenAs(types::codec(context, list, entry)),
    }
}

/// Whether values of the shape's type can be sorted. Plain values can, except for floats, which
/// structures may hold too.
fn is_ordered(kind: &ShapeKind) -> bool {
    matches!(
        kind,
        ShapeKind::Boolean
            | ShapeKind::Byte
            | ShapeKind::Short
            | ShapeKind::Integer
            | ShapeKind::IntEnum(_)
            | ShapeKind::Long
            | ShapeKind::String
            | ShapeKind::Enum(_)
            | ShapeKind::Blob
            | ShapeKind::Timestamp
    )
}

/// Whether values of the kind have a length.
pub(crate) fn has_length(kind: &ShapeKind) -> bool {
    matches!(
        kind,
        ShapeKind::String
            | ShapeKind::Enum(_)
            | ShapeKind::Blob
            | ShapeKind::List(_)
            | ShapeKind::Map(_)
    )
}

/// The step for a length. A minimum of 0 forbids nothing, but is reported along with a maximum, as
/// Smithy's servers do.
fn length_step(length: Bounds<u64>) -> Option<Step> {
    let Bounds { min, max, .. } = length;
    (max.is_some() || min.is_some_and(|min| min > 0)).then_some(Step::Length { min, max })
}

fn range_step(kind: &ShapeKind, range: Bounds<Number>) -> Option<Step> {
    match kind {
        ShapeKind::Float | ShapeKind::Double => Some(Step::FloatRange {
            min: range.min.map(|bound| FloatBound::new(as_float(bound))),
            max: range.max.map(|bound| FloatBound::new(as_float(bound))),
        }),
        ShapeKind::Byte
        | ShapeKind::Short
        | ShapeKind::Integer
        | ShapeKind::Long
        | ShapeKind::IntEnum(_) => Some(Step::IntegerRange {
            min: range.min.map(|bound| as_integer(bound, f64::ceil)),
            max: range.max.map(|bound| as_integer(bound, f64::floor)),
        }),
        _ => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a bound beyond 2^53 is met by the nearest double")]
fn as_float(number: Number) -> f64 {
    match number {
        Number::Integer(value) => value as f64,
        Number::Float(value) => value,
    }
}

/// A bound for whole numbers; a fraction is rounded inward.
#[expect(clippy::cast_possible_truncation, reason = "casts from floats saturate, as bounds should")]
fn as_integer(number: Number, inwards: fn(f64) -> f64) -> i64 {
    match number {
        Number::Integer(value) => value,
        Number::Float(value) => inwards(value) as i64,
    }
}
