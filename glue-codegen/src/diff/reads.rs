//! Whether other types read and keep what the old types wrote.
//!
//! Two types do so if all pairs of types within them do. Each pair is decided once for all types
//! that hold it, see [`Side::read`].

use std::collections::HashMap;

use proc_macro2::Ident;

use super::decided::Pair;
use super::rust_type;
use super::side::Side;
use super::verdict::Answer;
use crate::plan::{Type, TypeItem};

/// How many pairs of types are examined. Only models made for the purpose have more: between two
/// versions of a model, few types replace each other.
const MOST_PAIRS: usize = 200_000;

/// Whether a type of the new model reads all values of a type, as JSON.
pub(super) fn of_types(old: (&Side, &Type), new: (&Side, &Type)) -> Answer {
    let reading = Reading { old: old.0, new: new.0 };
    let mut parts = Vec::new();
    let own = reading.types(old.1, new.1, &mut parts);
    parts.into_iter().map(|pair| reading.pair(pair)).fold(own, Answer::max)
}

/// Whether a type of the new model reads all values of a structure, union or enum, as JSON.
pub(super) fn of_items(old: (&Side, &Ident), new: (&Side, &Ident)) -> Answer {
    match (old.0.place(old.1), new.0.place(new.1)) {
        (Some(from), Some(to)) => Reading { old: old.0, new: new.0 }.pair((from, to)),
        _ => Answer::Unknown,
    }
}

/// Whether an operation's input or output in the new model reads all values of the old one.
pub(super) fn of_names(old: (&Side, Option<&Ident>), new: (&Side, Option<&Ident>)) -> Answer {
    match (old.1, new.1) {
        (None, _) => Answer::Yes,
        (Some(_), None) => Answer::No,
        (Some(from), Some(to)) if rust_type::is_same_name((old.0, from), (new.0, to)) => {
            Answer::Yes
        }
        (Some(from), Some(to)) => of_items((old.0, from), (new.0, to)),
    }
}

struct Reading<'a> {
    old: &'a Side,
    new: &'a Side,
}

impl Reading<'_> {
    /// Decides a pair, and all pairs within it.
    fn pair(&self, root: Pair) -> Answer {
        let mut decided = self.new.read.borrow_mut();
        if let Some(answer) = decided.get(&root) {
            return *answer;
        }
        let mut open = Open::default();
        open.place(root);
        let mut next = 0;
        while let Some(pair) = open.pairs.get(next).copied() {
            let mut parts = Vec::new();
            let mut own = match decided.len() + next < MOST_PAIRS {
                true => self.items(pair, &mut parts),
                false => Answer::Unknown,
            };
            for part in parts {
                match decided.get(&part) {
                    Some(answer) => own = own.max(*answer),
                    None => open.hold(next, part),
                }
            }
            open.answers.push(own);
            next += 1;
        }
        open.spread();
        decided.extend(open.pairs.into_iter().zip(open.answers));
        decided.get(&root).copied().unwrap_or(Answer::Unknown)
    }

    /// The answer for two types by themselves; the pairs of types within them are added to `parts`.
    fn types(&self, from: &Type, to: &Type, parts: &mut Vec<Pair>) -> Answer {
        match (from, to) {
            (_, Type::Document(_)) => Answer::Yes,
            (Type::Named(from) | Type::Boxed(from), Type::Named(to) | Type::Boxed(to)) => {
                self.names(from, to, parts)
            }
            (
                Type::List { entry: from, sparse: was_sparse },
                Type::List { entry: to, sparse: is_sparse },
            ) => self.types(from, to, parts).max(Answer::from(*is_sparse || !was_sparse)),
            (
                Type::Map { key: from_key, value: from, sparse: was_sparse, .. },
                Type::Map { key: to_key, value: to, sparse: is_sparse, .. },
            ) => {
                let values = self.types(from, to, parts);
                let values = values.max(Answer::from(*is_sparse || !was_sparse));
                self.types(from_key, to_key, parts).max(values)
            }
            (Type::Named(name), Type::String) => is_enum(self.old, name),
            (Type::String, Type::Named(name)) => is_enum(self.new, name),
            (Type::JsonText | Type::Blob, Type::String) => Answer::Yes,
            // This depends on the format in which they are written, or on what the text holds.
            (Type::Timestamp(_), Type::String | Type::F64 | Type::I64)
            | (Type::I64 | Type::I32 | Type::F64, Type::Timestamp(_))
            | (Type::String, Type::JsonText) => Answer::Unknown,
            (Type::I8 | Type::I16 | Type::I32, Type::F64) => Answer::Yes,
            (from, to) => match (width(from), width(to)) {
                (Some(from), Some(to)) => Answer::from(from <= to),
                _ => Answer::from(from == to),
            },
        }
    }

    /// Differences within a type that both models have are reported at that type.
    fn names(&self, from: &Ident, to: &Ident, parts: &mut Vec<Pair>) -> Answer {
        if rust_type::is_same_name((self.old, from), (self.new, to)) {
            return Answer::Yes;
        }
        match (self.old.place(from), self.new.place(to)) {
            (Some(from), Some(to)) => {
                parts.push((from, to));
                Answer::Yes
            }
            _ => Answer::Unknown,
        }
    }

    fn items(&self, pair: Pair, parts: &mut Vec<Pair>) -> Answer {
        let (Some(from), Some(to)) =
            (self.old.plan.types.get(pair.0), self.new.plan.types.get(pair.1))
        else {
            return Answer::Unknown;
        };
        // Unions keep unknown members, structures do not.
        let unknown = match (from, to) {
            // Enums are open.
            (TypeItem::Enum(_), TypeItem::Enum(_)) => return Answer::Yes,
            (TypeItem::Union(_), TypeItem::Union(_)) => Answer::Yes,
            (TypeItem::Structure(_) | TypeItem::Union(_), TypeItem::Structure(_)) => Answer::No,
            _ => return Answer::No,
        };
        let Some(keys) = self.new.keys(pair.1) else { return Answer::Unknown };
        let to = types(to);
        let of_member =
            |(key, from): (&str, &Type)| match keys.find(key).and_then(|member| to.get(member)) {
                Some((_, to)) => self.types(from, to, parts),
                None => unknown,
            };
        types(from).into_iter().map(of_member).fold(Answer::Yes, Answer::max)
    }
}

/// The pairs that are being decided.
#[derive(Default)]
struct Open {
    pairs: Vec<Pair>,
    places: HashMap<Pair, usize>,
    /// For each pair, the places of the pairs that it is a part of.
    holders: Vec<Vec<usize>>,
    answers: Vec<Answer>,
}

impl Open {
    fn place(&mut self, pair: Pair) -> usize {
        *self.places.entry(pair).or_insert_with(|| {
            self.pairs.push(pair);
            self.holders.push(Vec::new());
            self.pairs.len() - 1
        })
    }

    fn hold(&mut self, holder: usize, part: Pair) {
        let place = self.place(part);
        if let Some(holders) = self.holders.get_mut(place) {
            holders.push(holder);
        }
    }

    /// Gives each pair the worst answer of the pairs within it.
    fn spread(&mut self) {
        for answer in [Answer::No, Answer::Unknown] {
            let has_it = |(_, own): &(usize, &Answer)| **own == answer;
            let found = self.answers.iter().enumerate().filter(has_it);
            let mut left: Vec<usize> = found.map(|(place, _)| place).collect();
            while let Some(place) = left.pop() {
                for holder in self.holders.get(place).into_iter().flatten() {
                    match self.answers.get_mut(*holder) {
                        Some(own) if *own < answer => {
                            *own = answer;
                            left.push(*holder);
                        }
                        _ => {}
                    }
                }
            }
        }
    }
}

fn is_enum(side: &Side, name: &Ident) -> Answer {
    Answer::from(matches!(side.item(name), Some(TypeItem::Enum(_))))
}

/// The keys and types of the members of a structure or union.
fn types(item: &TypeItem) -> Vec<(&str, &Type)> {
    match item {
        TypeItem::Structure(structure) => {
            structure.fields.iter().map(|field| (&*field.key, &field.ty)).collect()
        }
        TypeItem::Union(union) => {
            union.variants.iter().map(|variant| (&*variant.key, &variant.ty)).collect()
        }
        TypeItem::Enum(_) => Vec::new(),
    }
}

fn width(ty: &Type) -> Option<u8> {
    match ty {
        Type::I8 => Some(8),
        Type::I16 => Some(16),
        Type::I32 => Some(32),
        Type::I64 => Some(64),
        _ => None,
    }
}
