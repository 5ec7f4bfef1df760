//! The smallest values of types: whether there is a valid value at all, and which member of a union
//! has the smallest one.

use std::collections::HashMap;

use proc_macro2::Ident;

use crate::plan::{Draw, DrawKind, TypeDraw};

/// How many levels and how many parts a value may have. A part is a member, an entry or a few
/// characters.
const MOST_LEVELS: u32 = 32;
const MOST_PARTS: u64 = 100_000;

/// The size of the smallest value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Least {
    parts: u64,
    levels: u32,
}

/// A value without parts.
const ONE: Least = Least { parts: 1, levels: 1 };

/// The smallest values of types, those without a valid value left out.
type Known = HashMap<Ident, Least>;

/// Removes what has no valid value, and sorts the variants of unions.
pub(super) fn settle(types: &mut [TypeDraw]) {
    let known = known(types);
    let defined: Vec<Ident> = types.iter().map(|one| one.name.clone()).collect();
    let sizes = Sizes { known, defined: defined.into_iter().map(|name| (name, ())).collect() };
    for one in types {
        if !sizes.known.contains_key(&one.name) {
            one.kind = DrawKind::Impossible;
        }
        match &mut one.kind {
            DrawKind::Structure(fields) => {
                fields.retain(|field| sizes.of(&field.draw).is_some());
                fields.iter_mut().for_each(|field| sizes.empty(&mut field.draw));
            }
            DrawKind::Union(variants) => {
                variants.retain(|variant| sizes.of(&variant.draw).is_some());
                variants.sort_by_key(|variant| sizes.of(&variant.draw));
                variants.iter_mut().for_each(|variant| sizes.empty(&mut variant.draw));
            }
            DrawKind::Enum | DrawKind::Impossible => {}
        }
    }
}

/// The sizes of types. A value of a number of levels is found in as many rounds.
fn known(types: &[TypeDraw]) -> Known {
    let defined: HashMap<Ident, ()> = types.iter().map(|one| (one.name.clone(), ())).collect();
    let mut sizes = Sizes { known: Known::new(), defined };
    for _ in 0..MOST_LEVELS {
        let mut next = Known::new();
        for one in types {
            next.extend(sizes.of_type(one).map(|least| (one.name.clone(), least)));
        }
        if next == sizes.known {
            break;
        }
        sizes.known = next;
    }
    sizes.known
}

/// What is known of types.
struct Sizes {
    known: Known,
    /// The types of the file. Others have small values.
    defined: HashMap<Ident, ()>,
}

impl Sizes {
    fn of_type(&self, one: &TypeDraw) -> Option<Least> {
        let least = match &one.kind {
            DrawKind::Structure(fields) => {
                let required = fields.iter().filter(|field| field.required);
                let parts: Option<Vec<Least>> =
                    required.map(|field| self.of(&field.draw)).collect();
                all(parts?)
            }
            DrawKind::Union(variants) => {
                let parts = variants.iter().filter_map(|variant| self.of(&variant.draw));
                all(parts.min())
            }
            DrawKind::Enum => ONE,
            DrawKind::Impossible => return None,
        };
        let is_union = matches!(one.kind, DrawKind::Union(_));
        let is_small = least.levels <= MOST_LEVELS && least.parts <= MOST_PARTS;
        (is_small && !(is_union && least == ONE)).then_some(least)
    }

    /// The smallest value that is drawn; `None` if there is none.
    fn of(&self, draw: &Draw) -> Option<Least> {
        let least = match draw {
            Draw::Impossible => return None,
            Draw::Type { name, .. } => match self.defined.contains_key(name) {
                true => *self.known.get(name)?,
                false => ONE,
            },
            Draw::AnyText(lengths) | Draw::Json(lengths) | Draw::Blob(lengths) => {
                if lengths.max.is_some_and(|max| max < lengths.min.unwrap_or(0)) {
                    return None;
                }
                Least { parts: 1 + lengths.min.unwrap_or(0) / 16, levels: 1 }
            }
            Draw::Integer { min, max } if is_empty(*min, *max) => return None,
            Draw::Float { min, max } if is_empty(*min, *max) => return None,
            Draw::Simple(_)
            | Draw::Text { .. }
            | Draw::Values(_)
            | Draw::Integer { .. }
            | Draw::Known(_)
            | Draw::Float { .. } => ONE,
            Draw::List { entry, lengths, .. } => {
                let entry = self.of(entry);
                return times(lengths.min, lengths.max, entry);
            }
            Draw::Map { key, value, lengths, .. } => {
                let entry = self.of(key).zip(self.of(value)).map(|(key, value)| all([key, value]));
                return times(lengths.min, lengths.max, entry);
            }
        };
        (least.parts <= MOST_PARTS).then_some(least)
    }

    /// Leaves collections empty whose entries have no valid value.
    fn empty(&self, draw: &mut Draw) {
        match draw {
            Draw::List { entry, lengths, .. } => match self.of(entry) {
                Some(_) => self.empty(entry),
                None => lengths.max = Some(0),
            },
            Draw::Map { key, value, lengths, .. } => match self.of(key).zip(self.of(value)) {
                Some(_) => {
                    self.empty(key);
                    self.empty(value);
                }
                None => lengths.max = Some(0),
            },
            _ => {}
        }
    }
}

/// A value of these parts.
fn all(parts: impl IntoIterator<Item = Least>) -> Least {
    parts.into_iter().fold(ONE, |whole, part| Least {
        parts: whole.parts.saturating_add(part.parts),
        levels: whole.levels.max(part.levels.saturating_add(1)),
    })
}

/// A collection of the least number of entries.
fn times(min: Option<u64>, max: Option<u64>, entry: Option<Least>) -> Option<Least> {
    let min = min.unwrap_or(0);
    if max.is_some_and(|max| max < min) {
        return None;
    }
    if min == 0 {
        return Some(ONE);
    }
    let entry = entry?;
    let parts = entry.parts.saturating_mul(min).saturating_add(1);
    let levels = entry.levels.saturating_add(1);
    (parts <= MOST_PARTS && levels <= MOST_LEVELS).then_some(Least { parts, levels })
}

fn is_empty<T: PartialOrd>(min: Option<T>, max: Option<T>) -> bool {
    matches!((min, max), (Some(min), Some(max)) if min > max)
}
