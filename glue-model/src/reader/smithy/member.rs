//! Members of structures, unions, lists and maps.

use super::super::kind::Kind;
use super::binding::Bound;
use super::constraint;
use super::definition::{Definition, MemberDefinition};
use super::entry::Entry;
use super::state::Builder;
use super::traits::Traits;
use crate::diagnostic::Quoted;
use crate::json::pointer;
use crate::model::{Constraints, Facet, Member, ShapeId, Spot, TimestampFormat};

/// The shape whose members are being read.
#[derive(Clone, Copy)]
pub(super) struct Holder<'a> {
    pub(super) id: ShapeId,
    pub(super) kind: Kind,
    /// Its own entry; `None` for shapes of the prelude.
    pub(super) entry: Option<&'a Entry<'a>>,
    pub(super) definition: &'a Definition<'a>,
}

impl<'a> Builder<'a, '_, '_> {
    /// Reads one member; `None` if its target is unknown, which has been reported.
    pub(super) fn member(
        &mut self,
        holder: Holder<'a>,
        member: &'a MemberDefinition<'a>,
    ) -> Option<Member> {
        let traits = &member.traits;
        let target = member.target().and_then(|id| self.reader.directory.find(id));
        let kind = target.and_then(|place| self.definitions.get(place.index())?.kind());
        let constraints = match kind {
            Some(kind) => constraint::read(traits, kind, self.reader.report),
            None => Constraints::default(),
        };
        let Bound { binding, location_name, body_name } = self.bound(member);
        let timestamp_format = self.timestamp_format(traits);
        let is_structure = holder.kind == Kind::Structure;
        let default = self.default(member, kind.filter(|_| is_structure));
        if holder.definition.traits.is_mixed || traits.is_mixed {
            self.locate(holder.id, member);
        }
        let report = &mut *self.reader.report;
        Some(Member {
            name: member.name().to_owned(),
            required: is_structure && traits.has("smithy.api#required", report),
            client_optional: traits.has("smithy.api#clientOptional", report),
            documentation: traits.documentation(report),
            constraints,
            sensitive: traits.has("smithy.api#sensitive", report),
            deprecated: traits.deprecation(report),
            location_name,
            body_name,
            binding,
            timestamp_format,
            media_type: traits.owned_text("smithy.api#mediaType", report),
            streaming: false,
            default,
            idempotency_token: traits.has("smithy.api#idempotencyToken", report),
            target: self.ids.get(target?.index()).copied().flatten()?,
        })
    }

    /// Reads the trait `timestampFormat`.
    pub(super) fn timestamp_format(&mut self, traits: &Traits<'_>) -> Option<TimestampFormat> {
        let heeded = self.wire.has_timestamp_formats;
        let node = traits.get("smithy.api#timestampFormat").filter(|_| heeded)?;
        match node.text(self.reader.report)? {
            "date-time" => Some(TimestampFormat::DateTime),
            "http-date" => Some(TimestampFormat::HttpDate),
            "epoch-seconds" => Some(TimestampFormat::EpochSeconds),
            other => {
                let message = format_args!("timestamp format {} is unknown", Quoted(other));
                let help = "use one of `date-time`, `http-date`, `epoch-seconds`";
                self.reader.report.push(node.problem(message).help(help));
                None
            }
        }
    }

    /// Records the places of a member if they may be outside its shape's definition.
    fn locate(&mut self, shape: ShapeId, member: &MemberDefinition<'_>) {
        let name = member.name();
        let whole = pointer(&member.node.path());
        self.place(shape, Some(name), Facet::Target, format!("{whole}/target"));
        self.place(shape, Some(name), Facet::Whole, whole);
        self.locate_constraints(shape, Some(name), &member.traits);
    }

    /// Records the places of traits that may be elsewhere.
    pub(super) fn locate_constraints(
        &mut self,
        shape: ShapeId,
        member: Option<&str>,
        traits: &Traits<'_>,
    ) {
        for (id, facet) in constraint::FACETS {
            if let Some(node) = traits.get(id) {
                self.place(shape, member, facet, pointer(&node.path()));
            }
        }
    }

    fn place(&mut self, shape: ShapeId, member: Option<&str>, facet: Facet, pointer: String) {
        let member = member.map(str::to_owned);
        self.layout.elsewhere.push(Spot { shape, member, facet, pointer });
    }
}
