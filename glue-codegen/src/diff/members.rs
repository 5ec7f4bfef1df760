//! What members of structures and unions have in common.

use glue_model::{Json, Member, TimestampFormat};

use super::aspect::Aspect;
use super::change::{Change, Impact, Subject};
use super::side::Side;
use super::{constraints, rust_type};
use crate::plan::{Attributes, Codec, Field, Type, UnionVariant};

/// A member of one of the models.
pub(super) struct Facts<'a> {
    pub(super) side: &'a Side,
    /// The member in the model.
    pub(super) member: &'a Member,
    rust: String,
    model_name: &'a str,
    key: &'a str,
    ty: &'a Type,
    codec: &'a Codec,
    sensitive: bool,
    attributes: &'a Attributes,
}

impl<'a> Facts<'a> {
    pub(super) fn field(side: &'a Side, field: &'a Field, member: &'a Member) -> Self {
        Self {
            side,
            member,
            rust: field.name.to_string(),
            model_name: &field.model_name,
            key: &field.key,
            ty: &field.ty,
            codec: &field.codec,
            sensitive: field.sensitive,
            attributes: &field.attributes,
        }
    }

    pub(super) fn variant(side: &'a Side, variant: &'a UnionVariant, member: &'a Member) -> Self {
        Self {
            side,
            member,
            rust: variant.name.to_string(),
            model_name: &variant.model_name,
            key: &variant.key,
            ty: &variant.ty,
            codec: &variant.codec,
            sensitive: variant.sensitive,
            attributes: &variant.attributes,
        }
    }
}

/// Compares all but the types of two members.
pub(super) fn compare(
    subject: Subject<'_>,
    old: &Facts<'_>,
    new: &Facts<'_>,
    found: &mut Vec<Change>,
) {
    let name = |facts: &Facts<'_>| Some(facts.rust.clone());
    subject.compare(Aspect::RustName, name(old), name(new), Impact::Breaking, found);
    let name = |facts: &Facts<'_>| Some(facts.model_name.to_owned());
    subject.compare(Aspect::MemberName, name(old), name(new), Impact::Behaviour, found);
    let key = |facts: &Facts<'_>| Some(facts.key.to_owned());
    subject.compare(Aspect::WireName, key(old), key(new), Impact::Behaviour, found);
    // What follows from a shape that both target is told of that shape.
    let (from, to) = (old.member, new.member);
    let other_target = old.side.target(from).name != new.side.target(to).name;
    if is_same_type(old, new) {
        if other_target || from.timestamp_format != to.timestamp_format {
            let format = |facts: &Facts<'_>| timestamp_format(facts.codec).map(str::to_owned);
            let (from, to) = (format(old), format(new));
            subject.compare(Aspect::TimestampFormat, from, to, Impact::Behaviour, found);
        }
        constraints::of_members(subject, (old.side, from), (new.side, to), found);
    }
    if other_target || from.sensitive != to.sensitive {
        subject.sensitivity(old.sensitive, new.sensitive, found);
    }
    // Only Smithy's models have defaults, so that models of two formats say nothing about them.
    let anchoring = |facts: &Facts<'_>| facts.side.model.service.pattern_anchoring;
    if anchoring(old) == anchoring(new) {
        let default = |member: &Member| member.default.as_ref().map(default_text);
        subject.compare(Aspect::Default, default(from), default(to), Impact::Behaviour, found);
    }
    subject.deprecation(old.attributes, new.attributes, found);
}

/// Whether the types of two members are the same, but for an `Option` around them.
pub(super) fn is_same_type(old: &Facts<'_>, new: &Facts<'_>) -> bool {
    rust_type::is_same((old.side, old.ty), (new.side, new.ty))
}

/// The format of the timestamps in a member, if there may be any.
fn timestamp_format(codec: &Codec) -> Option<&'static str> {
    match codec {
        Codec::Integer | Codec::Float => None,
        Codec::Plain => Some(timestamp_text(TimestampFormat::EpochSeconds)),
        Codec::Timestamp(format) => Some(timestamp_text(*format)),
        Codec::List { entry: inner, .. } | Codec::Map { value: inner, .. } => {
            timestamp_format(inner)
        }
    }
}

/// A timestamp format by its name in models.
pub(super) fn timestamp_text(format: TimestampFormat) -> &'static str {
    match format {
        TimestampFormat::EpochSeconds => "epoch-seconds",
        TimestampFormat::DateTime => "date-time",
        TimestampFormat::HttpDate => "http-date",
    }
}

/// A default as JSON; models have only scalars and empty collections there.
fn default_text(value: &Json) -> String {
    match value {
        Json::Null => "null".to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Number(value) => value.to_string(),
        Json::String(value) => format!("{value:?}"),
        Json::Array(_) => "[]".to_owned(),
        Json::Object(_) => "{}".to_owned(),
    }
}
