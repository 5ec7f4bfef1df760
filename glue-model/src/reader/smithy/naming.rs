//! Names and IDs of the shapes that a model will have.

use std::collections::HashMap;

use super::directory::Place;
use super::entry::{Entry, local_name};
use super::state::Reader;
use crate::diagnostic::Quoted;
use crate::model::ShapeId;

/// The names and IDs of shapes.
pub(super) struct Named {
    /// The name of each shape, by its id.
    pub(super) names: Vec<String>,
    /// The ID of each shape, by its place; `None` for those that are not reached.
    pub(super) ids: Vec<Option<ShapeId>>,
}

impl<'a> Reader<'a, '_, '_> {
    /// Names the shapes at `places`: as the service renames them, or without their namespace. Two
    /// shapes with the same name are a problem, but a shape that the file does not define gets
    /// another name.
    pub(super) fn name_shapes(&mut self, places: &[Place], renamed: &[Option<&'a str>]) -> Named {
        let mut named = Named {
            names: Vec::with_capacity(places.len()),
            ids: vec![None; self.directory.len()],
        };
        let mut taken: HashMap<&str, usize> = HashMap::with_capacity(places.len());
        for (index, &place) in (0_u32..).zip(places) {
            let own = local_name(self.directory.id(place));
            let name = renamed.get(place.index()).copied().flatten().unwrap_or(own);
            named.names.push(match self.directory.own_entry(place) {
                Some(entry) => {
                    let first = *taken.entry(name).or_insert(place.index());
                    if first != place.index() {
                        self.report_taken(entry, first, name);
                    }
                    name.to_owned()
                }
                None => free_name(name, &taken),
            });
            if let Some(slot) = named.ids.get_mut(place.index()) {
                *slot = Some(ShapeId::new(index));
            }
        }
        named
    }

    fn report_taken(&mut self, entry: &Entry<'_>, first: usize, name: &str) {
        let first = self.directory.entries.get(first).map_or("", Entry::id);
        let message = format_args!(
            "shapes {} and {} have one name, {}",
            Quoted(first),
            Quoted(entry.id()),
            Quoted(name)
        );
        let help = "give one of them another name in the service's `rename`";
        self.report.push(entry.node.key_problem(message).help(help));
    }
}

/// The name of a shape that the file does not define, different from all names in the file.
fn free_name(name: &str, taken: &HashMap<&str, usize>) -> String {
    let mut name = name.to_owned();
    while taken.contains_key(name.as_str()) {
        name.insert_str(0, "Smithy");
    }
    name
}
