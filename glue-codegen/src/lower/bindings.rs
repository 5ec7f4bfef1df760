//! The keys of members, and where members travel that are not keys of the body.

use std::collections::{HashMap, HashSet};

use glue_model::{Binding, Member, Protocol, Shape, ShapeId, ShapeKind, TimestampFormat};

use super::context::Context;
use super::members;
use super::names::Taken;
use crate::bug::bug;
use crate::plan::{self, Location, PayloadForm, TextForm};

/// The key of a member in the body.
pub(super) fn body_key(context: &Context<'_>, member: &Member) -> String {
    let is_json = matches!(
        context.model.service.protocol,
        Protocol::AwsJson1_0
            | Protocol::AwsJson1_1
            | Protocol::RestJson1
            | Protocol::RpcV2Json
            | Protocol::Unknown
    );
    let name = match member.binding {
        Binding::Body => &member.location_name,
        Binding::Payload
        | Binding::Header
        | Binding::PrefixHeaders
        | Binding::Query
        | Binding::QueryParams
        | Binding::Label
        | Binding::StatusCode => &member.body_name,
        other => bug!("member `{}` has the unknown binding {other:?}", member.name),
    };
    name.clone().filter(|_| is_json).unwrap_or_else(|| member.name.clone())
}

/// The keys of a structure's members in JSON at rest, where every member has a key of its own: the
/// body's key, except for a member whose key is the name of another that travels elsewhere.
pub(super) fn keys(context: &Context<'_>, members: &[Member]) -> Vec<String> {
    let is_rest = context.model.service.protocol == Protocol::RestJson1;
    let is_elsewhere = |member: &&Member| is_rest && member.binding != Binding::Body;
    let elsewhere: HashSet<&str> =
        members.iter().filter(is_elsewhere).map(|member| member.name.as_str()).collect();
    let key = |member: &Member| match body_key(context, member) {
        key if member.binding == Binding::Body && elsewhere.contains(key.as_str()) => {
            member.name.clone()
        }
        key => key,
    };
    let mut taken = Taken::default();
    members.iter().map(|member| taken.take(key(member), "_")).collect()
}

/// The keys of inputs' members by the members' names, kept because operations may share an input.
#[derive(Default)]
pub(super) struct LabelKeys(HashMap<ShapeId, HashMap<String, String>>);

impl LabelKeys {
    /// The keys of an input's members.
    pub(super) fn of(&mut self, context: &Context<'_>, input: ShapeId) -> &HashMap<String, String> {
        self.0.entry(input).or_insert_with(|| match &context.model.shape(input).kind {
            ShapeKind::Structure(structure) => {
                let names = structure.members.iter().map(|member| member.name.clone());
                names.zip(keys(context, &structure.members)).collect()
            }
            _ => HashMap::new(),
        })
    }
}

/// The members that do not travel under their keys in the body. The awsJson protocols have none,
/// and the types do not support the protocols without JSON.
pub(super) fn bindings(
    context: &Context<'_>,
    shape: &Shape,
    members: &[Member],
    keys: &[String],
) -> Vec<plan::Binding> {
    if context.model.service.protocol != Protocol::RestJson1 {
        return Vec::new();
    }
    let bind = |(member, key): (&Member, &String)| {
        let location = location(context, member, key)?;
        let sensitive = shape.sensitive || members::is_sensitive(context, member);
        Some(plan::Binding { key: key.clone(), location, sensitive })
    };
    members.iter().zip(keys).filter_map(bind).collect()
}

fn location(context: &Context<'_>, member: &Member, key: &str) -> Option<Location> {
    let name = member.location_name.clone().unwrap_or_else(|| member.name.clone());
    Some(match member.binding {
        Binding::Body if name != key => Location::Body(name),
        Binding::Body => return None,
        Binding::Payload => Location::Payload(payload_form(context, member)),
        Binding::Header => Location::Header(name, header_form(context, member)),
        // An empty name is the prefix of all headers.
        Binding::PrefixHeaders => {
            Location::PrefixHeaders(member.location_name.clone().unwrap_or_default())
        }
        Binding::Query => {
            Location::Query(name, text_form(context, member, TimestampFormat::DateTime))
        }
        Binding::QueryParams => Location::QueryParams,
        Binding::Label => {
            Location::Label(name, text_form(context, member, TimestampFormat::DateTime))
        }
        Binding::StatusCode => Location::StatusCode,
        other => bug!("member `{}` has the unknown binding {other:?}", member.name),
    })
}

fn payload_form(context: &Context<'_>, member: &Member) -> PayloadForm {
    let shape = context.model.shape(member.target);
    match &shape.kind {
        ShapeKind::Union(_) if shape.streaming => PayloadForm::EventStream,
        ShapeKind::Structure(_) => PayloadForm::Structure,
        ShapeKind::String | ShapeKind::Enum(_) => PayloadForm::Text,
        ShapeKind::Blob => PayloadForm::Bytes,
        ShapeKind::Boolean
        | ShapeKind::Byte
        | ShapeKind::Short
        | ShapeKind::Integer
        | ShapeKind::Long
        | ShapeKind::BigInteger
        | ShapeKind::Float
        | ShapeKind::Double
        | ShapeKind::BigDecimal
        | ShapeKind::IntEnum(_)
        | ShapeKind::Timestamp
        | ShapeKind::Document
        | ShapeKind::List(_)
        | ShapeKind::Map(_)
        | ShapeKind::Union(_) => PayloadForm::Json,
        other => bug!("shape `{}` is of the unknown kind {other:?}", shape.name),
    }
}

/// Text with a media type may have line breaks, so headers have it as base64.
fn header_form(context: &Context<'_>, member: &Member) -> TextForm {
    let shape = context.model.shape(member.target);
    let has_media_type = member.media_type.is_some() || shape.media_type.is_some();
    match text_form(context, member, TimestampFormat::HttpDate) {
        TextForm::Text if has_media_type && shape.kind == ShapeKind::String => TextForm::Base64,
        form => form,
    }
}

/// The form of a value; `timestamps` is the format of times for which the model gives none (Smithy,
/// HTTP binding traits, each one's serialization rules).
fn text_form(context: &Context<'_>, member: &Member, timestamps: TimestampFormat) -> TextForm {
    let shape = context.model.shape(member.target);
    match &shape.kind {
        ShapeKind::Boolean => TextForm::Boolean,
        ShapeKind::Byte
        | ShapeKind::Short
        | ShapeKind::Integer
        | ShapeKind::Long
        | ShapeKind::BigInteger
        | ShapeKind::Float
        | ShapeKind::Double
        | ShapeKind::BigDecimal
        | ShapeKind::IntEnum(_) => TextForm::Number,
        ShapeKind::Timestamp => {
            let format = member.timestamp_format.or(shape.timestamp_format);
            TextForm::Timestamp(format.unwrap_or(timestamps))
        }
        ShapeKind::List(list) => {
            TextForm::List(Box::new(text_form(context, &list.member, timestamps)))
        }
        // Anything else is against the model's rules; the runtime refuses it.
        ShapeKind::String
        | ShapeKind::Enum(_)
        | ShapeKind::Blob
        | ShapeKind::Document
        | ShapeKind::Map(_)
        | ShapeKind::Structure(_)
        | ShapeKind::Union(_) => TextForm::Text,
        other => bug!("shape `{}` is of the unknown kind {other:?}", shape.name),
    }
}
