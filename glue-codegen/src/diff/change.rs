//! A change, and how much it matters.

use std::fmt;

use super::aspect::Aspect;
use super::cause::Cause;
use super::note::Note;
use super::verdict::{Direction, JsonVerdict, SourceVerdict};

/// A change between two versions of a model.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The kind of the item that changed.
    pub kind: ItemKind,
    /// The item's name in the new model, or in the old one if the new one does not have it.
    pub item: String,
    /// The part of the item that changed, by its name in the model: a member, the value of an enum,
    /// or an operation's error. A slash leads to the entries of a list (`Names/member`), or to the
    /// keys or values of a map. `None` means the item as a whole.
    pub member: Option<String>,
    /// The aspect that changed.
    pub aspect: Aspect,
    /// The old value; `None` if there was none.
    pub old: Option<String>,
    /// The new value; `None` if there is none any more.
    pub new: Option<String>,
    /// The effect on users.
    pub impact: Impact,
    /// The reason for the impact, if it is not obvious.
    pub note: Option<Note>,
    /// The cause of the change, if it is elsewhere in the model.
    pub cause: Option<Cause>,
    /// The effect on JSON that the old types wrote.
    pub json: JsonVerdict,
    /// Who sends it; `None` for what is not sent, such as the name of an operation.
    pub direction: Option<Direction>,
    /// For patterns, a shortest string that was refused and is accepted now.
    pub accepted_now: Option<String>,
    /// For patterns, a shortest string that was accepted and is refused now.
    pub refused_now: Option<String>,
    /// The reason why the change is allowed, if a list allows it; see
    /// [`Difference::allow`](crate::inspect::Difference::allow).
    pub allowed: Option<String>,
}

impl Change {
    /// Returns the effect on Rust source.
    #[must_use]
    pub fn source(&self) -> SourceVerdict {
        match self.impact {
            Impact::Breaking => SourceVerdict::Breaking,
            Impact::Additive | Impact::Behavior => SourceVerdict::Compatible,
        }
    }
}

/// The effect of a change on users of the generated types. Later variants matter more.
///
/// Structures and enums are `#[non_exhaustive]`, and unknown values and errors are kept, so a new
/// member, value, variant or error is additive: code for the old version compiles, and treats
/// unknown data as before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Impact {
    /// Something was added, or there is a new warning. Code for the old version compiles and acts
    /// as before.
    Additive,
    /// Code for the old version compiles, but other values are read, written, reported or printed.
    Behavior,
    /// Some code for the old version does not compile with the new one.
    Breaking,
}

/// The kind of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ItemKind {
    /// The service as a whole.
    Service,
    /// An operation, with the enum of its errors.
    Operation,
    /// A structure.
    Structure,
    /// A union.
    Union,
    /// An enum.
    Enum,
    /// A shape without a type of its own: a string, a number, a list, and so on.
    Shape,
}

impl fmt::Display for Impact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Additive => "additive",
            Self::Behavior => "behavior",
            Self::Breaking => "breaking",
        })
    }
}

impl fmt::Display for ItemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Service => "service",
            Self::Operation => "operation",
            Self::Structure => "structure",
            Self::Union => "union",
            Self::Enum => "enum",
            Self::Shape => "shape",
        })
    }
}

/// The thing that a change is reported for.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    kind: ItemKind,
    item: &'a str,
    member: Option<&'a str>,
    note: Option<Note>,
    cause: Option<&'a Cause>,
    json: Option<JsonVerdict>,
}

impl<'a> Subject<'a> {
    /// An item as a whole.
    pub(super) fn item(kind: ItemKind, item: &'a str) -> Self {
        Self { kind, item, member: None, note: None, cause: None, json: None }
    }

    /// A part of an item.
    pub(super) fn member(self, member: &'a str) -> Self {
        Self { member: Some(member), ..self }
    }

    /// The name of a part of this: the entries of a list, or the keys or values of a map.
    pub(super) fn path_to(self, part: &str) -> String {
        match self.member {
            Some(member) => format!("{member}/{part}"),
            None => part.to_owned(),
        }
    }

    /// Whether the item is of a kind.
    pub(super) fn is_of(self, kind: ItemKind) -> bool {
        self.kind == kind
    }

    /// The same, with a reason for the impact.
    pub(super) fn note(self, note: Option<Note>) -> Self {
        Self { note, ..self }
    }

    /// The same, with a cause.
    pub(super) fn cause(self, cause: Option<&'a Cause>) -> Self {
        Self { cause, ..self }
    }

    /// The same, with a verdict that is not the aspect's usual one.
    pub(super) fn json(self, json: JsonVerdict) -> Self {
        Self { json: Some(json), ..self }
    }

    /// Records that it is new.
    pub(super) fn added(self, what: String, impact: Impact, found: &mut Vec<Change>) {
        self.compare(Aspect::Existence, None, Some(what), impact, found);
    }

    /// Records that it is gone, and with it a name that code may use.
    pub(super) fn removed(self, what: String, found: &mut Vec<Change>) {
        self.compare(Aspect::Existence, Some(what), None, Impact::Breaking, found);
    }

    /// Records a change if the values differ.
    pub(super) fn compare(
        self,
        aspect: Aspect,
        old: Option<String>,
        new: Option<String>,
        impact: Impact,
        found: &mut Vec<Change>,
    ) {
        if old != new {
            let usual = || JsonVerdict::usual(aspect, new.is_none(), self.note);
            found.push(Change {
                kind: self.kind,
                item: self.item.to_owned(),
                member: self.member.map(str::to_owned),
                aspect,
                json: self.json.unwrap_or_else(usual),
                old,
                new,
                impact,
                note: self.note,
                cause: self.cause.cloned(),
                direction: None,
                accepted_now: None,
                refused_now: None,
                allowed: None,
            });
        }
    }

    /// Records whether it became or stopped being deprecated; the notes are documentation.
    pub(super) fn deprecation(
        self,
        old: &Option<String>,
        new: &Option<String>,
        found: &mut Vec<Change>,
    ) {
        let text = |note: &Option<String>| note.as_ref().map(|_| "deprecated".to_owned());
        self.compare(Aspect::Deprecation, text(old), text(new), Impact::Additive, found);
    }

    /// Records whether values became or stopped being sensitive.
    pub(super) fn sensitivity(self, old: bool, new: bool, found: &mut Vec<Change>) {
        let text = |sensitive: bool| sensitive.then(|| "sensitive".to_owned());
        self.compare(Aspect::Sensitivity, text(old), text(new), Impact::Behavior, found);
    }
}
