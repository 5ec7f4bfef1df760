//! Derives that the options ask for: which types lose them, and which gain them.
//!
//! No type can lose what it has in any case, such as `Clone`, or the `Copy` of operations.

use std::collections::HashSet;

use proc_macro2::Ident;

use super::aspect::Aspect;
use super::cause::{Cause, CauseKind};
use super::change::{Change, Impact, Subject};
use super::item::{derives, model_name, name};
use super::side::Side;
use crate::lower::derives::{Standard, leaf};
use crate::plan::{Type, TypeItem};

pub(super) fn compare(
    subject: Subject<'_>,
    from: &TypeItem,
    (new, to): (&Side, &TypeItem),
    found: &mut Vec<Change>,
) {
    let (had, has) = (derives(from), derives(to));
    for path in had.iter().filter(|path| !has.contains(path)) {
        let cause = Standard::of(path).and_then(|standard| obstacle(new, to, standard));
        let subject = subject.cause(cause.as_ref());
        let lost = Some(path.clone());
        subject.compare(Aspect::Derive, lost, None, Impact::Breaking, found);
    }
    for path in has.iter().filter(|path| !had.contains(path)) {
        let gained = Some(path.clone());
        subject.compare(Aspect::Derive, None, gained, Impact::Additive, found);
    }
}

/// A type that is still to be looked through, and the members that lead to it.
struct Open<'a> {
    item: &'a TypeItem,
    path: Vec<&'a str>,
}

/// The nearest member whose type lacks a trait by itself.
fn obstacle(side: &Side, item: &TypeItem, standard: Standard) -> Option<Cause> {
    let cause = Cause::new(CauseKind::Underivable, true);
    let mut seen: HashSet<&Ident> = HashSet::from([name(item)]);
    let mut level = vec![Open { item, path: Vec::new() }];
    while !level.is_empty() {
        let mut next = Vec::new();
        for Open { item, path } in level {
            if standard.is_lacking(item) {
                let shape = model_name(item);
                let path = (!path.is_empty()).then(|| path.join("/"));
                return Some(cause.shape(shape).path(path));
            }
            for (member, ty) in members(item) {
                let path: Vec<&str> = path.iter().copied().chain([member]).collect();
                match leaf(ty) {
                    Type::Named(target) | Type::Boxed(target) if seen.insert(target) => {
                        next.extend(side.item(target).map(|item| Open { item, path }));
                    }
                    ty if standard.is_lacking_value(ty) => {
                        return Some(cause.path(Some(path.join("/"))));
                    }
                    _ => {}
                }
            }
        }
        level = next;
    }
    None
}

/// The members of a structure or union, by their names in the model.
fn members(item: &TypeItem) -> Vec<(&str, &Type)> {
    match item {
        TypeItem::Structure(structure) => {
            let fields = structure.fields.iter();
            fields.map(|field| (field.model_name.as_str(), &field.ty)).collect()
        }
        TypeItem::Union(union) => {
            let variants = union.variants.iter();
            variants.map(|variant| (variant.model_name.as_str(), &variant.ty)).collect()
        }
        TypeItem::Enum(_) => Vec::new(),
    }
}
