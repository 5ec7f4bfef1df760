//! Length, range, pattern and uniqueness.

use super::super::bounds;
use super::super::kind::Kind;
use super::super::report::Report;
use super::traits::Traits;
use crate::model::{Constraints, Facet};

const LENGTH: &str = "smithy.api#length";
const RANGE: &str = "smithy.api#range";
const PATTERN: &str = "smithy.api#pattern";

/// The traits for parts of a definition.
pub(super) const FACETS: [(&str, Facet); 3] =
    [(LENGTH, Facet::Length), (RANGE, Facet::Range), (PATTERN, Facet::Pattern)];

/// Reads the constraints on values of a shape or member of this kind. Constraints that make no
/// sense for the kind are ignored.
pub(super) fn read(traits: &Traits<'_>, kind: Kind, report: &mut Report<'_>) -> Constraints {
    let mut constraints = Constraints::default();
    if matches!(kind, Kind::String | Kind::Enum | Kind::Blob | Kind::List | Kind::Map) {
        let length = traits.get(LENGTH).and_then(|node| node.fields(report));
        constraints.length = length.and_then(|fields| bounds::length(&fields, report));
    } else {
        let range = traits.get(RANGE).and_then(|node| node.fields(report));
        constraints.range = range.and_then(|fields| bounds::range(&fields, kind, report));
    }
    if matches!(kind, Kind::String | Kind::Enum) {
        constraints.pattern = traits.text(PATTERN, report).map(str::to_owned);
    }
    constraints.unique_items = kind == Kind::List && traits.has("smithy.api#uniqueItems", report);
    constraints
}
