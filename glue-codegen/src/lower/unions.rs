//! Unions and their members.

use glue_model::{Member, Shape, ShapeId, Union};

use super::check_functions::CheckFunctions;
use super::context::Context;
use super::names::{Taken, identifier, variant_name};
use super::problems::Problems;
use super::{bindings, checks, docs, members, structures, types};
use crate::markdown::code_span;
use crate::plan::{self, UnionVariant};

pub(super) fn lower(
    context: &Context<'_>,
    functions: &mut CheckFunctions,
    id: ShapeId,
    shape: &Shape,
    union: &Union,
    problems: &mut Problems<'_>,
) -> plan::Union {
    let mut taken = Taken::default();
    let mut variants = Vec::with_capacity(union.members.len());
    for (place, member) in union.members.iter().enumerate() {
        let name = taken.take(variant_name(&member.name), "");
        let name = context.renames.of_part(id, place, name);
        variants.push(variant(context, functions, id, member, &name, problems));
    }
    let targets = union.members.iter().map(|member| member.target);
    let by_value = targets.filter(|target| !context.layout.is_boxed(id, *target));
    let fallback = format!("{}: one of its members.", code_span(&shape.name));
    plan::Union {
        attributes: structures::aggregate_attributes(context, shape, &union.members, fallback),
        derives: plan::Derives::default(),
        name: context.names.shape(context.model, id),
        model_name: shape.name.clone(),
        variants,
        is_uneven: context.layout.are_uneven(by_value),
        sensitive: shape.sensitive,
    }
}

fn variant(
    context: &Context<'_>,
    functions: &mut CheckFunctions,
    holder: ShapeId,
    member: &Member,
    name: &str,
    problems: &mut Problems<'_>,
) -> UnionVariant {
    let target = context.model.shape(member.target);
    let constraints = checks::effective(member, target);
    let check = checks::check_of(context, functions, holder, member, problems);
    let demands = checks::demands(functions, member, &constraints);
    UnionVariant {
        attributes: docs::member_attributes(context.options, member, target, demands),
        name: identifier(name),
        model_name: member.name.clone(),
        key: bindings::body_key(context, member),
        ty: types::member_type(context, holder, member),
        codec: types::codec(context, holder, member),
        check,
        sensitive: members::is_sensitive(context, member),
    }
}
