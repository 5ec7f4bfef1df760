//! The traits of a shape or member.

use std::collections::HashMap;

use super::super::node::Node;
use super::super::report::Report;
use crate::json::Json;
use crate::model::Deprecation;

/// Traits, each once.
#[derive(Clone, Default)]
pub(super) struct Traits<'a> {
    /// The traits' values, sorted by key; the keys are their IDs.
    nodes: Vec<Node<'a>>,
    /// Whether any trait comes from a place other than the shape or member itself.
    pub(super) is_mixed: bool,
}

impl<'a> Traits<'a> {
    /// The traits of the shape or member that `node` defines.
    pub(super) fn of(node: &'a Node<'a>) -> Self {
        Self { nodes: sorted(node.entries_within("traits").collect()), is_mixed: false }
    }

    /// The number of traits.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// All traits, ordered by ID.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Node<'a>> {
        self.nodes.iter()
    }

    /// Adds the traits of `others`, which override existing ones.
    pub(super) fn overlay<'o>(&mut self, others: impl Iterator<Item = &'o Node<'a>>)
    where
        'a: 'o,
    {
        let mut nodes: HashMap<&str, Node<'a>> =
            self.nodes.drain(..).map(|node| (node.key(), node)).collect();
        nodes.extend(others.map(|other| (other.key(), *other)));
        self.nodes = sorted(nodes.into_values().collect());
        self.is_mixed = true;
    }

    /// The trait with an ID.
    pub(super) fn get(&self, id: &str) -> Option<&Node<'a>> {
        let place = self.nodes.binary_search_by(|node| node.key().cmp(id)).ok()?;
        self.nodes.get(place)
    }

    /// Whether there is a trait with an ID that has no content.
    pub(super) fn has(&self, id: &str, report: &mut Report<'_>) -> bool {
        let Some(node) = self.get(id) else {
            return false;
        };
        match node.json() {
            // Older files have `true` or `null` instead of an empty object.
            Json::Object(_) | Json::Bool(true) | Json::Null => true,
            _ => node.mismatch::<()>("an object", report).is_some(),
        }
    }

    /// The text of a trait.
    pub(super) fn text(&self, id: &str, report: &mut Report<'_>) -> Option<&'a str> {
        self.get(id)?.text(report)
    }

    /// The owned text of a trait, if it is not empty.
    pub(super) fn owned_text(&self, id: &str, report: &mut Report<'_>) -> Option<String> {
        self.text(id, report).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The description.
    pub(super) fn documentation(&self, report: &mut Report<'_>) -> Option<String> {
        self.owned_text("smithy.api#documentation", report)
    }

    /// The deprecation, if any.
    pub(super) fn deprecation(&self, report: &mut Report<'_>) -> Option<Deprecation> {
        const ID: &str = "smithy.api#deprecated";
        if !self.has(ID, report) {
            return None;
        }
        let node = self.get(ID)?;
        if !matches!(node.json(), Json::Object(_)) {
            return Some(Deprecation::default());
        }
        let fields = node.fields(report)?;
        Some(Deprecation {
            message: fields.owned_text("message", report),
            since: fields.owned_text("since", report),
        })
    }
}

/// Traits sorted by ID, because every reference to a shape looks up some of its traits.
fn sorted(mut traits: Vec<Node<'_>>) -> Vec<Node<'_>> {
    traits.sort_unstable_by_key(Node::key);
    traits
}
