//! How many changes there are.

use glue_codegen::inspect::{Difference, Impact};

use crate::quantity::{Quantity, grouped};

/// The totals, such as `3 changes: 1 breaking, 1 behavior, 1 additive; 1 of them is allowed`.
pub(super) fn sentence(difference: &Difference) -> String {
    let count = |impact| grouped(difference.count(impact));
    let total = Quantity { count: difference.changes.len(), noun: "change" };
    let (breaking, behavior, additive) =
        (count(Impact::Breaking), count(Impact::Behavior), count(Impact::Additive));
    let allowed = match difference.allowed() {
        0 => String::new(),
        1 => "; 1 of them is allowed".to_owned(),
        several => format!("; {} of them are allowed", grouped(several)),
    };
    format!("{total}: {breaking} breaking, {behavior} behavior, {additive} additive{allowed}")
}
