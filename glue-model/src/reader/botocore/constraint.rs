//! Length, range and pattern.

use super::super::bounds;
use super::super::kind::Kind;
use super::super::node::Fields;
use super::state::Reader;
use crate::model::Constraints;

impl Reader<'_, '_, '_> {
    /// Reads the constraints on values. `min` and `max` mean the length of some kinds and the range
    /// of others; constraints that make no sense for a kind are ignored.
    pub(super) fn constraints(&mut self, fields: &Fields<'_>, kind: Kind) -> Constraints {
        let mut constraints = Constraints::default();
        match kind {
            Kind::String | Kind::Enum => {
                constraints.length = bounds::length(fields, self.report);
                constraints.pattern = fields.text("pattern", self.report).map(str::to_owned);
            }
            Kind::Blob | Kind::List | Kind::Map => {
                constraints.length = bounds::length(fields, self.report);
            }
            kind => constraints.range = bounds::range(fields, kind, self.report),
        }
        constraints
    }
}
