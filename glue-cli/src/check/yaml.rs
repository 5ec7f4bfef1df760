//! YAML, as JSON with the places of its values.

mod scalar;

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::rc::Rc;

use glue_codegen::Position;
use granit_parser::{Event, Marker, Parser, ScalarStyle};

use super::locate::Target;
use super::problem::Anchor;
use scalar::{scalar, string};

/// How many values a document may have when its aliases are replaced.
const MOST: usize = 1_000_000;

/// The fault of a document with more values.
const TOO_LARGE: &str = "the document is too large with its aliases replaced";

/// How many levels a document may have, as in JSON.
const DEEPEST: usize = 127;

/// A value.
#[derive(Debug)]
pub(super) struct Node {
    position: Position,
    kind: Kind,
    /// How many values it has with its aliases replaced.
    size: usize,
    depth: usize,
}

#[derive(Debug)]
enum Kind {
    /// The JSON of a scalar, and its own text, for a key.
    Scalar(String, String),
    List(Vec<Rc<Node>>),
    Map(Vec<(String, Position, Rc<Node>)>),
}

/// Why a text is not YAML.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) position: Position,
    pub(super) message: String,
}

/// The documents of a text, up to the first fault.
pub(super) fn documents(text: &str) -> (Vec<Rc<Node>>, Option<Fault>) {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let result = match event {
            Ok((event, span)) => builder.take(event, position(&span.start)),
            Err(error) => Err(Fault { position: position(error.marker()), message: error.info() }),
        };
        if let Err(fault) = result {
            return (builder.documents, Some(fault));
        }
    }
    (builder.documents, None)
}

/// The values of a document, with the pointers to them: the entries, if it is a list.
pub(super) fn values(document: Rc<Node>) -> Vec<(String, Rc<Node>)> {
    match &document.kind {
        Kind::List(entries) => {
            let entries = entries.iter().enumerate();
            entries.map(|(index, entry)| (format!("/{index}"), entry.clone())).collect()
        }
        _ => vec![(String::new(), document)],
    }
}

fn position(marker: &Marker) -> Position {
    Position { line: marker.line().max(1), column: marker.col() + 1 }
}

impl Node {
    /// Where it begins.
    pub(super) fn position(&self) -> Position {
        self.position
    }

    /// The value as JSON.
    pub(super) fn to_json(&self) -> String {
        let mut json = String::new();
        self.write(&mut json);
        json
    }

    fn write(&self, json: &mut String) {
        match &self.kind {
            Kind::Scalar(text, _) => json.push_str(text),
            Kind::List(entries) => {
                json.push('[');
                for (index, entry) in entries.iter().enumerate() {
                    json.push_str(if index == 0 { "" } else { "," });
                    entry.write(json);
                }
                json.push(']');
            }
            Kind::Map(members) => {
                json.push('{');
                for (index, (key, _, value)) in members.iter().enumerate() {
                    let separator = if index == 0 { "" } else { "," };
                    let _ = write!(json, "{separator}{}:", string(key));
                    value.write(json);
                }
                json.push('}');
            }
        }
    }

    /// The position of a target of the JSON.
    pub(super) fn find(&self, target: &Target) -> Position {
        let (mut node, mut at) = (self, self.position);
        let last = target.steps.len().saturating_sub(1);
        for (depth, step) in target.steps.iter().enumerate() {
            let next = match &node.kind {
                Kind::Scalar(..) => None,
                Kind::List(entries) => entries.get(step.index).map(|entry| (entry.position, entry)),
                Kind::Map(members) => members.get(step.index).map(|(_, key, value)| {
                    let is_key = depth == last && target.anchor == Anchor::Key;
                    (if is_key { *key } else { value.position }, value)
                }),
            };
            let Some((position, inner)) = next else { break };
            (node, at) = (inner, position);
        }
        at
    }
}

/// Makes values of events.
#[derive(Default)]
struct Builder {
    documents: Vec<Rc<Node>>,
    open: Vec<Open>,
    anchors: HashMap<usize, Rc<Node>>,
    /// How many members were merged from other maps.
    merged: usize,
}

/// A list or map that has not ended.
struct Open {
    position: Position,
    anchor: usize,
    is_map: bool,
    key: Option<(String, Position)>,
    entries: Vec<Rc<Node>>,
    members: Vec<(String, Position, Rc<Node>)>,
}

impl Open {
    /// Puts members of the maps under the key `<<` in its place, as YAML 1.1 has it: those that are
    /// not there. Returns how many those are.
    fn merge(&mut self) -> usize {
        const MERGE: &str = "<<";
        let is_merge = |(key, ..): &(String, Position, Rc<Node>)| key == MERGE;
        let before = self.members.len();
        let merged: Vec<_> = self.members.extract_if(.., |member| is_merge(member)).collect();
        let mut known: HashSet<String> = self.members.iter().map(|(key, ..)| key.clone()).collect();
        for (_, _, node) in merged {
            let maps = match &node.kind {
                Kind::List(maps) => maps.clone(),
                _ => vec![node],
            };
            for map in maps {
                let Kind::Map(members) = &map.kind else { continue };
                for member in members.iter().filter(|(key, ..)| known.insert(key.clone())) {
                    self.members.push(member.clone());
                }
            }
        }
        self.members.len().saturating_sub(before)
    }
}

impl Builder {
    fn take(&mut self, event: Event<'_>, position: Position) -> Result<(), Fault> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let json = scalar(&text, style, tag.as_deref());
                let key = self.open.last().and_then(|open| open.key.as_ref());
                // The parser has such a text begin on a line below, which may be another value's.
                let position = match (style, key) {
                    (ScalarStyle::Literal | ScalarStyle::Folded, Some((_, key))) => *key,
                    _ => position,
                };
                let kind = Kind::Scalar(json, text.into_owned());
                self.add(Node { position, kind, size: 1, depth: 0 }.into(), anchor, position)
            }
            Event::SequenceStart(_, anchor, _) => self.begin(position, anchor, false),
            Event::MappingStart(_, anchor, _) => self.begin(position, anchor, true),
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Alias(anchor) => match self.anchors.get(&anchor).cloned() {
                Some(node) => self.add(node, 0, position),
                None => Err(fault(position, "the alias is within its own anchor")),
            },
            Event::DocumentEnd => {
                self.anchors.clear();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn begin(&mut self, position: Position, anchor: usize, is_map: bool) -> Result<(), Fault> {
        if self.open.len() >= DEEPEST {
            return Err(fault(position, "the document is nested too deeply"));
        }
        let (key, entries, members) = (None, Vec::new(), Vec::new());
        self.open.push(Open { position, anchor, is_map, key, entries, members });
        Ok(())
    }

    fn end(&mut self) -> Result<(), Fault> {
        let Some(mut open) = self.open.pop() else { return Ok(()) };
        self.merged += open.merge();
        if self.merged > MOST {
            return Err(fault(open.position, TOO_LARGE));
        }
        let inner = || open.entries.iter().chain(open.members.iter().map(|(_, _, value)| value));
        let size = inner().fold(1_usize, |size, node| size.saturating_add(node.size));
        let depth = inner().map(|node| node.depth + 1).max().unwrap_or(1);
        if size > MOST || depth + self.open.len() > DEEPEST {
            return Err(fault(open.position, TOO_LARGE));
        }
        let kind = if open.is_map { Kind::Map(open.members) } else { Kind::List(open.entries) };
        let node = Node { position: open.position, kind, size, depth };
        self.add(node.into(), open.anchor, open.position)
    }

    fn add(&mut self, node: Rc<Node>, anchor: usize, position: Position) -> Result<(), Fault> {
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let Some(open) = self.open.last_mut() else {
            self.documents.push(node);
            return Ok(());
        };
        match (open.is_map, open.key.take(), &node.kind) {
            (false, ..) => open.entries.push(node),
            (true, Some((key, at)), _) => open.members.push((key, at, node)),
            (true, None, Kind::Scalar(_, text)) => open.key = Some((text.clone(), position)),
            (true, None, _) => return Err(fault(position, "a key is not a string")),
        }
        Ok(())
    }
}

fn fault(position: Position, message: &str) -> Fault {
    Fault { position, message: message.to_owned() }
}
