//! The documents that take the most stack.

use std::collections::{HashMap, HashSet, VecDeque};

use glue_model::{Model, ShapeId, ShapeKind};

use super::minimal::{minimal, required};

/// The maximum depth that serde_json reads: reaching its limit of 128 is an error.
const DEEPEST: usize = 127;

/// The number of a model's largest structures without recursion that are measured.
const LARGEST: usize = 3;

/// The number of members from which a structure is large, including the members on one path down.
const MANY: usize = 200;

/// A document that is nested as deeply as its type, or as readers allow.
pub(crate) struct Document {
    /// The name of its type in the model.
    pub(crate) shape: String,
    /// The members on the path down.
    pub(crate) way: String,
    pub(crate) text: String,
}

/// One level: a member of a shape.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    pub(crate) holder: ShapeId,
    /// The member's position in [`ShapeKind::members`].
    pub(crate) member: usize,
    pub(crate) target: ShapeId,
}

/// For each member through which a structure or union leads back to itself, the deepest document
/// that repeats it.
pub(crate) fn recursive(model: &Model) -> Vec<Document> {
    let mut documents = Vec::new();
    for (id, _) in model.shapes().filter(|(id, _)| is_aggregate(model, *id)) {
        for step in steps(model, id) {
            let Some(back) = way(model, step.target, id) else { continue };
            let round: Vec<Step> = [step].into_iter().chain(back).collect();
            let text = deepest(model, &round);
            documents.push(Document {
                shape: model.shape(id).name.clone(),
                way: name(model, &round),
                text,
            });
        }
    }
    documents
}

/// For the largest structures, the documents that follow the path with the most members.
pub(crate) fn largest(model: &Model) -> Vec<Document> {
    let mut heights = Heights { model, known: HashMap::new() };
    let aggregates = model.shapes().map(|(id, _)| id).filter(|id| is_aggregate(model, *id));
    let mut all: Vec<(usize, ShapeId)> = aggregates.map(|id| (heights.of(id).0, id)).collect();
    all.sort_unstable_by(|one, other| other.cmp(one));
    let largest = all.into_iter().filter(|(members, _)| *members > MANY).take(LARGEST);
    largest
        .map(|(_, id)| {
            let mut steps = Vec::new();
            let mut next = heights.of(id).1;
            while let Some(step) = next {
                steps.push(step);
                next = heights.of(step.target).1;
            }
            let text = match steps.as_slice() {
                [] => minimal(model, id),
                steps => nested(model, steps),
            };
            Document { shape: model.shape(id).name.clone(), way: name(model, &steps), text }
        })
        .collect()
}

/// The number of members of shapes, including those on the path down with the most members.
struct Heights<'a> {
    model: &'a Model,
    known: HashMap<ShapeId, (usize, Option<Step>)>,
}

impl Heights<'_> {
    /// The height of a shape, and the step down to the highest shape that it holds.
    fn of(&mut self, id: ShapeId) -> (usize, Option<Step>) {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        // A path that comes back to this shape ends here.
        self.known.insert(id, (0, None));
        let steps = steps(self.model, id);
        let own = steps.len();
        let below = steps.into_iter().map(|step| (self.of(step.target).0, step));
        let highest = below.max_by_key(|(height, _)| *height);
        let highest = highest.filter(|(_, step)| !self.comes_back(step, id));
        let height = (own + highest.map_or(0, |(height, _)| height), highest.map(|(_, step)| step));
        self.known.insert(id, height);
        height
    }

    fn comes_back(&self, step: &Step, id: ShapeId) -> bool {
        way(self.model, step.target, id).is_some()
    }
}

pub(crate) fn is_aggregate(model: &Model, id: ShapeId) -> bool {
    matches!(model.shape(id).kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
}

/// The steps from a shape, without a map's key.
pub(crate) fn steps(model: &Model, holder: ShapeId) -> Vec<Step> {
    let kind = &model.shape(holder).kind;
    let members = kind.members().enumerate();
    let members = members.filter(|(member, _)| !matches!(kind, ShapeKind::Map(_)) || *member == 1);
    members.map(|(member, inner)| Step { holder, member, target: inner.target }).collect()
}

/// The shortest path from one shape to another, empty if they are the same; `None` without one.
fn way(model: &Model, from: ShapeId, to: ShapeId) -> Option<Vec<Step>> {
    let mut came_by: HashMap<ShapeId, Step> = HashMap::new();
    let mut seen = HashSet::from([from]);
    let mut open = VecDeque::from([from]);
    while let Some(id) = open.pop_front() {
        if id == to {
            let mut steps = Vec::new();
            let mut at = to;
            while at != from {
                let step = came_by.get(&at)?;
                steps.push(*step);
                at = step.holder;
            }
            steps.reverse();
            return Some(steps);
        }
        for step in steps(model, id) {
            if seen.insert(step.target) {
                came_by.insert(step.target, step);
                open.push_back(step.target);
            }
        }
    }
    None
}

/// The document that repeats a path until the reader's limit.
fn deepest(model: &Model, round: &[Step]) -> String {
    (1..=DEEPEST)
        .rev()
        .map(|levels| {
            let steps: Vec<Step> = round.iter().cycle().take(levels).copied().collect();
            nested(model, &steps)
        })
        .find(|text| depth(text) <= DEEPEST)
        .unwrap_or_default()
}

/// The nested steps, ending with the smallest value of the last one's shape.
fn nested(model: &Model, steps: &[Step]) -> String {
    let (mut before, mut behind) = (String::new(), Vec::new());
    for step in steps {
        let (open, close) = around(model, step);
        before.push_str(&open);
        behind.push(close);
    }
    let innermost = steps.last().map(|step| minimal(model, step.target)).unwrap_or_default();
    before + &innermost + &behind.into_iter().rev().collect::<String>()
}

/// The text before and after the value of a step.
pub(crate) fn around(model: &Model, step: &Step) -> (String, &'static str) {
    let kind = &model.shape(step.holder).kind;
    let name = kind.members().nth(step.member).map(|member| member.name.as_str());
    let name = name.unwrap_or_default();
    match kind {
        ShapeKind::List(_) => ("[".to_owned(), "]"),
        ShapeKind::Map(map) => (format!("{{{}:", key(model, map.key.target)), "}"),
        ShapeKind::Structure(structure) => {
            (format!("{{{}{name:?}:", required(model, &structure.members, name)), "}")
        }
        _ => (format!("{{{name:?}:"), "}"),
    }
}

pub(crate) fn key(model: &Model, id: ShapeId) -> String {
    match &model.shape(id).kind {
        ShapeKind::Enum(_) => minimal(model, id),
        _ => "\"key\"".to_owned(),
    }
}

/// The depth of nested objects and lists in JSON.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut quoted, mut escaped) = (0usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => depth += 1,
            b'}' | b']' if !quoted => depth -= 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// The members on a path, in order.
fn name(model: &Model, steps: &[Step]) -> String {
    let members = steps.iter().filter(|step| is_aggregate(model, step.holder));
    let names = members.filter_map(|step| {
        model.shape(step.holder).kind.members().nth(step.member).map(|member| member.name.as_str())
    });
    names.collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use glue_model::{Source, read};

    use super::*;

    #[test]
    fn documents_go_around_to_the_limit() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/features/recursion/model.json");
        let bytes = std::fs::read(path).unwrap();
        let model = read(&Source { file: path, bytes: &bytes }).unwrap();
        let documents = recursive(&model);
        assert!(documents.len() > 3);
        for document in documents {
            let depth = depth(&document.text);
            assert!((DEEPEST - 8..=DEEPEST).contains(&depth), "{}: {depth}", document.way);
            assert!(serde_json::from_str::<serde_json::Value>(&document.text).is_ok());
        }
        assert_eq!(depth(r#"{"[\"{": [{}]}"#), 3);
    }
}
