//! The escape for any line break.

use super::ast::Node;
use crate::class_set::ClassSet;
use crate::unicode::perl;

/// `\R`.
pub(super) fn line_break() -> Node {
    let [carriage_return, line_feed] = ['\r', '\n'].map(|c| Node::Class(ClassSet::single(c)));
    Node::Alternate(vec![
        Node::Concat(vec![carriage_return, line_feed]),
        Node::Class(perl::vertical_space()),
    ])
}
