//! The reason for a deprecation, and since when.

use super::super::node::Fields;
use super::super::report::Report;
use crate::model::Deprecation;

impl Fields<'_> {
    /// Reads `deprecated` and its companions.
    pub(super) fn deprecation(&self, report: &mut Report<'_>) -> Option<Deprecation> {
        let deprecation = Deprecation {
            message: self.owned_text("deprecatedMessage", report),
            since: self.owned_text("deprecatedSince", report),
        };
        self.flag("deprecated", report).then_some(deprecation)
    }
}
