//! The documents from which the values of a model are made.

use std::collections::HashSet;

use glue_model::{Model, ShapeId, ShapeKind};
use random_values::{Spelling, Values};

use crate::stack::documents::{self, Step, around, is_aggregate, key, steps};
use crate::stack::minimal::minimal;

/// How many random values of each type are changed in all ways.
const VALUES: u64 = 40;

/// How deep to search for lists, maps and texts that can grow.
const DEEPEST: usize = 6;

/// The types of a model that together hold the most other types, so that reading them reads almost
/// all.
pub(super) fn types(model: &Model, count: usize) -> Vec<ShapeId> {
    let all: Vec<ShapeId> =
        model.shapes().map(|(id, _)| id).filter(|id| is_aggregate(model, *id)).collect();
    let mut held: Vec<(ShapeId, HashSet<ShapeId>)> =
        all.iter().map(|id| (*id, reached(model, *id))).collect();
    let mut chosen = Vec::new();
    while let Some((position, (id, reached))) =
        held.iter().enumerate().max_by_key(|(_, (_, reached))| reached.len())
    {
        if chosen.len() == count || reached.is_empty() {
            break;
        }
        let (id, reached) = (*id, reached.clone());
        chosen.push(id);
        held.swap_remove(position);
        held.iter_mut().for_each(|(_, others)| others.retain(|other| !reached.contains(other)));
    }
    chosen
}

/// The structures and unions in a type, including the type itself.
pub(super) fn reached(model: &Model, id: ShapeId) -> HashSet<ShapeId> {
    let mut seen = HashSet::from([id]);
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        for step in steps(model, id) {
            if seen.insert(step.target) {
                open.push(step.target);
            }
        }
    }
    seen.retain(|id| is_aggregate(model, *id));
    seen
}

/// Lines with a type and a document.
pub(super) fn documents(model: &Model, types: &[ShapeId]) -> Vec<String> {
    let mut lines = Vec::new();
    for id in types {
        let name = &model.shape(*id).name;
        for seed in 0..VALUES {
            let spelling = if seed % 3 == 0 { Spelling::CommandLine } else { Spelling::Wire };
            let seed = (id.index() as u64) << 32 | seed;
            lines.push(format!("{name}\t{}", Values::new(model, spelling, seed).shape(*id)));
        }
    }
    let is_chosen = |name: &str| types.iter().any(|id| model.shape(*id).name == name);
    let deep = documents::recursive(model).into_iter().filter(|deep| is_chosen(&deep.shape));
    lines.extend(deep.map(|deep| format!("{}\t{}", deep.shape, deep.text)));
    lines
}

/// Lines with a type, and a document with a part that can be repeated: the entries of lists and
/// maps, letters, digits and keys. At most `count` of them, evenly spread.
pub(super) fn growing(model: &Model, types: &[ShapeId], count: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for id in types {
        let name = &model.shape(*id).name;
        let mut seen = HashSet::new();
        walk(model, *id, &mut Vec::new(), &mut seen, &mut |way, units| {
            let (before, behind) = enclosed(model, way);
            for (open, unit, close) in units {
                lines.push(format!("{name}\t{before}{open}\t{unit}\t{close}{behind}"));
            }
        });
        lines.push(format!("{name}\t{{\t\"no member #\":1,\t}}"));
        lines.push(format!("{name}\t{{\"no member\":[\t[[[0]]],\t]}}"));
    }
    let step = lines.len().div_ceil(count.max(1)).max(1);
    lines.into_iter().step_by(step).collect()
}

/// The text before, between and after repetitions.
type Unit = (&'static str, String, &'static str);

/// Calls `take` with each place below a shape, and the text that can be repeated there.
fn walk(
    model: &Model,
    id: ShapeId,
    way: &mut Vec<Step>,
    seen: &mut HashSet<ShapeId>,
    take: &mut impl FnMut(&[Step], Vec<Unit>),
) {
    if way.len() > DEEPEST || !seen.insert(id) {
        return;
    }
    take(way, units(model, id));
    for step in steps(model, id) {
        way.push(step);
        walk(model, step.target, way, seen, take);
        way.pop();
    }
}

fn units(model: &Model, id: ShapeId) -> Vec<Unit> {
    let quoted = |letters: &str| ("\"", letters.to_owned(), "\"");
    match &model.shape(id).kind {
        ShapeKind::List(list) => {
            let least = minimal(model, list.member.target);
            let mut units = vec![("[", least + ",", "]"), ("[", "null,".to_owned(), "]")];
            if is_aggregate(model, list.member.target) {
                let value = Values::new(model, Spelling::Wire, 7).shape(list.member.target);
                units.push(("[", format!("{value},"), "]"));
            } else {
                units.push(("[", "\"#\",".to_owned(), "]"));
            }
            units
        }
        ShapeKind::Map(map) => {
            let value = minimal(model, map.value.target);
            let same = format!("{}:{value},", key(model, map.key.target));
            vec![("{", format!("\"#\":{value},"), "}"), ("{", same, "}")]
        }
        ShapeKind::String | ShapeKind::Enum(_) => {
            let letters =
                ["a", "aA0-", "/a", "\\u0000", "\u{e9}", "0", ".", " ", "https://", "<b>"];
            letters.into_iter().map(quoted).collect()
        }
        ShapeKind::Blob => vec![quoted("QUJD")],
        ShapeKind::Timestamp => {
            vec![("", "1".to_owned(), ""), ("1.", "1".to_owned(), ""), quoted("1")]
        }
        ShapeKind::Long | ShapeKind::Integer | ShapeKind::Double | ShapeKind::Float => {
            vec![("", "1".to_owned(), ""), ("0.", "0".to_owned(), "1"), quoted("1")]
        }
        ShapeKind::Structure(_) | ShapeKind::Union(_) => Vec::new(),
        _ => vec![("[", "{\"#\":[1]},".to_owned(), "]"), ("{", "\"#\":1.5,".to_owned(), "}")],
    }
}

/// The text before and after a place.
fn enclosed(model: &Model, way: &[Step]) -> (String, String) {
    let (mut before, mut behind) = (String::new(), Vec::new());
    for step in way {
        let (open, close) = around(model, step);
        before.push_str(&open);
        behind.push(close);
    }
    (before, behind.into_iter().rev().collect())
}
