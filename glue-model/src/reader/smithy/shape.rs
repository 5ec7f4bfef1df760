//! Shape definitions.

use super::super::kind::Kind;
use super::directory::Place;
use super::entry::{Content, Entry};
use super::member::Holder;
use super::state::Builder;
use super::{constraint, enumeration, error_trait};
use crate::diagnostic::Quoted;
use crate::model::{List, Map, Member, Shape, ShapeId, ShapeKind, Side, Structure, Union};

impl<'a> Builder<'a, '_, '_> {
    /// Reads the shapes at `places`, which have these names.
    pub(super) fn shapes(&mut self, places: &[Place], names: Vec<String>) -> Vec<Option<Shape>> {
        let shapes = (0_u32..).zip(places).zip(names);
        shapes.map(|((id, place), name)| self.shape(ShapeId::new(id), *place, name)).collect()
    }

    /// Reads one shape.
    fn shape(&mut self, id: ShapeId, place: Place, name: String) -> Option<Shape> {
        let entry = self.reader.directory.entry(place);
        let own = self.reader.directory.own_entry(place);
        self.layout.ids.extend(own.map(|entry| entry.id().to_owned()));
        let definition = self.definitions.get(place.index())?;
        let kind = definition.kind()?;
        let traits = &definition.traits;
        let report = &mut *self.reader.report;
        let mut constraints = constraint::read(traits, kind, report);
        constraints.unique_items |= entry.is_some_and(is_set);
        let documentation = traits.documentation(report);
        let sensitive = traits.has("smithy.api#sensitive", report);
        let deprecated = traits.deprecation(report);
        let timestamp_format = self.timestamp_format(traits);
        let report = &mut *self.reader.report;
        let media_type = traits.owned_text("smithy.api#mediaType", report);
        let streaming = matches!(kind, Kind::Blob | Kind::EventStream)
            && traits.has("smithy.api#streaming", report);
        if traits.is_mixed {
            self.locate_constraints(id, None, traits);
        }
        let holder = Holder { id, kind, entry, definition };
        Some(Shape {
            kind: self.shape_kind(holder, &name)?,
            name,
            documentation,
            constraints,
            sensitive,
            deprecated,
            timestamp_format,
            media_type,
            streaming,
        })
    }

    fn shape_kind(&mut self, holder: Holder<'a>, name: &str) -> Option<ShapeKind> {
        let Holder { definition, entry, kind, .. } = holder;
        let report = &mut *self.reader.report;
        Some(match kind {
            Kind::Enum => ShapeKind::Enum(enumeration::texts(definition, entry?, report)?),
            Kind::IntEnum => ShapeKind::IntEnum(enumeration::numbers(definition, entry?, report)?),
            Kind::List => {
                let sparse = definition.traits.has("smithy.api#sparse", report);
                ShapeKind::List(List { member: self.only_member(holder, "member")?, sparse })
            }
            Kind::Map => {
                let sparse = definition.traits.has("smithy.api#sparse", report);
                let key = self.only_member(holder, "key");
                let value = self.only_member(holder, "value");
                ShapeKind::Map(Map { key: key?, value: value?, sparse })
            }
            Kind::Structure => ShapeKind::Structure(self.structure(holder, name)?),
            Kind::Union | Kind::EventStream => {
                ShapeKind::Union(Union { members: self.members(holder)? })
            }
            kind => kind.simple()?,
        })
    }

    fn structure(&mut self, holder: Holder<'a>, name: &str) -> Option<Structure> {
        let report = &mut *self.reader.report;
        let traits = &holder.definition.traits;
        let error = holder
            .entry
            .and_then(|entry| error_trait::read(traits, entry.name(), name, self.wire, report));
        let sides = [("smithy.api#input", Side::Input), ("smithy.api#output", Side::Output)];
        let side = sides.into_iter().find(|(id, _)| traits.has(id, report));
        let members = self.members(holder)?;
        Some(Structure { members, error, reserved_for: side.map(|(_, side)| side) })
    }

    /// Reads all members of a structure or union.
    fn members(&mut self, holder: Holder<'a>) -> Option<Vec<Member>> {
        let members = holder.definition.members.iter();
        // Read every member before failing, so that all problems are reported.
        let members: Vec<Option<Member>> =
            members.map(|member| self.member(holder, member)).collect();
        members.into_iter().collect()
    }

    /// Reads the member named `name` of a list or map.
    fn only_member(&mut self, holder: Holder<'a>, name: &str) -> Option<Member> {
        match holder.definition.member(name) {
            Some(member) => self.member(holder, member),
            None => {
                let message = format_args!("key {} is missing", Quoted(name));
                self.reader.report.push(holder.entry?.node.problem(message));
                None
            }
        }
    }
}

/// Whether an entry is a list of the type that version 1.0 has for lists without repeats.
fn is_set(entry: &Entry<'_>) -> bool {
    match &entry.content {
        Content::Shape { is_set, .. } => *is_set,
        Content::Apply | Content::Unknown => false,
    }
}
