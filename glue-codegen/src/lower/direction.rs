//! Which shapes appear in what a service sends.

use glue_model::Model;

use super::closure::shapes_from;

/// Marks the shapes that any operation's output or error reaches.
///
/// All operations of the model count, chosen or not, so that choosing fewer changes no type.
pub(super) fn reached_by_responses(model: &Model) -> Vec<bool> {
    let sent = model
        .operations
        .iter()
        .flat_map(|operation| operation.output.into_iter().chain(operation.errors.iter().copied()));
    shapes_from(model, sent)
}
