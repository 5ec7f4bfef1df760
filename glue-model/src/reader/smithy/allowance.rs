//! A limit on what a file may multiply into.

use super::super::node::Node;
use super::super::report::Report;

/// How many members, traits and errors may be taken over from elsewhere in any file, and one more for
/// so many bytes of it. AWS's models take over none or few; a file made to break a reader could ask
/// for the square of its size.
const COPIES: usize = 20_000;
const BYTES_PER_COPY: usize = 4;

/// What may still be taken over.
pub(super) struct Allowance {
    most: usize,
    left: usize,
    is_refused: bool,
}

impl Allowance {
    /// What a file of this size may take over.
    pub(super) fn new(size: usize) -> Self {
        let most = COPIES + size / BYTES_PER_COPY;
        Self { most, left: most, is_refused: false }
    }

    /// Whether everything is refused from now on, so that nobody need ask.
    pub(super) fn is_refused(&self) -> bool {
        self.is_refused
    }

    /// Whether `copies` more may be taken over. The first refusal is reported, at the shape that
    /// `node` defines, and is the last word.
    pub(super) fn grants(
        &mut self,
        copies: usize,
        node: &Node<'_>,
        report: &mut Report<'_>,
    ) -> bool {
        if self.is_refused {
            return false;
        }
        if let Some(left) = self.left.checked_sub(copies) {
            self.left = left;
            return true;
        }
        self.is_refused = true;
        let message = format_args!(
            "mixins and service-wide errors add up to more than {} members, traits and errors, too many \
             for a file of this size",
            self.most
        );
        report.push(node.problem(message));
        false
    }
}
