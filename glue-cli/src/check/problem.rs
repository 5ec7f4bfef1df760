//! What is wrong with a value, and where.

use glue_codegen::Position;
use glue_runtime::__private::interpreter::{Path, Segment};
use glue_runtime::{Violation, ViolationKind};

/// Something about a value that is to be reported.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) fault: Fault,
    /// The path of the value, in the model's names.
    path: Path,
    /// The way to the value in its document, the innermost step first.
    place: Vec<Step>,
    pub(super) anchor: Anchor,
    /// The shape that it belongs to.
    pub(super) shape: &'static str,
}

/// What is wrong.
#[derive(Debug)]
pub(super) enum Fault {
    /// The value cannot be read as its type.
    Form(String),
    /// The value breaks a constraint.
    Constraint(ViolationKind),
    /// The model does not have the value of an enum.
    UnknownValue { kind: ViolationKind, help: Option<String> },
    /// The model does not have the member.
    UnknownMember { key: String, help: Option<String> },
    /// No key of the document is one of the type's.
    Foreign(String),
    /// The document does not name an error that is known.
    ErrorName(String),
    /// A map has a key twice.
    RepeatedKey,
}

/// A step into a document: which member of an object, or which entry of an array, in the order of
/// the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub(super) index: usize,
    /// Whether no message may show the key.
    pub(super) hidden: bool,
}

/// What to point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Value,
    /// The key before the value.
    Key,
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Severity {
    Note,
    Error,
}

/// A problem as it is reported.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) severity: Severity,
    /// A word for the kind of problem.
    pub(super) rule: &'static str,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) position: Position,
    /// The place in the document, as a JSON pointer.
    pub(super) pointer: String,
    pub(super) shape: Option<String>,
}

impl Problem {
    pub(super) fn new(fault: Fault, shape: &'static str) -> Self {
        let (path, place) = (Path::default(), Vec::new());
        Self { fault, path, place, anchor: Anchor::Value, shape }
    }

    pub(super) fn at_key(fault: Fault, shape: &'static str, step: Step) -> Self {
        Self { anchor: Anchor::Key, place: vec![step], ..Self::new(fault, shape) }
    }

    /// The problem of a value that is a member of the outermost object.
    pub(super) fn of_outermost(fault: Fault, step: Step) -> Self {
        Self { place: vec![step], ..Self::new(fault, "") }
    }

    /// Adds a level around the value.
    pub(super) fn within(&mut self, segment: Segment<&str>, step: Step) {
        self.path.prepend(segment);
        self.place.push(step);
    }

    /// Says where the key is that it is about.
    pub(super) fn stand_at(&mut self, step: Step) {
        self.place.push(step);
    }

    /// Says that it is about a member that the document does not have.
    pub(super) fn of_member(mut self, name: &'static str) -> Self {
        self.path.prepend(Segment::Member(name));
        self
    }

    /// Whether it is only about the value, and goes with it if another takes its place.
    pub(super) fn is_of_value_below(&self, step: Step) -> bool {
        self.place.last() == Some(&step) && !matches!(self.fault, Fault::Form(_))
    }

    /// Whether it is about a key of the outermost object, and not about the value.
    pub(super) fn is_at_outermost_key(&self) -> bool {
        self.anchor == Anchor::Key && self.place.len() == 1
    }

    /// Whether it is that the outermost structure lacks a member.
    pub(super) fn is_absence_of(&self, member: &str) -> bool {
        let is_required = matches!(self.fault, Fault::Constraint(ViolationKind::Required));
        is_required && self.place.is_empty() && self.path.pointer() == format!("/{member}")
    }

    /// The way to the value, the outermost step first.
    pub(super) fn place(&self) -> impl ExactSizeIterator<Item = Step> {
        self.place.iter().rev().copied()
    }

    /// How it is reported at a place of the document.
    pub(super) fn finding(self, strict: bool, position: Position, pointer: String) -> Finding {
        let lenient = if strict { Severity::Error } else { Severity::Note };
        let constraint = |kind| Violation::at(&self.path, kind).to_string();
        let (severity, rule, message, help) = match self.fault {
            Fault::Form(message) => (Severity::Error, "form", message, None),
            Fault::Foreign(message) => (Severity::Error, "foreign", message, None),
            Fault::ErrorName(message) => (lenient, "error-name", message, None),
            Fault::Constraint(kind) => (Severity::Error, rule(&kind), constraint(kind), None),
            Fault::UnknownValue { kind, help } => (lenient, "enum", constraint(kind), help),
            Fault::UnknownMember { key, help } => {
                let message = format!("`{key}` is not a member of {}", self.shape);
                (lenient, "unknown-member", message, help)
            }
            Fault::RepeatedKey => {
                let message = "the map has this key before: its last value counts".to_owned();
                (Severity::Note, "repeated-key", message, None)
            }
        };
        let shape = Some(self.shape.to_owned()).filter(|shape| !shape.is_empty());
        Finding { severity, rule, message, help, position, pointer, shape }
    }
}

/// The name of a constraint, as violations have it in JSON.
fn rule(kind: &ViolationKind) -> &'static str {
    match kind {
        ViolationKind::Required => "required",
        ViolationKind::Length { .. } => "length",
        ViolationKind::IntegerRange { .. } | ViolationKind::FloatRange { .. } => "range",
        ViolationKind::Pattern { .. } => "pattern",
        ViolationKind::UniqueItems => "uniqueItems",
        ViolationKind::Enum { .. } | ViolationKind::IntegerEnum { .. } => "enum",
        ViolationKind::Depth { .. } => "depth",
        _ => "constraint",
    }
}
