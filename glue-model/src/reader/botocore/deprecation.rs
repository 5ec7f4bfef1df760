//! Why and since when something is deprecated.

use super::super::node::Fields;
use super::super::report::Report;
use crate::model::Deprecation;

impl Fields<'_> {
    /// What `deprecated` and its companions say.
    pub(super) fn deprecation(&self, report: &mut Report<'_>) -> Option<Deprecation> {
        let deprecation = Deprecation {
            message: self.owned_text("deprecatedMessage", report),
            since: self.owned_text("deprecatedSince", report),
        };
        self.flag("deprecated", report).then_some(deprecation)
    }
}
