//! The state shared while definitions are read.

use super::super::report::Report;
use super::super::suggest::Suggester;
use super::names::Names;

/// The state for reading definitions: the declared shapes, and the report of problems.
pub(super) struct Reader<'a, 'r, 'f> {
    pub(super) names: Names<'a>,
    pub(super) report: &'r mut Report<'f>,
    pub(super) suggester: Suggester,
}
