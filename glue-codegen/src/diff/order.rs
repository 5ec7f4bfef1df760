//! The order of variants and members, which is how values compare.

use std::collections::HashSet;

use super::aspect::Aspect;
use super::change::{Change, Impact, Subject};

/// Compares the order of the names that both types have.
pub(super) fn compare(
    subject: Subject<'_>,
    aspect: Aspect,
    old: Vec<String>,
    new: Vec<String>,
    found: &mut Vec<Change>,
) {
    let (in_old, in_new): (HashSet<&String>, HashSet<&String>) =
        (old.iter().collect(), new.iter().collect());
    let of_both = |names: &[String]| {
        let names = names.iter().filter(|name| in_old.contains(name) && in_new.contains(name));
        Some(names.cloned().collect::<Vec<_>>().join(", "))
    };
    subject.compare(aspect, of_both(&old), of_both(&new), Impact::Behavior, found);
}

/// Whether a derive compares values by the order of their members.
pub(super) fn is_by_order(derive: &str) -> bool {
    let name = derive.rsplit("::").next().unwrap_or(derive);
    matches!(name.trim(), "PartialOrd" | "Ord")
}
