//! Enums of strings.

use glue_model::{EnumValue, Shape, ShapeId};

use super::docs;
use super::lowering::Lowering;
use super::names::{Taken, identifier, variant_name};
use crate::markdown::code_span;
use crate::plan::{Enum, EnumVariant};

pub(super) fn lower(
    lowering: &mut Lowering<'_>,
    id: ShapeId,
    shape: &Shape,
    values: &[EnumValue],
) -> Enum {
    let options = lowering.options;
    let fallback = format!("One of the values of {}.", code_span(&shape.name));
    let documentation = shape.documentation.as_deref();
    let mut taken = Taken::default();
    let mut variant = |value: &EnumValue| {
        let wanted = variant_name(&value.value);
        let name = taken.take(wanted.clone(), "");
        if name != wanted {
            let renamed = format!("value `{}` of `{}` is `{name}`", value.value, shape.name);
            lowering.names.renamed.push(format!("{renamed}: `{wanted}` is taken"));
        }
        let fallback = format!("{}.", code_span(&value.value));
        let text = value.documentation.as_deref();
        EnumVariant {
            attributes: docs::attributes(options, text, &fallback, value.deprecated.as_ref()),
            name: identifier(&name),
            value: value.value.clone(),
            internal: value.internal,
        }
    };
    let variants = values.iter().map(&mut variant).collect();
    let deprecated = shape.deprecated.as_ref();
    let mut attributes = docs::attributes(options, documentation, &fallback, deprecated);
    attributes.touches_deprecated |= values.iter().any(|value| value.deprecated.is_some());
    Enum {
        attributes,
        derives: Vec::new(),
        name: lowering.names.shape(lowering.model, id),
        model_name: shape.name.clone(),
        variants,
        sensitive: shape.sensitive,
    }
}
