//! Mixins: shapes whose members and traits other shapes take over.

use std::collections::{HashMap, HashSet};

use super::super::node::{Fields, Node};
use super::super::role::Role;
use super::definition::{Definition, MemberDefinition};
use super::directory::Place;
use super::entry::Content;
use super::prelude;
use super::state::Reader;
use super::traits::Traits;
use super::walk::walk;
use crate::diagnostic::Quoted;
use crate::json::Json;

impl<'a> Reader<'a, '_, '_> {
    /// The definitions of all shapes, by their places.
    pub(super) fn definitions(&mut self) -> Vec<Definition<'a>> {
        let applied = self.applied();
        let entries = self.directory.entries;
        let mut definitions: Vec<Definition<'a>> = entries.iter().map(Definition::own).collect();
        let prelude = prelude::SHAPES.iter();
        definitions.extend(prelude.map(|(_, kind)| Definition::of_prelude(*kind)));
        let count = definitions.len();
        let mut mixins: Vec<Vec<Place>> = vec![Vec::new(); count];
        let walk = walk(count, &mut self.directory.all(), &mut |place| {
            let found = self.mixins(place);
            if let Some(slot) = mixins.get_mut(place.index()) {
                slot.clone_from(&found);
            }
            found
        });
        for place in walk.closing {
            self.report_cycle(place);
        }
        let mut complete = self.directory.no_places();
        for place in walk.order {
            let sources = mixins.get(place.index()).map(Vec::as_slice).unwrap_or_default();
            // An incomplete mixin is on a path that leads back here.
            let sources: Vec<&Definition<'_>> = sources
                .iter()
                .filter(|source| complete.has(**source))
                .filter_map(|source| definitions.get(source.index()))
                .collect();
            let mixed = self.mixed(place, &sources, definitions.get(place.index()));
            if let Some(definition) = definitions.get_mut(place.index()) {
                if let Some(mixed) = mixed {
                    *definition = mixed;
                }
                self.apply(place, definition, &applied);
            }
            complete.add(place);
        }
        definitions
    }

    /// The mixins that a shape names.
    fn mixins(&mut self, place: Place) -> Vec<Place> {
        let Some(entry) = self.directory.entry(place) else {
            return Vec::new();
        };
        let Content::Shape { category, fields, .. } = &entry.content else {
            return Vec::new();
        };
        let Some(node) = fields.field("mixins") else {
            return Vec::new();
        };
        let Some(items) = node.items(self.report) else {
            return Vec::new();
        };
        let role = Role::Mixin(entry.name(), *category);
        items.filter_map(|item| self.resolve(&item, role)).collect()
    }

    fn report_cycle(&mut self, place: Place) {
        if let Some(entry) = self.directory.entry(place) {
            let message = format_args!("shape {} is a mixin of itself", Quoted(entry.id()));
            let help = "take one of the mixins on the way out";
            self.report.push(entry.node.problem(message).help(help));
        }
    }

    /// A shape's own definition combined with those of its mixins. If a trait has two values, the
    /// later mixin's counts, and the shape's own overrides all. `None` if nothing changes.
    fn mixed(
        &mut self,
        place: Place,
        sources: &[&Definition<'a>],
        own: Option<&Definition<'a>>,
    ) -> Option<Definition<'a>> {
        let own = own.filter(|_| !sources.is_empty())?;
        for source in sources {
            // Weighing takes time too, which would add up for many shapes with one large mixin.
            if self.allowance.is_refused() || !self.grants(weight(source), place) {
                return None;
            }
        }
        let mut traits = Traits::default();
        let inherited = sources.iter().flat_map(|source| {
            let kept = local_traits(source);
            source.traits.iter().filter(move |node| !kept.contains(node.key()))
        });
        traits.overlay(inherited.chain(own.traits.iter()));
        let mut members = Members::default();
        for definition in sources.iter().copied().chain([own]) {
            for member in &definition.members {
                members.add(member, place, self);
            }
        }
        let mut seen = HashSet::new();
        let lineage = sources.iter().copied().chain([own]).flat_map(|source| &source.lineage);
        let lineage = lineage.filter(|fields| seen.insert(fields.node.key())).copied().collect();
        Some(Definition { category: own.category, traits, members: members.in_order, lineage })
    }

    /// Whether `copies` more may be taken over for the shape at a place.
    pub(super) fn grants(&mut self, copies: usize, place: Place) -> bool {
        let entry = self.directory.entry(place);
        entry.is_some_and(|entry| self.allowance.grants(copies, entry.node, self.report))
    }
}

/// The amount of a definition that can be taken over.
fn weight(definition: &Definition<'_>) -> usize {
    let members = definition.members.iter();
    let members: usize = members.map(|member| 1 + trait_weight(&member.traits)).sum();
    let values = definition.lineage.iter().flat_map(Fields::entries);
    let properties: usize = values.map(|node| 1 + entries(node.json())).sum();
    1 + trait_weight(&definition.traits) + named_local(definition).len() + members + properties
}

/// The amount of traits: one for each of them, and more for long texts such as descriptions.
fn trait_weight(traits: &Traits<'_>) -> usize {
    const BYTES: usize = 512;
    let text = |node: &Node<'_>| match node.json() {
        Json::String(text) => text.len() / BYTES,
        _ => 0,
    };
    traits.iter().map(|node| 1 + text(node)).sum()
}

/// The number of values in a list or an object.
fn entries(json: &Json) -> usize {
    match json {
        Json::Array(items) => items.len(),
        Json::Object(fields) => fields.len(),
        _ => 0,
    }
}

/// The trait that makes a shape a mixin.
pub(super) const MIXIN: &str = "smithy.api#mixin";

/// The traits of a mixin that stay with it: the trait that makes it a mixin, and those it lists
/// there.
fn local_traits<'a>(mixin: &Definition<'a>) -> HashSet<&'a str> {
    let named = named_local(mixin).iter().filter_map(|id| match id {
        Json::String(id) => Some(id.as_str()),
        _ => None,
    });
    named.chain([MIXIN]).collect()
}

/// The IDs that a mixin lists under `localTraits`.
fn named_local<'a>(mixin: &Definition<'a>) -> &'a [Json] {
    match mixin.traits.get(MIXIN).map(Node::json) {
        Some(Json::Object(fields)) => match fields.get("localTraits") {
            Some(Json::Array(named)) => named,
            _ => &[],
        },
        _ => &[],
    }
}

/// Members from several definitions, each name once, in order of appearance.
#[derive(Default)]
struct Members<'a> {
    in_order: Vec<MemberDefinition<'a>>,
    by_name: HashMap<&'a str, usize>,
}

impl<'a> Members<'a> {
    /// Adds a member, or adds what it states to the existing member.
    fn add(
        &mut self,
        member: &MemberDefinition<'a>,
        holder: Place,
        reader: &mut Reader<'a, '_, '_>,
    ) {
        let place = *self.by_name.entry(member.name()).or_insert(self.in_order.len());
        let Some(known) = self.in_order.get_mut(place) else {
            self.in_order.push(member.clone());
            return;
        };
        if let (Some(first), Some(second)) = (known.target(), member.target())
            && first != second
        {
            let message = format_args!(
                "member {} targets {}, and {} in a mixin",
                Quoted(member.name()),
                Quoted(second),
                Quoted(first)
            );
            reader.report.push(member.node.problem(message).help("use one target"));
        }
        if reader.grants(known.traits.len(), holder) {
            known.traits.overlay(member.traits.iter());
        }
        known.node = member.node;
    }
}
