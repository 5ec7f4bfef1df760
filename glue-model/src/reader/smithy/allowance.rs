//! A limit on how much a file can multiply into.

use super::super::node::Node;
use super::super::report::Report;

/// How many members, traits and errors any file may take over from elsewhere, and how many bytes of
/// the file allow one more. AWS's models take over few or none; a malicious file could demand the
/// square of its size.
const COPIES: usize = 20_000;
const BYTES_PER_COPY: usize = 4;

/// The rest of the limit.
pub(super) struct Allowance {
    most: usize,
    left: usize,
    is_refused: bool,
}

impl Allowance {
    /// The limit for a file of this size.
    pub(super) fn new(size: usize) -> Self {
        let most = COPIES + size / BYTES_PER_COPY;
        Self { most, left: most, is_refused: false }
    }

    /// Whether everything is refused from now on, so that callers can skip asking.
    pub(super) fn is_refused(&self) -> bool {
        self.is_refused
    }

    /// Whether `copies` more may be taken over. The first refusal is reported, at the shape that
    /// `node` defines, and is final.
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
