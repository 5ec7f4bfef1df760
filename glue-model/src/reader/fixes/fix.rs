//! A fix as far as all changes have it in common.

use super::super::node::Node;
use super::super::report::Problem;
use super::subject::Subject;
use crate::diagnostic::Quoted;

/// What a fix is for, and what it changes.
#[derive(Clone, Copy)]
pub(super) struct Fix<'a> {
    pub(super) node: &'a Node<'a>,
    /// None where there was a problem with it, which is reported.
    pub(super) subject: Option<Subject<'a>>,
    /// The change, an object with `from` and `to`.
    pub(super) change: &'a Node<'a>,
}

impl Fix<'_> {
    /// A fix whose `from` is not what the model has.
    pub(super) fn does_not_apply(&self) -> Problem {
        let message = format_args!(
            "fix {} does not apply: `from` is not what the model has",
            Quoted(self.node.key())
        );
        let help = "correct `from`, or remove the fix if the model has been mended";
        self.node.key_problem(message).help(help)
    }
}
