//! Derives that the options request: which types lose them, which gain them, and which compare
//! differently.
//!
//! No type can lose the traits that it always has, such as `Clone`, or `Copy` for operations.

use super::aspect::Aspect;
use super::change::{Change, Impact, Subject};
use super::item::derives;
use super::obstacles::Obstacles;
use super::order;
use crate::plan::{Structure, TypeItem};

/// Compares the derives of a type that both models have.
pub(super) fn compare<'a>(
    subject: Subject<'_>,
    from: &TypeItem,
    to: &'a TypeItem,
    obstacles: &mut Obstacles<'a>,
    found: &mut Vec<Change>,
) {
    let (had, has) = (derives(from), derives(to));
    for path in had.iter().filter(|path| !has.contains(path)) {
        let cause = obstacles.cause(to, path);
        let subject = subject.cause(cause.as_ref());
        let lost = Some(path.clone());
        subject.compare(Aspect::Derive, lost, None, Impact::Breaking, found);
    }
    for path in has.iter().filter(|path| !had.contains(path)) {
        let gained = Some(path.clone());
        subject.compare(Aspect::Derive, None, gained, Impact::Additive, found);
    }
    if let (TypeItem::Structure(from), TypeItem::Structure(to)) = (from, to)
        && had.iter().any(|path| order::is_by_order(path) && has.contains(path))
    {
        let names = |structure: &Structure| {
            structure.fields.iter().map(|field| field.name.to_string()).collect()
        };
        order::compare(subject, Aspect::MemberOrder, names(from), names(to), found);
    }
}
