//! What reading definitions shares.

use super::super::report::Report;
use super::super::suggest::Suggester;
use super::names::Names;

/// What reading a definition needs: the declared shapes, and where problems go.
pub(super) struct Reader<'a, 'r, 'f> {
    pub(super) names: Names<'a>,
    pub(super) report: &'r mut Report<'f>,
    pub(super) suggester: Suggester,
}
