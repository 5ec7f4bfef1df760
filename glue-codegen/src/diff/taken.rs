//! Why something has another name in Rust although it has the same one in the model.

use proc_macro2::Ident;

use super::cause::{Cause, CauseKind};
use super::item::model_name;
use super::side::Side;
use crate::plan::Operation;

/// What has the old name now.
pub(super) fn cause(new: &Side, from: &Ident, to: &Ident) -> Option<Cause> {
    if from == to {
        return None;
    }
    let cause = Cause::new(CauseKind::NameTaken, true);
    let has_name =
        |operation: &&Operation| operation.name == *from || operation.error.name == *from;
    match new.plan.operations.iter().find(has_name) {
        Some(operation) => Some(cause.operation(&operation.model_name)),
        None => new.item(from).map(|item| cause.shape(model_name(item))),
    }
}
