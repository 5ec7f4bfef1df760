//! The shapes that a service needs.

use super::super::kind::Kind;
use super::super::role::Role;
use super::definition::Definition;
use super::directory::Place;
use super::operation::Signature;
use super::state::Reader;

impl<'a> Reader<'a, '_, '_> {
    /// Returns all shapes that operations lead to, in the order of the file, with the prelude's
    /// last. Checks each reference along the way.
    pub(super) fn closure(
        &mut self,
        signatures: &[Signature],
        definitions: &[Definition<'a>],
    ) -> Vec<Place> {
        let mut reached = self.directory.no_places();
        let mut open: Vec<Place> = Vec::new();
        for signature in signatures {
            open.extend(signature.input);
            open.extend(signature.output);
            open.extend(&signature.errors);
        }
        while let Some(place) = open.pop() {
            let is_new = reached.add(place);
            if let (true, Some(definition)) = (is_new, definitions.get(place.index())) {
                open.extend(self.references(definition));
            }
        }
        reached.in_order()
    }

    /// The shapes that a shape's members target.
    fn references(&mut self, definition: &Definition<'a>) -> Vec<Place> {
        let role: fn(&'a str) -> Role<'a> = match definition.kind() {
            Some(Kind::List) => |_| Role::ListMember,
            Some(Kind::Map) => |key| if key == "key" { Role::MapKey } else { Role::MapValue },
            Some(Kind::Structure | Kind::Union | Kind::EventStream) => Role::Member,
            _ => return Vec::new(),
        };
        let members = definition.members.iter();
        members.filter_map(|member| self.resolve(member.node, role(member.name()))).collect()
    }
}
