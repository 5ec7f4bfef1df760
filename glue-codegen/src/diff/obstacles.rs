//! The members because of which types lack traits that could be derived.

use std::collections::{HashMap, VecDeque};

use proc_macro2::Ident;

use super::cause::{Cause, CauseKind};
use super::item::{model_name, name};
use super::side::Side;
use crate::lower::derives::{Standard, leaf};
use crate::plan::{Type, TypeItem};

/// The obstacles in a model's types, found for each trait when it is first needed.
pub(super) struct Obstacles<'a> {
    side: &'a Side,
    found: HashMap<Standard, Steps<'a>>,
}

/// For each type that lacks the trait, the first step of a shortest path to the reason.
type Steps<'a> = HashMap<&'a Ident, Step<'a>>;

#[derive(Clone, Copy)]
enum Step<'a> {
    /// The type lacks it whatever its members are.
    Itself,
    /// A member whose values lack it.
    Value(&'a str),
    /// A member, and the type of the model that it has.
    Type(&'a str, &'a TypeItem),
}

impl<'a> Obstacles<'a> {
    pub(super) fn new(side: &'a Side) -> Self {
        Self { side, found: HashMap::new() }
    }

    /// Why a type cannot have a derive.
    pub(super) fn cause(&mut self, item: &'a TypeItem, derive: &str) -> Option<Cause> {
        let standard = Standard::of(derive)?;
        let side = self.side;
        let steps = self.found.entry(standard).or_insert_with(|| steps(side, standard));
        let cause = Cause::new(CauseKind::Underivable, true);
        let (mut item, mut path) = (item, Vec::new());
        loop {
            match *steps.get(name(item))? {
                Step::Type(member, target) => {
                    path.push(member);
                    item = target;
                }
                Step::Value(member) => {
                    path.push(member);
                    return Some(cause.path(Some(path.join("/"))));
                }
                Step::Itself => {
                    let path = (!path.is_empty()).then(|| path.join("/"));
                    return Some(cause.shape(model_name(item)).path(path));
                }
            }
        }
    }
}

/// Walks from the reasons to all types that hold them.
fn steps(side: &Side, standard: Standard) -> Steps<'_> {
    let mut steps = Steps::new();
    let mut holders: HashMap<&Ident, Vec<(&TypeItem, &str)>> = HashMap::new();
    let (mut open, mut behind) = (VecDeque::new(), Vec::new());
    for item in &side.plan.types {
        if standard.is_lacking(item) {
            steps.insert(name(item), Step::Itself);
            open.push_back(item);
        }
        for (member, ty) in members(item) {
            match leaf(ty) {
                Type::Named(target) | Type::Boxed(target) => {
                    holders.entry(target).or_default().push((item, member));
                }
                ty if standard.is_lacking_value(ty) => {
                    steps.entry(name(item)).or_insert_with(|| {
                        behind.push(item);
                        Step::Value(member)
                    });
                }
                _ => {}
            }
        }
    }
    // These are one step further away than the types that lack the trait themselves.
    open.extend(behind);
    while let Some(target) = open.pop_front() {
        for (holder, member) in holders.remove(name(target)).unwrap_or_default() {
            steps.entry(name(holder)).or_insert_with(|| {
                open.push_back(holder);
                Step::Type(member, target)
            });
        }
    }
    steps
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
