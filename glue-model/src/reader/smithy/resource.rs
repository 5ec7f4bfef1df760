//! The operations of a service and its resources.

use super::super::report::Problem;
use super::super::role::Role;
use super::definition::Definition;
use super::directory::Place;
use super::entry::local_name;
use super::state::Reader;
use super::walk::walk;
use crate::diagnostic::Quoted;

/// The keys of a resource that refer to one operation.
const LIFECYCLE: [&str; 6] = ["create", "put", "read", "update", "delete", "list"];

/// The keys that refer to several operations.
const OPERATIONS: [&str; 2] = ["operations", "collectionOperations"];

impl<'a> Reader<'a, '_, '_> {
    /// All operations that belong to a service, in the order of the file.
    pub(super) fn operations_of(
        &mut self,
        service: Place,
        definitions: &[Definition<'a>],
    ) -> Vec<Place> {
        let mut operations = self.directory.no_places();
        let walk = walk(definitions.len(), &mut std::iter::once(service), &mut |place| {
            let Some(definition) = definitions.get(place.index()) else {
                return Vec::new();
            };
            let owner = local_name(self.directory.id(place));
            for key in OPERATIONS {
                for target in self.targets(definition, key, Role::Operation(owner)) {
                    operations.add(target);
                }
            }
            for key in LIFECYCLE {
                if let Some(target) = self.target(definition, key, Role::Operation(owner)) {
                    operations.add(target);
                }
            }
            self.targets(definition, "resources", Role::Resource(owner))
        });
        for place in walk.closing {
            self.report_resource_cycle(place);
        }
        operations.in_order()
    }

    fn report_resource_cycle(&mut self, place: Place) {
        if let Some(entry) = self.directory.entry(place) {
            let message = format_args!("resource {} belongs to itself", Quoted(entry.id()));
            let help = "take one of the resources on the way out";
            self.report.push(entry.node.problem(message).help(help));
        }
    }

    /// The shapes in a list of references.
    pub(super) fn targets(
        &mut self,
        definition: &Definition<'a>,
        key: &'static str,
        role: Role<'_>,
    ) -> Vec<Place> {
        self.checked_targets(definition, key, role, &|_, _| None)
    }

    /// The same; `complaint` returns what is wrong with a shape in its role.
    pub(super) fn checked_targets(
        &mut self,
        definition: &Definition<'a>,
        key: &'static str,
        role: Role<'_>,
        complaint: &dyn Fn(&Self, Place) -> Option<Problem>,
    ) -> Vec<Place> {
        let mut targets = Vec::new();
        for fields in &definition.lineage {
            let Some(node) = fields.field(key) else {
                continue;
            };
            for item in node.items(self.report).into_iter().flatten() {
                let Some(target) = self.resolve(&item, role) else {
                    continue;
                };
                let fields = item.fields(self.report);
                let node = fields.as_ref().and_then(|fields| fields.field("target"));
                if let (Some(node), Some(problem)) = (node, complaint(self, target)) {
                    self.report.push(node.relocated(problem));
                }
                targets.push(target);
            }
        }
        targets
    }

    /// The shape that a reference leads to.
    pub(super) fn target(
        &mut self,
        definition: &Definition<'a>,
        key: &'static str,
        role: Role<'_>,
    ) -> Option<Place> {
        let mut nodes = definition.lineage.iter().filter_map(|fields| fields.field(key));
        let node = nodes.next_back()?;
        self.resolve(&node, role)
    }
}
