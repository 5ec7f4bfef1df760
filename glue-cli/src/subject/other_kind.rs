//! Shapes that are not structures or unions, or that no operation reaches.

use glue_codegen::inspect::{Forms, ShapeForm};
use glue_model::{Model, Plain, Shape, ShapeKind};

use crate::failure::Failure;

/// Why a shape is not among the structures and unions of the forms, if the model has it.
pub(super) fn failure(model: &Model, forms: &Forms, name: &str) -> Option<Failure> {
    let shape = model.shapes().map(|(_, shape)| shape).find(|shape| shape.name == name)?;
    let name = Plain(name);
    if matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_)) {
        return Some(Failure::unusable(
            format!("no operation reaches `{name}`"),
            "name a shape that requests, answers or errors have",
        ));
    }
    let kind = kind(&shape.kind);
    let message = format!("`{name}` is {kind}, and not a structure or union");
    Some(Failure::unusable(message, help(model, forms, shape)))
}

/// What to name instead.
fn help(model: &Model, forms: &Forms, shape: &Shape) -> String {
    let name = Plain(&shape.name);
    if let ShapeKind::Enum(_) | ShapeKind::IntEnum(_) = shape.kind {
        return format!("`glue-codegen show {name}` shows its values");
    }
    let held = innermost(model, shape);
    if is_reached(forms, &held.name) {
        let held = Plain(&held.name);
        return format!("it holds values of `{held}`: name that with `--shape {held}`");
    }
    let has_shape = |holder: &&Shape| {
        let mut targets = holder.kind.members().map(|member| model.shape(member.target));
        targets.any(|target| target.name == shape.name || innermost(model, target) == shape)
            && is_reached(forms, &holder.name)
    };
    match model.shapes().map(|(_, holder)| holder).find(has_shape) {
        Some(holder) => {
            let holder = Plain(&holder.name);
            format!(
                "name a structure that has it, such as `{holder}`; `glue-codegen show {name}` shows it"
            )
        }
        None => format!("`glue-codegen show {name}` shows it"),
    }
}

/// Whether the forms have a structure or union of a name.
fn is_reached(forms: &Forms, name: &str) -> bool {
    forms.shapes.iter().any(|shape| match shape {
        ShapeForm::Structure(members) | ShapeForm::Union(members) => members.name == name,
        _ => false,
    })
}

/// What lists and maps hold within each other, or the shape itself.
fn innermost<'a>(model: &'a Model, mut shape: &'a Shape) -> &'a Shape {
    loop {
        shape = match &shape.kind {
            ShapeKind::List(list) => model.shape(list.member.target),
            ShapeKind::Map(map) => model.shape(map.value.target),
            _ => return shape,
        };
    }
}

/// The kind of a shape, in words.
fn kind(kind: &ShapeKind) -> &'static str {
    match kind {
        ShapeKind::Boolean => "a boolean",
        ShapeKind::Byte => "a byte",
        ShapeKind::Short => "a short integer",
        ShapeKind::Integer => "an integer",
        ShapeKind::Long => "a long integer",
        ShapeKind::BigInteger => "an integer of any size",
        ShapeKind::Float => "a float",
        ShapeKind::Double => "a double",
        ShapeKind::BigDecimal => "a number of any size",
        ShapeKind::String => "a string",
        ShapeKind::Enum(_) => "an enum",
        ShapeKind::IntEnum(_) => "an enum of integers",
        ShapeKind::Blob => "a blob",
        ShapeKind::Timestamp => "a timestamp",
        ShapeKind::Document => "a document",
        ShapeKind::List(_) => "a list",
        ShapeKind::Map(_) => "a map",
        _ => "of another kind",
    }
}
