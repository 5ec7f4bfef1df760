//! Enums of strings.

use glue_model::{EnumValue, Shape, ShapeId};

use super::context::Context;
use super::docs;
use super::names::{Taken, identifier, variant_name};
use crate::markdown::code_span;
use crate::plan::{Derives, Enum, EnumVariant};

pub(super) fn lower(
    context: &Context<'_>,
    id: ShapeId,
    shape: &Shape,
    values: &[EnumValue],
) -> Enum {
    let options = context.options;
    let fallback = format!("One of the values of {}.", code_span(&shape.name));
    let documentation = shape.documentation.as_deref();
    let mut taken = Taken::default();
    let mut variant = |(place, value): (usize, &EnumValue)| {
        let name = taken.take(variant_name(&value.value), "");
        let name = context.renames.of_part(id, place, name);
        let fallback = format!("{}.", code_span(&value.value));
        let text = value.documentation.as_deref();
        EnumVariant {
            attributes: docs::attributes(options, text, &fallback, value.deprecated.as_ref()),
            name: identifier(&name),
            value: value.value.clone(),
            internal: value.internal,
        }
    };
    let variants = values.iter().enumerate().map(&mut variant).collect();
    let deprecated = shape.deprecated.as_ref();
    let mut attributes = docs::attributes(options, documentation, &fallback, deprecated);
    attributes.touches_deprecated |= values.iter().any(|value| value.deprecated.is_some());
    Enum {
        attributes,
        derives: Derives::default(),
        name: context.names.shape(context.model, id),
        model_name: shape.name.clone(),
        variants,
        sensitive: shape.sensitive,
    }
}

/// The variants whose names do not follow from their values, in words. Names that the options chose
/// are not among them.
pub(super) fn renamed(
    item: &Enum,
    is_chosen: impl Fn(usize) -> bool,
) -> impl Iterator<Item = String> {
    item.variants.iter().enumerate().filter_map(move |(place, EnumVariant { name, value, .. })| {
        let wanted = variant_name(value);
        let is_renamed = *name != identifier(&wanted) && !is_chosen(place);
        let place = format!("value `{value}` of `{}`", item.model_name);
        is_renamed.then(|| format!("{place} is `{name}`: `{wanted}` is taken"))
    })
}
