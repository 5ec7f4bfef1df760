//! The values of shapes that are not types of their own: strings, numbers, lists and the like.

use std::collections::HashMap;

use glue_codegen::inspect::{Forms, Kind, ShapeForm, Value};
use glue_model::{Constraints, Member, Model, Shape, ShapeKind};

/// A value of a shape, with the constraints of the shape alone: that of a member which has none.
pub(super) fn value<'a>(model: &Model, forms: &'a Forms, shape: &Shape) -> Option<&'a Value> {
    let holders = model.shapes().map(|(_, holder)| (holder.name.as_str(), holder));
    let holders: HashMap<&str, &Shape> = holders.collect();
    forms.shapes.iter().find_map(|form| {
        let (ShapeForm::Structure(form) | ShapeForm::Union(form)) = form else { return None };
        let holder = holders.get(form.name.as_str())?;
        let mut members = holder.kind.members().zip(&form.members);
        members.find_map(|(member, form)| within(model, member, &form.value, shape))
    })
}

/// The value in that of a member.
fn within<'a>(
    model: &Model,
    member: &Member,
    value: &'a Value,
    shape: &Shape,
) -> Option<&'a Value> {
    let target = model.shape(member.target);
    if target.name == shape.name && member.constraints == Constraints::default() {
        return Some(value);
    }
    match (&target.kind, &value.kind) {
        (ShapeKind::List(list), Kind::List(form)) => {
            within(model, &list.member, &form.entry, shape)
        }
        (ShapeKind::Map(map), Kind::Map(form)) => within(model, &map.key, &form.key, shape)
            .or_else(|| within(model, &map.value, &form.value, shape)),
        _ => None,
    }
}

/// How deeply lists and maps nest at most; those of a model that is not checked may be circles.
const DEEPEST: usize = 16;

/// Whether a structure or union has a value of a shape, with the constraints of the shape alone.
pub(super) fn is_held(model: &Model, holder: &Shape, shape: &Shape) -> bool {
    matches!(holder.kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
        && holder.kind.members().any(|member| has(model, member, shape, DEEPEST))
}

/// Whether the value of a member is or has one of a shape.
fn has(model: &Model, member: &Member, shape: &Shape, deepest: usize) -> bool {
    let target = model.shape(member.target);
    if target.name == shape.name && member.constraints == Constraints::default() {
        return true;
    }
    let Some(deepest) = deepest.checked_sub(1) else { return false };
    match &target.kind {
        ShapeKind::List(list) => has(model, &list.member, shape, deepest),
        ShapeKind::Map(map) => {
            has(model, &map.key, shape, deepest) || has(model, &map.value, shape, deepest)
        }
        _ => false,
    }
}
