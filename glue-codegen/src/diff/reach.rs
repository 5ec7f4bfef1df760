//! The operations that reach a shape, and the members by which they do.

use super::cause::{Cause, CauseKind};
use super::side::Side;

/// Why a type is new although its shape is not.
pub(super) fn of_new(old: &Side, new: &Side, shape: &str) -> Option<Cause> {
    reaching(new, shape, old, true)
}

/// Why a type is gone although its shape is not.
pub(super) fn of_gone(old: &Side, new: &Side, shape: &str) -> Option<Cause> {
    reaching(old, shape, new, false)
}

fn reaching(side: &Side, shape: &str, other: &Side, now: bool) -> Option<Cause> {
    if !other.has_shape(shape) || other.shape_id(shape).is_some() {
        // The shape itself was added or removed, or changed its kind.
        return None;
    }
    let (operation, path) = side.routes().to(&side.model, side.shape_id(shape)?)?;
    let cause = Cause::new(CauseKind::Reached, now).operation(&operation.name);
    Some(cause.path(Some(path.join("/"))))
}

/// Why a structure became or stopped being an error.
pub(super) fn of_error(old: &Side, new: &Side, shape: &str) -> Option<Cause> {
    match (listing(old, shape), listing(new, shape)) {
        (None, Some(operation)) => {
            Some(Cause::new(CauseKind::ListedAsError, true).operation(operation))
        }
        (Some(operation), None) => {
            Some(Cause::new(CauseKind::ListedAsError, false).operation(operation))
        }
        _ => None,
    }
}

/// The first operation that lists a shape among its errors.
fn listing<'a>(side: &'a Side, shape: &str) -> Option<&'a str> {
    let id = side.shape_id(shape)?;
    let operation = side.model.operations.iter().find(|operation| operation.errors.contains(&id));
    operation.map(|operation| operation.name.as_str())
}
