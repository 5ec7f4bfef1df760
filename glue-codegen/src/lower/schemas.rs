//! The JSON Schemas of types, made from their members and checks.

use std::collections::HashMap;

use glue_model::{Member, PatternAnchoring, ShapeId, TimestampFormat};
use glue_pattern::Anchoring;
use proc_macro2::Ident;

use super::context::Context;
use super::docs;
use super::names::{Taken, identifier};
use crate::markdown::code_span;
use crate::plan::{
    Check, CheckCall, Codec, Field, SchemaConstraint, SchemaForm, SchemaKind, SchemaMember,
    Schemas, Step, Structure, Type, TypeItem, TypeSchema, Union, UnionVariant, ValueCheck,
};

/// Plans the schemas of all types, which come with the shapes they are made from, if they are
/// requested.
pub(super) fn lower(
    context: &Context<'_>,
    shapes: &[ShapeId],
    types: &[TypeItem],
    checks: &[Check],
) -> Option<Schemas> {
    if !context.options.schemars {
        return None;
    }
    let anchoring = match context.model.service.pattern_anchoring {
        PatternAnchoring::Whole => Anchoring::Whole,
        PatternAnchoring::Search => Anchoring::Search,
    };
    let mut forms = Forms {
        anchoring,
        checks: checks.iter().map(|check| (&check.name, check)).collect(),
        named: HashMap::new(),
        taken: Taken::default(),
        made: Vec::new(),
        patterns: HashMap::new(),
        left: MOST_TEXT,
    };
    let schema = |(id, item): (&ShapeId, &TypeItem)| type_schema(context, &mut forms, *id, item);
    let types = shapes.iter().zip(types).map(schema).collect();
    Some(Schemas { forms: forms.made, types })
}

fn type_schema(
    context: &Context<'_>,
    forms: &mut Forms<'_>,
    id: ShapeId,
    item: &TypeItem,
) -> TypeSchema {
    let shape = context.model.shape(id);
    let members: Vec<&Member> = shape.kind.members().collect();
    let kind = match item {
        TypeItem::Structure(Structure { fields, .. }) => {
            let rows = fields.iter().enumerate();
            let row = |(index, field): (usize, &Field)| SchemaMember {
                key: field.key.clone(),
                form: forms.form(&field.ty, &field.codec, field.check.as_ref()),
                required: field.required,
                docs: member_docs(context, members.get(index).copied()),
                deprecated: field.attributes.deprecated.is_some(),
            };
            SchemaKind::Structure(rows.map(row).collect())
        }
        TypeItem::Union(Union { variants, .. }) => {
            let rows = variants.iter().enumerate();
            let row = |(index, variant): (usize, &UnionVariant)| SchemaMember {
                key: variant.key.clone(),
                form: forms.form(&variant.ty, &variant.codec, variant.check.as_ref()),
                required: false,
                docs: member_docs(context, members.get(index).copied()),
                deprecated: variant.attributes.deprecated.is_some(),
            };
            SchemaKind::Union(rows.map(row).collect())
        }
        TypeItem::Enum(_) => SchemaKind::Enum,
    };
    TypeSchema {
        name: item.name().clone(),
        kind,
        docs: docs::description(context.options, shape.documentation.as_deref()),
        deprecated: item.attributes().deprecated.is_some(),
    }
}

/// The description of a member, or of its target.
fn member_docs(context: &Context<'_>, member: Option<&Member>) -> Option<String> {
    let member = member?;
    let target = context.model.shape(member.target);
    let text = member.documentation.as_deref().or(target.documentation.as_deref());
    docs::description(context.options, text)
}

/// The maximum number of bytes of all patterns together. A class of a few characters in a model can
/// be one of hundreds of ranges; the patterns of any published model take a thousandth of it.
const MOST_TEXT: usize = 16 << 20;

/// The forms so far.
struct Forms<'a> {
    anchoring: Anchoring,
    checks: HashMap<&'a Ident, &'a Check>,
    /// The names of forms by their checks, one for each codec.
    named: HashMap<&'a Ident, Vec<(Codec, Ident)>>,
    taken: Taken,
    made: Vec<(Ident, SchemaForm)>,
    /// Patterns of ECMAScript by those of the model; `None` for those that have no equal.
    patterns: HashMap<&'a str, Option<String>>,
    /// How many bytes patterns may still take.
    left: usize,
}

impl<'a> Forms<'a> {
    fn form(&mut self, ty: &Type, codec: &Codec, check: Option<&ValueCheck>) -> SchemaForm {
        let check = match check.map(|check| &check.call) {
            Some(CheckCall::Function(name)) => self.checks.get(name).copied(),
            Some(CheckCall::Known | CheckCall::Validate) | None => None,
        };
        match check {
            Some(check) => SchemaForm::Named(self.named(check, codec)),
            None => self.plain(ty, codec, None),
        }
    }

    /// The name of the form of what a check serves, which it gets with its first use.
    fn named(&mut self, check: &'a Check, codec: &Codec) -> Ident {
        let known = self.named.get(&check.name).into_iter().flatten();
        if let Some((_, name)) = known.clone().find(|(other, _)| other == codec) {
            return name.clone();
        }
        let form = self.plain(&check.subject, codec, Some(check));
        let constraints = check.steps.iter().flat_map(|step| self.constraints(step)).collect();
        let wanted = check.name.to_string();
        let wanted = wanted.trim_start_matches("r#").to_owned();
        let name = identifier(&self.taken.take(wanted, "_"));
        self.named.entry(&check.name).or_default().push((codec.clone(), name.clone()));
        self.made.push((name.clone(), SchemaForm::Constrained(Box::new(form), constraints)));
        name
    }

    /// The form of a type, whose entries a check may check.
    fn plain(&mut self, ty: &Type, codec: &Codec, check: Option<&Check>) -> SchemaForm {
        let steps = check.map(|check| check.steps.as_slice()).unwrap_or_default();
        let find = |of: fn(&Step) -> Option<&ValueCheck>| steps.iter().find_map(of);
        let scalar = match (ty, codec) {
            (Type::Bool, _) => "BOOLEAN",
            (Type::I8, _) => "I8",
            (Type::I16, _) => "I16",
            (Type::I32, _) => "I32",
            (Type::I64, _) => "I64",
            (Type::F64, _) => "F64",
            (Type::String, _) => "TEXT",
            (Type::JsonText, Codec::EncodedJson) => "ENCODED_JSON",
            (Type::JsonText, _) => "JSON",
            (Type::Blob | Type::Bytes, _) => "BLOB",
            (Type::Timestamp(_), Codec::Timestamp(TimestampFormat::DateTime)) => "DATE_TIME",
            (Type::Timestamp(_), Codec::Timestamp(TimestampFormat::HttpDate)) => "HTTP_DATE",
            (Type::Timestamp(_), _) => "EPOCH_SECONDS",
            (Type::Document(_), _) => "DOCUMENT",
            (Type::Named(name) | Type::Boxed(name), _) => return SchemaForm::Type(name.clone()),
            (Type::Foreign(path), _) => return SchemaForm::Foreign(path.clone()),
            (Type::List { entry, sparse }, codec) => {
                let codec = if let Codec::List { entry, .. } = codec { entry } else { codec };
                let check = find(|step| match step {
                    Step::Entries(check) => Some(check),
                    _ => None,
                });
                let entry = Box::new(self.form(entry, codec, check));
                return SchemaForm::List { entry, sparse: *sparse };
            }
            (Type::Map { key, value, sparse, .. }, codec) => {
                let codec = if let Codec::Map { value, .. } = codec { value } else { codec };
                let keys = find(|step| match step {
                    Step::Keys(check) => Some(check),
                    _ => None,
                });
                let values = find(|step| match step {
                    Step::Values { check, .. } => Some(check),
                    _ => None,
                });
                let key = Box::new(self.form(key, &Codec::Plain, keys));
                let value = Box::new(self.form(value, codec, values));
                return SchemaForm::Map { key, value, sparse: *sparse };
            }
        };
        SchemaForm::Scalar(scalar)
    }

    /// What a step of a check asks of a value itself.
    fn constraints(&mut self, step: &'a Step) -> Vec<SchemaConstraint> {
        use SchemaConstraint::{
            Greatest, GreatestFloat, Known, Least, LeastFloat, Max, Min, Unique,
        };
        match step {
            Step::Length { min, max } => {
                let min = min.filter(|min| *min > 0).map(Min);
                min.into_iter().chain(max.map(Max)).collect()
            }
            Step::IntegerRange { min, max } => {
                min.map(Least).into_iter().chain(max.map(Greatest)).collect()
            }
            Step::FloatRange { min, max } => {
                let min = min.map(|min| LeastFloat(min.value()));
                min.into_iter().chain(max.map(|max| GreatestFloat(max.value()))).collect()
            }
            Step::Pattern { source, .. } => vec![self.pattern(source)],
            Step::KnownNumber(values) => vec![Known(values.clone())],
            Step::UniqueItems { .. } => vec![Unique],
            Step::Known | Step::Entries(_) | Step::Keys(_) | Step::Values { .. } => Vec::new(),
        }
    }

    fn pattern(&mut self, source: &'a str) -> SchemaConstraint {
        let anchoring = self.anchoring;
        let known = self.patterns.entry(source).or_insert_with(|| {
            let syntax = glue_pattern::parse(source).ok()?;
            glue_pattern::ecma(&syntax, anchoring).ok()
        });
        match known {
            Some(pattern) if pattern.len() <= self.left => {
                self.left -= pattern.len();
                SchemaConstraint::Pattern(pattern.clone())
            }
            _ => SchemaConstraint::JavaPattern(code_span(source)),
        }
    }
}
