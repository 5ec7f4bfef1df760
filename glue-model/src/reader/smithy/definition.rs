//! Definitions, as given by entries and completed by mixins and `apply` statements.

use super::super::kind::{Category, Kind};
use super::super::node::{Fields, Node};
use super::entry::{Content, Entry};
use super::traits::Traits;
use crate::json::Json;

/// Everything that is stated about a shape.
#[derive(Clone, Default)]
pub(super) struct Definition<'a> {
    pub(super) category: Option<Category>,
    pub(super) traits: Traits<'a>,
    pub(super) members: Vec<MemberDefinition<'a>>,
    /// The entries that give a service, resource or operation its properties: those of mixins, then
    /// its own. If several give a value, the last one counts; lists add up.
    pub(super) lineage: Vec<Fields<'a>>,
}

/// Everything that is stated about a member.
#[derive(Clone)]
pub(super) struct MemberDefinition<'a> {
    /// The place of its definition, perhaps in a mixin.
    pub(super) node: &'a Node<'a>,
    pub(super) traits: Traits<'a>,
}

impl<'a> Definition<'a> {
    /// The definition that an entry gives by itself.
    pub(super) fn own(entry: &'a Entry<'a>) -> Self {
        let Content::Shape { category, fields, members, .. } = &entry.content else {
            return Self::default();
        };
        let is_data = matches!(category, Category::Data(_));
        Self {
            category: Some(*category),
            traits: Traits::of(entry.node),
            members: members.iter().map(MemberDefinition::own).collect(),
            lineage: if is_data { Vec::new() } else { vec![*fields] },
        }
    }

    /// The definition of a shape of the prelude, which its ID determines.
    pub(super) fn of_prelude(kind: Kind) -> Self {
        Self { category: Some(Category::Data(kind)), ..Self::default() }
    }

    /// The kind of a type of values; traits distinguish some kinds.
    pub(super) fn kind(&self) -> Option<Kind> {
        let Some(Category::Data(kind)) = self.category else {
            return None;
        };
        Some(match kind {
            Kind::String if self.traits.get("smithy.api#enum").is_some() => Kind::Enum,
            Kind::Union if self.traits.get("smithy.api#streaming").is_some() => Kind::EventStream,
            kind => kind,
        })
    }

    /// The member named `name`.
    pub(super) fn member(&self, name: &str) -> Option<&MemberDefinition<'a>> {
        self.members.iter().find(|member| member.name() == name)
    }
}

impl<'a> MemberDefinition<'a> {
    fn own(node: &'a Node<'a>) -> Self {
        Self { node, traits: Traits::of(node) }
    }

    pub(super) fn name(&self) -> &'a str {
        self.node.key()
    }

    /// The ID that the member targets, if it is text.
    pub(super) fn target(&self) -> Option<&'a str> {
        match self.node.json() {
            Json::Object(fields) => match fields.get("target") {
                Some(Json::String(target)) => Some(target),
                _ => None,
            },
            _ => None,
        }
    }
}
