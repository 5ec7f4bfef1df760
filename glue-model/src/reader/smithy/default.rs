//! The values of absent members.

use super::super::kind::Kind;
use super::definition::MemberDefinition;
use super::prelude;
use super::state::{Builder, Version};
use crate::json::{Json, JsonNumber};

impl Builder<'_, '_, '_> {
    /// The default value of a member. `kind` is the kind of its target, if it is a structure's
    /// member.
    pub(super) fn default(
        &self,
        member: &MemberDefinition<'_>,
        kind: Option<Kind>,
    ) -> Option<Json> {
        match member.traits.get("smithy.api#default") {
            // On a member, null removes the default that the target has.
            Some(node) => Some(node.json()).filter(|json| **json != Json::Null).cloned(),
            None if self.version == Version::One && !self.is_boxed(member) => zero(kind?),
            None => None,
        }
    }

    /// Whether version 1.0 distinguishes an absent member from zero.
    fn is_boxed(&self, member: &MemberDefinition<'_>) -> bool {
        const BOX: &str = "smithy.api#box";
        let Some(target) = member.target() else {
            return true;
        };
        let place = self.reader.directory.find(target);
        let in_file = place.and_then(|place| self.reader.directory.entry(place)).is_some();
        let definition = place.and_then(|place| self.definitions.get(place.index()));
        let target_is_boxed = match in_file {
            true => definition.is_some_and(|target| target.traits.get(BOX).is_some()),
            false => !prelude::is_primitive(target),
        };
        member.traits.get(BOX).is_some() || target_is_boxed
    }
}

/// The value that version 1.0 assumes for an absent member of a kind that is not boxed.
fn zero(kind: Kind) -> Option<Json> {
    match kind {
        Kind::Boolean => Some(Json::Bool(false)),
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::Float | Kind::Double => {
            Some(Json::Number(JsonNumber::Integer(0)))
        }
        _ => None,
    }
}
