//! Comparisons for members of structures and of unions.

use glue_model::{Json, Member, TimestampFormat};

use super::aspect::Aspect;
use super::cause::{Cause, CauseKind};
use super::change::{Change, Impact, ItemKind, Subject};
use super::retyped::{self, Retyped};
use super::side::Side;
use super::verdict::{Answer, JsonVerdict};
use super::{constraints, reads, rust_type};
use crate::plan::{Attributes, Codec, Field, Type, UnionVariant};

/// A member of one of the models.
pub(super) struct Facts<'a> {
    side: &'a Side,
    /// The structure or union in the model.
    holder: &'a str,
    /// The member in the model; `None` for the message of an error whose structure has none.
    member: Option<&'a Member>,
    rust: String,
    model_name: &'a str,
    key: &'a str,
    ty: &'a Type,
    codec: &'a Codec,
    /// The format of timestamps that travel outside the body.
    sent: Option<TimestampFormat>,
    sensitive: bool,
    attributes: &'a Attributes,
}

impl<'a> Facts<'a> {
    pub(super) fn field(
        (side, holder): (&'a Side, &'a str),
        field: &'a Field,
        member: Option<&'a Member>,
        sent: Option<TimestampFormat>,
    ) -> Self {
        Self {
            side,
            holder,
            member,
            rust: field.name.to_string(),
            model_name: &field.model_name,
            key: &field.key,
            ty: &field.ty,
            codec: &field.codec,
            sent,
            sensitive: field.sensitive,
            attributes: &field.attributes,
        }
    }

    pub(super) fn variant(
        (side, holder): (&'a Side, &'a str),
        variant: &'a UnionVariant,
        member: &'a Member,
    ) -> Self {
        Self {
            side,
            holder,
            member: Some(member),
            rust: variant.name.to_string(),
            model_name: &variant.model_name,
            key: &variant.key,
            ty: &variant.ty,
            codec: &variant.codec,
            sent: None,
            sensitive: variant.sensitive,
            attributes: &variant.attributes,
        }
    }

    fn retyped(&self) -> Retyped<'_> {
        Retyped { side: self.side, holder: self.holder, member: self.member, ty: self.ty }
    }

    /// The shape that the member targets.
    fn target(&self) -> Option<&str> {
        self.member.map(|member| self.side.target(member).name.as_str())
    }
}

/// Compares everything but the types of two members. The `taker` is the member of the new model
/// that reads what was under the old member's key.
pub(super) fn compare(
    subject: Subject<'_>,
    old: &Facts<'_>,
    new: &Facts<'_>,
    taker: Option<&str>,
    found: &mut Vec<Change>,
) {
    let name = |facts: &Facts<'_>| Some(facts.rust.clone());
    subject.compare(Aspect::RustName, name(old), name(new), Impact::Breaking, found);
    if old.member.is_some() && new.member.is_some() {
        let name = |facts: &Facts<'_>| Some(facts.model_name.to_owned());
        subject.compare(Aspect::MemberName, name(old), name(new), Impact::Behavior, found);
    }
    let key = |facts: &Facts<'_>| Some(facts.key.to_owned());
    let (json, cause) = wire_name_verdict(subject, old, new, taker);
    let wire = subject.json(json).cause(cause.as_ref());
    wire.compare(Aspect::WireName, key(old), key(new), Impact::Behavior, found);
    // Differences that come from a shape that both target are reported at the shape.
    let other_target = old.target() != new.target();
    if is_same_type(old, new) {
        let own = |facts: &Facts<'_>| facts.member.and_then(|member| member.timestamp_format);
        if other_target || own(old) != own(new) {
            let (from, to) = (timestamp_formats(old), timestamp_formats(new));
            subject.compare(Aspect::TimestampFormat, from, to, Impact::Behavior, found);
        }
        constraints::of_values(subject, (old.side, old.member), (new.side, new.member), found);
    }
    let own = |facts: &Facts<'_>| facts.member.map(|member| member.sensitive);
    if other_target || own(old) != own(new) {
        subject.sensitivity(old.sensitive, new.sensitive, found);
    }
    // Only Smithy models have defaults, so models of two formats cannot be compared by them.
    let anchoring = |facts: &Facts<'_>| facts.side.model.service.pattern_anchoring;
    if anchoring(old) == anchoring(new) {
        let default = |facts: &Facts<'_>| facts.member?.default.as_ref().map(default_text);
        let (from, to) = (default(old), default(new));
        subject.compare(Aspect::Default, from, to, Impact::Behavior, found);
    }
    subject.deprecation(&old.attributes.deprecated, &new.attributes.deprecated, found);
}

/// The effect of a changed key on JSON. A structure skips the old key, and a union keeps its value
/// as an unknown member, unless another member takes the key.
fn wire_name_verdict(
    subject: Subject<'_>,
    old: &Facts<'_>,
    new: &Facts<'_>,
    taker: Option<&str>,
) -> (JsonVerdict, Option<Cause>) {
    match taker {
        _ if old.key == new.key => (JsonVerdict::SAME, None),
        Some(taker) if taker == new.model_name => (JsonVerdict::SAME, None),
        Some(taker) => (JsonVerdict::LOST, Some(key_taken(taker))),
        None if subject.is_of(ItemKind::Union) => (JsonVerdict::SAME, None),
        None => (JsonVerdict::LOST, None),
    }
}

/// The cause that another member of the new model reads what was under a member's key.
pub(super) fn key_taken(taker: &str) -> Cause {
    Cause::new(CauseKind::KeyTaken, true).path(Some(taker.to_owned()))
}

/// The effect of a changed type on JSON.
pub(super) fn type_verdict(subject: Subject<'_>, old: &Facts<'_>, new: &Facts<'_>) -> JsonVerdict {
    let reads = reads::of_types((old.side, old.ty), (new.side, new.ty));
    let valid = match reads {
        Answer::Yes => {
            constraints::is_still_valid(subject, (old.side, old.member), (new.side, new.member))
        }
        Answer::Unknown | Answer::No => reads,
    };
    JsonVerdict { reads, valid }
}

/// Whether the types of two members are the same, except for an `Option` around them.
pub(super) fn is_same_type(old: &Facts<'_>, new: &Facts<'_>) -> bool {
    rust_type::is_same((old.side, old.ty), (new.side, new.ty))
}

/// Why the type of a member changed although its own line in the model did not.
pub(super) fn type_cause(old: &Facts<'_>, new: &Facts<'_>) -> Option<Cause> {
    retyped::cause(old.retyped(), new.retyped())
}

/// The formats of the timestamps in a member, if it may hold any.
fn timestamp_formats(facts: &Facts<'_>) -> Option<String> {
    let at_rest = timestamp_format(facts.codec)?;
    let text = timestamp_text(at_rest);
    Some(match facts.sent {
        Some(sent) if sent != at_rest => {
            format!("{text} at rest, {} on the wire", timestamp_text(sent))
        }
        _ => text.to_owned(),
    })
}

/// The format of the timestamps in a member at rest, if it may hold any.
fn timestamp_format(codec: &Codec) -> Option<TimestampFormat> {
    match codec {
        Codec::Integer
        | Codec::Float
        | Codec::Single
        | Codec::Json
        | Codec::EncodedJson
        | Codec::Base64
        | Codec::Foreign => None,
        Codec::Plain => Some(TimestampFormat::EpochSeconds),
        Codec::Timestamp(format) => Some(*format),
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

/// A default as JSON; models only use scalars and empty collections there.
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
