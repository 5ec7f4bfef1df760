//! A value of the file together with its path, and typed access that reports faults.

use std::fmt::Display;

use super::report::{Problem, Report};
use crate::diagnostic::Quoted;
use crate::json::{Json, JsonNumber, Object, Segment};

/// A value and its place. Places are linked on the stack, so a file without problems never needs a
/// pointer.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    json: &'a Json,
    parent: Option<&'a Node<'a>>,
    step: Step<'a>,
    shape: Option<&'a str>,
}

/// The step from the parent.
#[derive(Clone, Copy)]
enum Step<'a> {
    Key(&'a str),
    /// Into the object under the first key, and there to the second. This is one step because a
    /// node in between would have to live as long as the nodes in it.
    Within(&'a str, &'a str),
    Index(usize),
}

/// An object and its place.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    /// The place, to report problems with the object as a whole.
    pub(super) node: &'a Node<'a>,
    object: &'a Object,
}

impl<'a> Node<'a> {
    /// The value of a whole file.
    pub(super) fn root(json: &'a Json) -> Self {
        Self { json, parent: None, step: Step::Index(0), shape: None }
    }

    /// The same value, marked as the definition of a shape: problems in it name the shape.
    pub(super) fn as_shape(self, name: &'a str) -> Self {
        Self { shape: Some(name), ..self }
    }

    /// The key that leads here; empty in an array and at the root.
    pub(super) fn key(&self) -> &'a str {
        match self.step {
            Step::Key(key) | Step::Within(_, key) => key,
            Step::Index(_) => "",
        }
    }

    /// The path from the root to this value.
    pub(super) fn path(&self) -> Vec<Segment> {
        let mut path = Vec::new();
        let mut node = self;
        while let Some(parent) = node.parent {
            match node.step {
                Step::Key(key) => path.push(Segment::Key(key.to_owned())),
                Step::Within(outer, key) => {
                    path.extend([key, outer].map(|key| Segment::Key(key.to_owned())));
                }
                Step::Index(index) => path.push(Segment::Index(index)),
            }
            node = parent;
        }
        path.reverse();
        path
    }

    /// Whether the value is null.
    pub(super) fn is_null(&self) -> bool {
        matches!(self.json, Json::Null)
    }

    /// The value itself.
    pub(super) fn json(&self) -> &'a Json {
        self.json
    }

    /// The value as an object.
    pub(super) fn fields(&'a self, report: &mut Report<'_>) -> Option<Fields<'a>> {
        match self.json {
            Json::Object(object) => Some(Fields { node: self, object }),
            _ => self.mismatch("an object", report),
        }
    }

    /// The values of an array.
    pub(super) fn items(
        &'a self,
        report: &mut Report<'_>,
    ) -> Option<impl ExactSizeIterator<Item = Node<'a>> + use<'a>> {
        match self.json {
            Json::Array(items) => {
                let nodes = items.iter().enumerate();
                Some(nodes.map(|(index, json)| self.child(Step::Index(index), json)))
            }
            _ => self.mismatch("an array", report),
        }
    }

    /// All values of the object under a key of this object, in the order of the file; none if
    /// either is not an object.
    pub(super) fn entries_within(
        &'a self,
        outer: &'a str,
    ) -> impl Iterator<Item = Node<'a>> + use<'a> {
        let inner = match self.json {
            Json::Object(object) => match object.get(outer) {
                Some(Json::Object(inner)) => Some(inner.iter()),
                _ => None,
            },
            _ => None,
        };
        let inner = inner.into_iter().flatten();
        inner.map(move |(key, json)| self.child(Step::Within(outer, key), json))
    }

    /// The value as a string.
    pub(super) fn text(&self, report: &mut Report<'_>) -> Option<&'a str> {
        match self.json {
            Json::String(text) => Some(text),
            _ => self.mismatch("a string", report),
        }
    }

    /// The value as a boolean.
    pub(super) fn flag(&self, report: &mut Report<'_>) -> Option<bool> {
        match self.json {
            Json::Bool(flag) => Some(*flag),
            _ => self.mismatch("a boolean", report),
        }
    }

    /// The value as a number.
    pub(super) fn number(&self, report: &mut Report<'_>) -> Option<JsonNumber> {
        match self.json {
            Json::Number(number) => Some(*number),
            _ => self.mismatch("a number", report),
        }
    }

    /// Reports a value of another type than expected.
    pub(super) fn mismatch<T>(&self, expected: &str, report: &mut Report<'_>) -> Option<T> {
        let found = self.json.describe();
        report.push(self.problem(format_args!("expected {expected}, found {found}")));
        None
    }

    /// A problem with the value.
    pub(super) fn problem(&self, message: impl Display) -> Problem {
        self.relocated(Problem::of_file(message))
    }

    /// A problem with the key that leads here.
    pub(super) fn key_problem(&self, message: impl Display) -> Problem {
        self.problem(message).at_key(0)
    }

    /// The problem, moved to this value.
    pub(super) fn relocated(&self, problem: Problem) -> Problem {
        problem.within(self.path(), self.shape)
    }

    fn child(&'a self, step: Step<'a>, json: &'a Json) -> Node<'a> {
        Node { json, parent: Some(self), step, shape: self.shape }
    }
}

impl<'a> Fields<'a> {
    /// Whether the object has the key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.object.get(key).is_some()
    }

    /// The value under a key.
    pub(super) fn field(&self, key: &'a str) -> Option<Node<'a>> {
        self.object.get(key).map(|json| self.node.child(Step::Key(key), json))
    }

    /// The value under a required key.
    pub(super) fn required(&self, key: &'a str, report: &mut Report<'_>) -> Option<Node<'a>> {
        let field = self.field(key);
        if field.is_none() {
            report.push(self.node.problem(format_args!("key {} is missing", Quoted(key))));
        }
        field
    }

    /// All values, in the order of the file.
    pub(super) fn entries(&self) -> impl ExactSizeIterator<Item = Node<'a>> + use<'a> {
        let node = self.node;
        self.object.iter().map(move |(key, json)| node.child(Step::Key(key), json))
    }

    /// The string under a key, if the key is there.
    pub(super) fn text(&self, key: &'a str, report: &mut Report<'_>) -> Option<&'a str> {
        self.field(key)?.text(report)
    }

    /// The owned string under a key, if the key is there and the string is not empty.
    pub(super) fn owned_text(&self, key: &'a str, report: &mut Report<'_>) -> Option<String> {
        self.text(key, report).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Whether the key is there and `true`.
    pub(super) fn flag(&self, key: &'a str, report: &mut Report<'_>) -> bool {
        self.field(key).and_then(|field| field.flag(report)).unwrap_or(false)
    }
}
