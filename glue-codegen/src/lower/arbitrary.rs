//! Arbitrary values of types, made from their members and checks.

mod least;
mod texts;

use std::collections::HashMap;

use glue_model::{PatternAnchoring, TimestampFormat};
use glue_pattern::Anchoring;
use proc_macro2::Ident;

use super::context::Context;
use crate::plan::{
    Arbitrary, Check, CheckCall, Codec, Draw, DrawKind, Enum, FieldDraw, Lengths, Step, Type,
    TypeDraw, TypeItem, ValueCheck, VariantDraw,
};
use texts::TextTables;

/// Plans how the values of all types are drawn, if this is requested. The file of the model has this
/// many bytes.
pub(super) fn lower(
    context: &Context<'_>,
    types: &[TypeItem],
    checks: &[Check],
    bytes: usize,
) -> Option<Arbitrary> {
    if !context.options.arbitrary {
        return None;
    }
    let anchoring = match context.model.service.pattern_anchoring {
        PatternAnchoring::Whole => Anchoring::Whole,
        PatternAnchoring::Search => Anchoring::Search,
    };
    let enums = types.iter().filter_map(|item| match item {
        TypeItem::Enum(item) => Some((&item.name, item)),
        TypeItem::Structure(_) | TypeItem::Union(_) => None,
    });
    let mut draws = Draws {
        checks: checks.iter().map(|check| (&check.name, check)).collect(),
        enums: enums.collect(),
        texts: TextTables::new(anchoring, bytes),
    };
    let mut types: Vec<TypeDraw> = types.iter().map(|item| draws.type_draw(item)).collect();
    least::settle(&mut types);
    Some(Arbitrary { texts: draws.texts.made, types })
}

/// What draws are made of.
struct Draws<'a> {
    checks: HashMap<&'a Ident, &'a Check>,
    enums: HashMap<&'a Ident, &'a Enum>,
    texts: TextTables,
}

impl<'a> Draws<'a> {
    fn type_draw(&mut self, item: &'a TypeItem) -> TypeDraw {
        let kind = match item {
            TypeItem::Structure(structure) => {
                let fields = structure.fields.iter().map(|field| FieldDraw {
                    name: field.name.clone(),
                    required: field.required,
                    draw: self.draw(&field.ty, &field.codec, field.check.as_ref()),
                });
                DrawKind::Structure(fields.collect())
            }
            TypeItem::Union(union) => {
                let variants = union.variants.iter().map(|variant| VariantDraw {
                    name: variant.name.clone(),
                    draw: self.draw(&variant.ty, &variant.codec, variant.check.as_ref()),
                });
                DrawKind::Union(variants.collect())
            }
            TypeItem::Enum(_) => DrawKind::Enum,
        };
        TypeDraw { name: item.name().clone(), kind }
    }

    fn draw(&mut self, ty: &Type, codec: &Codec, check: Option<&ValueCheck>) -> Draw {
        let check = match check.map(|check| &check.call) {
            Some(CheckCall::Function(name)) => self.checks.get(name).copied(),
            Some(CheckCall::Known | CheckCall::Validate) | None => None,
        };
        let steps = check.map(|check| check.steps.as_slice()).unwrap_or_default();
        match ty {
            Type::Bool => Draw::Simple("boolean"),
            Type::I8 | Type::I16 | Type::I32 | Type::I64 => integer(steps),
            Type::F64 => float(steps),
            Type::String => self.text(check, "text").unwrap_or(Draw::AnyText(lengths(steps))),
            Type::JsonText => self.text(check, "json_text").unwrap_or(Draw::Json(lengths(steps))),
            Type::Blob | Type::Bytes => Draw::Blob(lengths(steps)),
            Type::Timestamp(_) => Draw::Simple(time(codec)),
            Type::Document(_) => Draw::Simple("document"),
            Type::Foreign(_) => Draw::Simple("foreign"),
            Type::Boxed(name) => Draw::Type { name: name.clone(), boxed: true },
            Type::Named(name) => match check.and_then(|check| self.constrained_enum(name, check)) {
                Some(draw) => draw,
                None => Draw::Type { name: name.clone(), boxed: false },
            },
            Type::List { entry, sparse } => {
                let codec = if let Codec::List { entry, .. } = codec { entry } else { codec };
                let check = steps.iter().find_map(|step| match step {
                    Step::Entries(check) => Some(check),
                    _ => None,
                });
                Draw::List {
                    entry: Box::new(self.draw(entry, codec, check)),
                    lengths: lengths(steps),
                    sparse: *sparse,
                    unique: steps.iter().find_map(|step| match step {
                        Step::UniqueItems(unique) => Some(unique.clone()),
                        _ => None,
                    }),
                }
            }
            Type::Map { key, value, sparse, .. } => {
                let codec = if let Codec::Map { value, .. } = codec { value } else { codec };
                let of_keys = steps.iter().find_map(|step| match step {
                    Step::Keys(check) => Some(check),
                    _ => None,
                });
                let of_values = steps.iter().find_map(|step| match step {
                    Step::Values { check, .. } => Some(check),
                    _ => None,
                });
                Draw::Map {
                    key: Box::new(self.draw(key, &Codec::Plain, of_keys)),
                    value: Box::new(self.draw(value, codec, of_values)),
                    lengths: lengths(steps),
                    sparse: *sparse,
                }
            }
        }
    }

    /// The texts of a check that has a pattern.
    fn text(&mut self, check: Option<&Check>, function: &'static str) -> Option<Draw> {
        let check = check?;
        let source = pattern(&check.steps)?;
        let texts = self.texts.name(&check.name, source, lengths(&check.steps));
        Some(texts.map_or(Draw::Impossible, |texts| Draw::Text { function, texts }))
    }

    /// The values of an enum that has constraints of texts: known ones that satisfy them, or else
    /// unknown ones.
    fn constrained_enum(&mut self, name: &Ident, check: &Check) -> Option<Draw> {
        let (lengths, source) = (lengths(&check.steps), pattern(&check.steps));
        if lengths == Lengths::default() && source.is_none() {
            return None;
        }
        let matches = source.and_then(|source| self.texts.program(source));
        let known = self.enums.get(name).map(|item| item.variants.as_slice()).unwrap_or_default();
        let is_valid = |value: &&String| {
            let length = value.chars().count() as u64;
            lengths.min.is_none_or(|min| min <= length)
                && lengths.max.is_none_or(|max| length <= max)
                && matches.as_ref().is_none_or(|program| program.is_match(value))
        };
        let values: Vec<String> =
            known.iter().map(|variant| &variant.value).filter(is_valid).cloned().collect();
        if !values.is_empty() {
            return Some(Draw::Values(values));
        }
        let texts = self.texts.name(&check.name, source.unwrap_or(EVERYTHING), lengths);
        Some(texts.map_or(Draw::Impossible, |texts| Draw::Text { function: "unknown", texts }))
    }
}

/// A pattern that matches every text.
const EVERYTHING: &str = "[\\s\\S]*";

fn lengths(steps: &[Step]) -> Lengths {
    let lengths = steps.iter().find_map(|step| match step {
        Step::Length { min, max } => Some(Lengths { min: *min, max: *max }),
        _ => None,
    });
    lengths.unwrap_or_default()
}

fn pattern(steps: &[Step]) -> Option<&str> {
    steps.iter().find_map(|step| match step {
        Step::Pattern { source, .. } => Some(source.as_str()),
        _ => None,
    })
}

fn integer(steps: &[Step]) -> Draw {
    let range = steps.iter().find_map(|step| match step {
        Step::IntegerRange { min, max } => Some((*min, *max)),
        _ => None,
    });
    let (min, max) = range.unwrap_or_default();
    let known = steps.iter().find_map(|step| match step {
        Step::KnownNumber(values) => Some(values),
        _ => None,
    });
    let is_within = |value: &&i32| {
        min.is_none_or(|min| min <= i64::from(**value))
            && max.is_none_or(|max| i64::from(**value) <= max)
    };
    let known: Vec<i32> = known.into_iter().flatten().filter(is_within).copied().collect();
    if known.is_empty() { Draw::Integer { min, max } } else { Draw::Known(known) }
}

fn float(steps: &[Step]) -> Draw {
    let range = steps.iter().find_map(|step| match step {
        Step::FloatRange { min, max } => Some((*min, *max)),
        _ => None,
    });
    let (min, max) = range.unwrap_or_default();
    Draw::Float { min: min.map(|min| min.value()), max: max.map(|max| max.value()) }
}

/// The function for a time. HTTP dates have no fractions.
fn time(codec: &Codec) -> &'static str {
    match codec {
        Codec::Timestamp(TimestampFormat::HttpDate) => "whole_time",
        _ => "time",
    }
}
