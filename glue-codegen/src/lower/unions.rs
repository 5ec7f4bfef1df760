//! Unions and their members.

use glue_model::{Member, Shape, ShapeId, Union};

use super::docs;
use super::lowering::Lowering;
use super::names::{Taken, identifier, variant_name};
use super::problems::Problems;
use crate::markdown::code_span;
use crate::plan::{self, UnionVariant};

pub(super) fn lower(
    lowering: &mut Lowering<'_>,
    id: ShapeId,
    shape: &Shape,
    union: &Union,
    problems: &mut Problems<'_>,
) -> plan::Union {
    let mut taken = Taken::default();
    let mut variants = Vec::with_capacity(union.members.len());
    for member in &union.members {
        let name = taken.take(variant_name(&member.name), "");
        variants.push(variant(lowering, id, member, &name, problems));
    }
    let targets = union.members.iter().map(|member| member.target);
    let by_value = targets.filter(|target| !lowering.layout.is_boxed(id, *target));
    let fallback = format!("{}: one of its members.", code_span(&shape.name));
    plan::Union {
        attributes: lowering.aggregate_attributes(shape, &union.members, fallback),
        derives: Vec::new(),
        name: lowering.names.shape(lowering.model, id),
        model_name: shape.name.clone(),
        variants,
        is_uneven: lowering.layout.are_uneven(by_value),
        sensitive: shape.sensitive,
    }
}

fn variant(
    lowering: &mut Lowering<'_>,
    holder: ShapeId,
    member: &Member,
    name: &str,
    problems: &mut Problems<'_>,
) -> UnionVariant {
    let target = lowering.model.shape(member.target);
    let constraints = super::checks::effective(member, target);
    let check = lowering.check_of(holder, member, problems);
    let demands = lowering.demands(member, &constraints);
    UnionVariant {
        attributes: docs::member_attributes(lowering.options, member, target, demands),
        name: identifier(name),
        model_name: member.name.clone(),
        key: lowering.body_key(member),
        ty: lowering.member_type(holder, member),
        codec: lowering.codec(holder, member),
        check,
        sensitive: lowering.is_sensitive(member),
    }
}
