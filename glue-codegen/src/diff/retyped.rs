//! Why the type of a member changed although its own line in the model did not.

use std::mem::discriminant;

use glue_model::{Member, ShapeKind};

use super::cause::{Cause, CauseKind};
use super::side::Side;
use crate::lower::layout::BoxReason;
use crate::plan::Type;

/// A member of one of the models, with its shape and type.
#[derive(Clone, Copy)]
pub(super) struct Retyped<'a> {
    pub(super) side: &'a Side,
    pub(super) holder: &'a str,
    pub(super) member: Option<&'a Member>,
    pub(super) ty: &'a Type,
}

/// The cause, if it is not the member's own line.
pub(super) fn cause(old: Retyped<'_>, new: Retyped<'_>) -> Option<Cause> {
    match (old.ty, new.ty) {
        (Type::Named(_), Type::Boxed(_)) => boxed(new, true),
        (Type::Boxed(_), Type::Named(_)) => boxed(old, false),
        _ => target((old.side, old.member?), (new.side, new.member?)),
    }
}

/// Why a member is boxed.
fn boxed(member: Retyped<'_>, now: bool) -> Option<Cause> {
    let (model, holder) = (&member.side.model, member.side.shape_id(member.holder)?);
    let reason = member.side.layout().reason(model, holder, member.member?.target)?;
    Some(match reason {
        BoxReason::HoldsItself => {
            Cause::new(CauseKind::HoldsItself, now).path(member.side.way_back(holder))
        }
        BoxReason::Choice => Cause::new(CauseKind::Choice, now),
        BoxReason::Large => Cause::new(CauseKind::Large, now),
    })
}

/// The changed shape, if both members target one of the same name: that shape itself, or one that
/// its lists and maps hold.
fn target(old: (&Side, &Member), new: (&Side, &Member)) -> Option<Cause> {
    let (from, to) = (old.0.target(old.1), new.0.target(new.1));
    if from.name != to.name {
        return None;
    }
    let other = || Some(Cause::new(CauseKind::OtherTarget, true).shape(&to.name));
    if discriminant(&from.kind) != discriminant(&to.kind) {
        return other();
    }
    let is_sparse_now = is_sparse(&to.kind);
    if is_sparse(&from.kind) != is_sparse_now {
        return Some(Cause::new(CauseKind::Sparse, is_sparse_now).shape(&to.name));
    }
    if !matches!(to.kind, ShapeKind::List(_) | ShapeKind::Map(_)) {
        return None;
    }
    // The recursion is as deep as the types, which are never deep.
    from.kind.members().zip(to.kind.members()).find_map(|(from, to)| {
        match old.0.target(from).name == new.0.target(to).name {
            true => target((old.0, from), (new.0, to)),
            false => other(),
        }
    })
}

fn is_sparse(kind: &ShapeKind) -> bool {
    match kind {
        ShapeKind::List(list) => list.sparse,
        ShapeKind::Map(map) => map.sparse,
        _ => false,
    }
}
