//! The Rust types that shapes become, and the forms in which their values travel.

use glue_model::{Facet, Member, Model, Protocol, Shape, ShapeId, ShapeKind, TimestampFormat};

use super::closure::Closure;
use super::context::Context;
use super::json_text;
use super::problems::Problems;
use crate::bug::bug;
use crate::options::{Maps, Timestamps};
use crate::plan::{Codec, DocumentKind, Type};

/// The maximum number of lists and maps nested without a structure between them. Published models
/// nest three; types beyond the limit would take compilers forever.
const MAX_NESTING: usize = 16;

/// Reports lists and maps that nest too deeply, so that later stages can walk them without limits.
pub(super) fn check_nesting(model: &Model, closure: &Closure, problems: &mut Problems<'_>) {
    let mut depths = Depths::new(model);
    for (id, _) in model.shapes().filter(|(id, _)| closure.contains(*id)) {
        if depths.of(model, id) > MAX_NESTING {
            let message = format!("lists and maps nest more than {MAX_NESTING} levels deep");
            problems.shape(id, None, Facet::Whole, message);
            return;
        }
    }
}

/// The number of lists and maps that each shape starts, stored as they are found.
struct Depths {
    known: Vec<Option<usize>>,
}

impl Depths {
    fn new(model: &Model) -> Self {
        Self { known: vec![None; model.shapes().len()] }
    }

    fn of(&mut self, model: &Model, id: ShapeId) -> usize {
        let mut open = vec![id];
        while let Some(&shape) = open.last() {
            let nested: Vec<ShapeId> = collection_targets(model.shape(shape)).collect();
            let unknown = nested.iter().find(|to| self.known[to.index()].is_none());
            match unknown {
                Some(next) if open.len() <= MAX_NESTING => open.push(*next),
                _ => {
                    let below = nested.iter().filter_map(|to| self.known[to.index()]).max();
                    let own = usize::from(is_collection(model.shape(shape)));
                    let cut = if unknown.is_some() { MAX_NESTING } else { 0 };
                    self.known[shape.index()] = Some(own + below.unwrap_or(0) + cut);
                    open.pop();
                }
            }
        }
        self.known[id.index()].unwrap_or(0)
    }
}

fn is_collection(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::List(_) | ShapeKind::Map(_))
}

fn collection_targets(shape: &Shape) -> impl Iterator<Item = ShapeId> {
    let members = is_collection(shape).then(|| shape.kind.members());
    members.into_iter().flatten().map(|member| member.target)
}

/// The type of a shape's values, if the member adds nothing to it.
fn type_of(context: &Context<'_>, id: ShapeId) -> Type {
    match &context.model.shape(id).kind {
        ShapeKind::Boolean => Type::Bool,
        ShapeKind::Byte => Type::I8,
        ShapeKind::Short => Type::I16,
        ShapeKind::Integer | ShapeKind::IntEnum(_) => Type::I32,
        ShapeKind::Long => Type::I64,
        // Single precision, whose digits only a double preserves.
        ShapeKind::Float | ShapeKind::Double => Type::F64,
        ShapeKind::String => Type::String,
        ShapeKind::Blob if context.options.bytes => Type::Bytes,
        ShapeKind::Blob => Type::Blob,
        ShapeKind::Timestamp => Type::Timestamp(context.options.timestamps),
        ShapeKind::List(list) => {
            let entry = Box::new(held_type(context, id, &list.member));
            Type::List { entry, sparse: list.sparse }
        }
        ShapeKind::Map(map) => Type::Map {
            kind: context.options.maps,
            key: Box::new(type_of(context, map.key.target)),
            value: Box::new(held_type(context, id, &map.value)),
            sparse: map.sparse,
        },
        ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_) => {
            Type::Named(context.names.shape(context.model, id))
        }
        // Numbers of any size have no type in Rust; a document keeps them as they are written.
        ShapeKind::BigInteger => Type::Document(DocumentKind::Whole),
        ShapeKind::BigDecimal => Type::Document(DocumentKind::Number),
        ShapeKind::Document => Type::Document(DocumentKind::Any),
        other => bug!("shape `{}` is of the unknown kind {other:?}", context.model.shape(id).name),
    }
}

/// The type of a member of the structure, union, list or map `holder`.
pub(super) fn held_type(context: &Context<'_>, holder: ShapeId, member: &Member) -> Type {
    if let Some(replacement) = context.elsewhere.replacement(context.model, holder, member) {
        return Type::Foreign(replacement.path.clone());
    }
    match json_text::json_codec(context, holder, member) {
        Some(_) => Type::JsonText,
        None => type_of(context, member.target),
    }
}

/// The type of a member of the structure, union, list or map `holder`.
pub(super) fn member_type(context: &Context<'_>, holder: ShapeId, member: &Member) -> Type {
    match held_type(context, holder, member) {
        Type::Named(name) if context.layout.is_boxed(holder, member.target) => Type::Boxed(name),
        other => other,
    }
}

/// Whether values of the type can be written without a codec. Types of other crates cannot.
pub(super) fn has_own_form(ty: &Type) -> bool {
    match ty {
        Type::Bytes => false,
        Type::Timestamp(crates) => *crates == Timestamps::Runtime,
        Type::List { entry, .. } => has_own_form(entry),
        Type::Map { kind, value, .. } => *kind != Maps::Index && has_own_form(value),
        _ => true,
    }
}

/// The form in which the values of a member of `holder` travel.
pub(super) fn codec(context: &Context<'_>, holder: ShapeId, member: &Member) -> Codec {
    let shape = context.model.shape(member.target);
    if context.elsewhere.replacement(context.model, holder, member).is_some() {
        return Codec::Foreign;
    }
    if let Some(codec) = json_text::json_codec(context, holder, member) {
        return codec;
    }
    match &shape.kind {
        ShapeKind::Byte
        | ShapeKind::Short
        | ShapeKind::Integer
        | ShapeKind::Long
        | ShapeKind::IntEnum(_) => Codec::Integer,
        ShapeKind::Float => Codec::Single,
        ShapeKind::Double => Codec::Float,
        ShapeKind::Timestamp => {
            let default = default_timestamp_format(context.model.service.protocol);
            match member.timestamp_format.or(shape.timestamp_format).unwrap_or(default) {
                TimestampFormat::EpochSeconds
                    if context.options.timestamps == Timestamps::Runtime =>
                {
                    Codec::Plain
                }
                format => Codec::Timestamp(format),
            }
        }
        ShapeKind::List(list) => {
            let entry = Box::new(codec(context, member.target, &list.member));
            Codec::List { entry, sparse: list.sparse }
        }
        ShapeKind::Map(map) => Codec::Map {
            value: Box::new(codec(context, member.target, &map.value)),
            sparse: map.sparse,
        },
        ShapeKind::Blob if context.options.bytes => Codec::Base64,
        ShapeKind::Boolean
        | ShapeKind::BigInteger
        | ShapeKind::BigDecimal
        | ShapeKind::String
        | ShapeKind::Enum(_)
        | ShapeKind::Blob
        | ShapeKind::Document
        | ShapeKind::Structure(_)
        | ShapeKind::Union(_) => Codec::Plain,
        other => bug!("shape `{}` is of the unknown kind {other:?}", shape.name),
    }
}

/// What a body's timestamps are where the model is silent (Smithy, each protocol's
/// "timestamp formats").
fn default_timestamp_format(protocol: Protocol) -> TimestampFormat {
    match protocol {
        Protocol::RestXml | Protocol::AwsQuery | Protocol::Ec2Query => TimestampFormat::DateTime,
        Protocol::AwsJson1_0
        | Protocol::AwsJson1_1
        | Protocol::RestJson1
        | Protocol::RpcV2Cbor
        | Protocol::RpcV2Json
        | Protocol::Unknown => TimestampFormat::EpochSeconds,
        other => bug!("the protocol {other:?} has no format for timestamps"),
    }
}
