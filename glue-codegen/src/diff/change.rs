//! One change, and how much it matters.

use std::fmt;

use crate::plan::Attributes;

/// A change between two versions of a model.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// What kind of item changed.
    pub kind: ItemKind,
    /// The item's name in the new model, or in the old one where the new has none.
    pub item: String,
    /// The part of the item that changed, in the model's words: a member, the value of an enum, or
    /// an operation's error. A slash leads on to the entries of a list (`Names/member`), or to the
    /// keys or values of a map. None where it is the item as a whole.
    pub member: Option<String>,
    /// What changed about it.
    pub aspect: Aspect,
    /// What it was; none where there was nothing of it.
    pub old: Option<String>,
    /// What it is; none where there is nothing of it any more.
    pub new: Option<String>,
    /// What it means for users.
    pub impact: Impact,
    /// Why it means that, where that is not obvious.
    pub note: Option<Note>,
}

/// What a change means for users of the generated types. The later ones matter more.
///
/// Structures and enums are `#[non_exhaustive]`, and unknown values and errors are kept, so that a
/// new member, value, variant or error is additive: code for the old version compiles, and treats
/// what it does not know as before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Impact {
    /// There is something more; code for the old version compiles and acts as before. It may be
    /// warned of something that is now deprecated.
    Additive,
    /// Code for the old version compiles, but other values are read, written, reported or printed.
    Behaviour,
    /// There is code for the old version that does not compile with the new one.
    Breaking,
}

/// What kind of thing an item is.
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
    /// A shape without a type of its own: strings, numbers, lists, and so on.
    Shape,
}

/// What of an item changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Aspect {
    /// Whether it is there at all.
    Existence,
    /// Whether it is a structure, a union or an enum.
    Kind,
    /// Its name in Rust.
    RustName,
    /// The name in Rust of the enum of an operation's errors.
    ErrorName,
    /// The name of a member in the model, which the AWS CLI uses.
    MemberName,
    /// Its Rust type.
    Type,
    /// The order of the parameters of `new`.
    Arguments,
    /// The order of an enum's values, by which they compare.
    Order,
    /// Whether `validate` reports its absence.
    Presence,
    /// The key in JSON, or the value of an enum.
    WireName,
    /// How a timestamp is written.
    TimestampFormat,
    /// How long it may be.
    Length,
    /// Which numbers it may be.
    Range,
    /// What strings must match.
    Pattern,
    /// Whether a list may hold a value twice.
    Uniqueness,
    /// Whether its values are kept out of `Debug` and messages.
    Sensitivity,
    /// Whether its use is warned of.
    Deprecation,
    /// What a member stands for where it is absent.
    Default,
    /// Whether a structure is an error.
    Error,
    /// The code of an error.
    ErrorCode,
    /// The HTTP status of an error.
    ErrorStatus,
    /// Whose fault an error is.
    ErrorFault,
    /// Whether the same request may succeed later.
    ErrorRetry,
    /// What an operation takes.
    Input,
    /// What an operation gives.
    Output,
    /// The HTTP method of an operation.
    Method,
    /// The path of an operation.
    Uri,
    /// The header that names an operation.
    Target,
    /// The wire protocol of the service.
    Protocol,
}

/// Why a change means what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Note {
    /// The constructor has one parameter more.
    TakenByNew,
    /// The constructor has one parameter less.
    NotTakenByNew,
    /// What was valid without it is not any more.
    AbsenceReported,
    /// More values are valid.
    Looser,
    /// Fewer values are valid.
    Tighter,
    /// The same strings are valid; only messages differ.
    SameStrings,
}

impl fmt::Display for Impact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Additive => "additive",
            Self::Behaviour => "behaviour",
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

impl fmt::Display for Aspect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Existence => "existence",
            Self::Kind => "kind",
            Self::RustName => "Rust name",
            Self::ErrorName => "Rust name of its errors",
            Self::MemberName => "name in the model",
            Self::Type => "type",
            Self::Arguments => "arguments of `new`",
            Self::Order => "order of values",
            Self::Presence => "presence",
            Self::WireName => "wire name",
            Self::TimestampFormat => "timestamp format",
            Self::Length => "length",
            Self::Range => "range",
            Self::Pattern => "pattern",
            Self::Uniqueness => "uniqueness",
            Self::Sensitivity => "sensitivity",
            Self::Deprecation => "deprecation",
            Self::Default => "default",
            Self::Error => "error",
            Self::ErrorCode => "error code",
            Self::ErrorStatus => "error status",
            Self::ErrorFault => "fault",
            Self::ErrorRetry => "retry",
            Self::Input => "input",
            Self::Output => "output",
            Self::Method => "method",
            Self::Uri => "path",
            Self::Target => "target",
            Self::Protocol => "protocol",
        })
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TakenByNew => "`new` takes it",
            Self::NotTakenByNew => "`new` no longer takes it",
            Self::AbsenceReported => "`validate` reports its absence",
            Self::Looser => "looser",
            Self::Tighter => "tighter",
            Self::SameStrings => "the same strings match",
        })
    }
}

/// What changes are told of.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    kind: ItemKind,
    item: &'a str,
    member: Option<&'a str>,
    note: Option<Note>,
}

impl<'a> Subject<'a> {
    /// An item as a whole.
    pub(super) fn item(kind: ItemKind, item: &'a str) -> Self {
        Self { kind, item, member: None, note: None }
    }

    /// A part of the item.
    pub(super) fn member(self, member: &'a str) -> Self {
        Self { member: Some(member), ..self }
    }

    /// The name of a part of this: of the entries of a list, or the keys or values of a map.
    pub(super) fn path_to(self, part: &str) -> String {
        match self.member {
            Some(member) => format!("{member}/{part}"),
            None => part.to_owned(),
        }
    }

    /// The same, with a reason for what is found.
    pub(super) fn note(self, note: Option<Note>) -> Self {
        Self { note, ..self }
    }

    /// It is new.
    pub(super) fn added(self, what: String, impact: Impact, found: &mut Vec<Change>) {
        self.compare(Aspect::Existence, None, Some(what), impact, found);
    }

    /// It is gone, and with it what some code names.
    pub(super) fn removed(self, what: String, found: &mut Vec<Change>) {
        self.compare(Aspect::Existence, Some(what), None, Impact::Breaking, found);
    }

    /// Records a change, if the two differ.
    pub(super) fn compare(
        self,
        aspect: Aspect,
        old: Option<String>,
        new: Option<String>,
        impact: Impact,
        found: &mut Vec<Change>,
    ) {
        if old != new {
            let Self { kind, item, member, note } = self;
            let (item, member) = (item.to_owned(), member.map(str::to_owned));
            found.push(Change { kind, item, member, aspect, old, new, impact, note });
        }
    }

    /// Records whether it became deprecated or is so no more; the notes are documentation.
    pub(super) fn deprecation(self, old: &Attributes, new: &Attributes, found: &mut Vec<Change>) {
        let text = |attributes: &Attributes| {
            attributes.deprecated.is_some().then(|| "deprecated".to_owned())
        };
        self.compare(Aspect::Deprecation, text(old), text(new), Impact::Additive, found);
    }

    /// Records whether values became sensitive or are so no more.
    pub(super) fn sensitivity(self, old: bool, new: bool, found: &mut Vec<Change>) {
        let text = |sensitive: bool| sensitive.then(|| "sensitive".to_owned());
        self.compare(Aspect::Sensitivity, text(old), text(new), Impact::Behaviour, found);
    }
}
