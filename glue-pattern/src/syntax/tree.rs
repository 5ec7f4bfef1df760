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
    /// A pattern with its tree, the number of its groups, and the work that reading took.
    pub(super) fn new(root: Node, groups: u32, work: u64) -> Self {
        Self { root, groups, work }
    }

    /// The tree; [`Node::Empty`] if it takes more work to read the pattern than
    /// [`Limits::default`](crate::Limits::default) allow. [`compile`](crate::compile) says so then.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// How many units of work it took to read the pattern; see [`Limits::work`](crate::Limits::work).
    pub(crate) fn work(&self) -> u64 {
        self.work
    }

    /// How many capturing groups there are.
    pub fn groups(&self) -> u32 {
        self.groups
    }
}
