//! Enums of numbers, which are plain numbers in Rust: only `validate_strict` knows their values.

use glue_model::{IntEnumValue, ShapeKind};

use super::aspect::Aspect;
use super::change::{Change, Impact, Subject};
use super::pairs::{Names, Pair, pair};
use super::verdict::JsonVerdict;

/// Compares the known values of two kinds of numbers.
pub(super) fn compare(
    subject: Subject<'_>,
    from: &ShapeKind,
    to: &ShapeKind,
    found: &mut Vec<Change>,
) {
    // Unknown numbers are kept, and only `validate_strict` rejects them.
    let subject = subject.json(JsonVerdict::SAME);
    match (from, to) {
        (ShapeKind::IntEnum(from), ShapeKind::IntEnum(to)) => values(subject, from, to, found),
        (ShapeKind::Integer, ShapeKind::IntEnum(_))
        | (ShapeKind::IntEnum(_), ShapeKind::Integer) => {
            let text = |kind: &ShapeKind| match kind {
                ShapeKind::IntEnum(_) => Some("enum of integers".to_owned()),
                _ => Some("integer".to_owned()),
            };
            subject.compare(Aspect::Kind, text(from), text(to), Impact::Behavior, found);
        }
        _ => {}
    }
}

fn values(
    subject: Subject<'_>,
    from: &[IntEnumValue],
    to: &[IntEnumValue],
    found: &mut Vec<Change>,
) {
    // Names are not visible, so only numbers count.
    let names = |value: &IntEnumValue| {
        let number = value.value.to_string();
        Names { model: number.clone(), rust: number }
    };
    let pairs = pair(from.iter().map(names), to.iter().map(names));
    for pair in pairs.select(from, to) {
        let (value, impact) = match &pair {
            Pair::Both(..) => continue,
            Pair::New(value) => (value, Impact::Additive),
            Pair::Old(value) => (value, Impact::Behavior),
        };
        let place = subject.path_to(&value.value.to_string());
        let name = Some(value.name.clone());
        let (old, new) = match pair {
            Pair::New(_) => (None, name),
            _ => (name, None),
        };
        subject.member(&place).compare(Aspect::Existence, old, new, impact, found);
    }
}
