//! Why a name in Rust changed although the name in the model did not.

use proc_macro2::Ident;

use super::cause::{Cause, CauseKind};
use super::item::model_name;
use super::side::Side;
use crate::plan::Operation;

/// The item that has the old name now.
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
