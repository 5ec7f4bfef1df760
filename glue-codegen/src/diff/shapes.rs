//! Constraints and properties of shapes that types do not show, reported once for all uses.

use std::mem::discriminant;

use glue_model::{Member, Shape, ShapeKind};

use super::aspect::Aspect;
use super::change::{Change, Impact, ItemKind, Subject};
use super::members::timestamp_text;
use super::side::Side;
use super::{constraints, int_enums};

pub(super) fn compare(old: &Side, new: &Side, found: &mut Vec<Change>) {
    for to in new.reached() {
        if let Some(from) = old.shape(&to.name) {
            shape((old, from), (new, to), found);
        }
    }
}

fn shape(old: (&Side, &Shape), new: (&Side, &Shape), found: &mut Vec<Change>) {
    let (from, to) = (old.1, new.1);
    let whole = Subject::item(ItemKind::Shape, &to.name);
    int_enums::compare(whole, &from.kind, &to.kind, found);
    let kind = match to.kind {
        // Their members were compared already, and a change of kind is a change of type.
        ShapeKind::Structure(_) | ShapeKind::Union(_) => return,
        _ if discriminant(&from.kind) != discriminant(&to.kind) => return,
        ShapeKind::Enum(_) => ItemKind::Enum,
        _ => ItemKind::Shape,
    };
    let subject = Subject::item(kind, &to.name);
    subject.sensitivity(from.sensitive, to.sensitive, found);
    let format =
        |shape: &Shape| shape.timestamp_format.map(|format| timestamp_text(format).to_owned());
    subject.compare(Aspect::TimestampFormat, format(from), format(to), Impact::Behavior, found);
    constraints::of_shapes(subject, old, new, found);
    for (from, to) in from.kind.members().zip(to.kind.members()) {
        part(subject.member(&to.name), (old.0, from), (new.0, to), found);
    }
}

/// The entry of a list, the key or value of a map.
fn part(
    subject: Subject<'_>,
    old: (&Side, &Member),
    new: (&Side, &Member),
    found: &mut Vec<Change>,
) {
    let (from, to) = (old.1, new.1);
    let (old_target, new_target) = (old.0.target(from), new.0.target(to));
    if discriminant(&old_target.kind) != discriminant(&new_target.kind) {
        if old_target.name != new_target.name {
            int_enums::compare(subject, &old_target.kind, &new_target.kind, found);
        }
        return;
    }
    let sensitive = |member: &Member, target: &Shape| member.sensitive || target.sensitive;
    if old_target.name != new_target.name || from.sensitive != to.sensitive {
        let (from, to) = (sensitive(from, old_target), sensitive(to, new_target));
        subject.sensitivity(from, to, found);
    }
    let format = |member: &Member, target: &Shape| {
        if target.kind != ShapeKind::Timestamp {
            return None;
        }
        let format = member.timestamp_format.or(target.timestamp_format);
        format.map(|format| timestamp_text(format).to_owned())
    };
    if old_target.name != new_target.name || from.timestamp_format != to.timestamp_format {
        let (from, to) = (format(from, old_target), format(to, new_target));
        subject.compare(Aspect::TimestampFormat, from, to, Impact::Behavior, found);
    }
    constraints::of_members(subject, old, new, found);
}
