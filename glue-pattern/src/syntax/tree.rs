//! The syntax tree of a whole pattern.

use super::ast::Node;

/// A pattern that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Syntax {
    root: Node,
    groups: u32,
    work: u64,
}

impl Syntax {
    /// A pattern with its tree, the number of its groups, and the work that reading it took.
    pub(super) fn new(root: Node, groups: u32, work: u64) -> Self {
        Self { root, groups, work }
    }

    /// Returns the tree. It is [`Node::Empty`] if reading the pattern takes more work than
    /// [`Limits::default`](crate::Limits::default) allow; [`compile`](crate::compile) reports that.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// The units of work that reading the pattern took; see [`Limits::work`](crate::Limits::work).
    pub(crate) fn work(&self) -> u64 {
        self.work
    }

    /// Returns the number of capturing groups.
    pub fn groups(&self) -> u32 {
        self.groups
    }
}
