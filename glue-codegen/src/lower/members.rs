//! What a member's own facts and those of its target say together: secrecy and deprecation.

use glue_model::{Member, ShapeKind};

use super::context::Context;

/// Whether a member is deprecated, or a type that its own type names.
pub(super) fn names_deprecated(context: &Context<'_>, member: &Member) -> bool {
    let shape = context.model.shape(member.target);
    member.deprecated.is_some()
        || match &shape.kind {
            ShapeKind::List(list) => names_deprecated(context, &list.member),
            ShapeKind::Map(map) => {
                names_deprecated(context, &map.key) || names_deprecated(context, &map.value)
            }
            ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_) => {
                shape.deprecated.is_some()
            }
            _ => false,
        }
}

/// Whether a member's values must not be printed. Structures and unions hide their own values, but
/// the placeholder for a union that only has secrets may be a secret.
pub(super) fn is_sensitive(context: &Context<'_>, member: &Member) -> bool {
    let shape = context.model.shape(member.target);
    member.sensitive
        || shape.sensitive
        || match &shape.kind {
            ShapeKind::List(list) => is_sensitive(context, &list.member),
            ShapeKind::Map(map) => {
                is_sensitive(context, &map.key) || is_sensitive(context, &map.value)
            }
            ShapeKind::Union(union) => {
                let is_secret = |member: &Member| {
                    member.sensitive || context.model.shape(member.target).sensitive
                };
                !union.members.is_empty() && union.members.iter().all(is_secret)
            }
            _ => false,
        }
}
