//! Why something changed whose own line in the model need not have.

/// Why something changed, if the reason is elsewhere in the model than the change itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cause {
    /// The reason.
    pub kind: CauseKind,
    /// Whether it holds in the new version; otherwise it held in the old one, and no longer does.
    pub now: bool,
    /// The operation that is the reason.
    pub operation: Option<String>,
    /// The shape that is the reason.
    pub shape: Option<String>,
    /// The members that lead to the reason, separated by slashes. A list leads on by `member`, and a
    /// map by `key` or `value`.
    pub path: Option<String>,
}

/// A reason for changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CauseKind {
    /// An operation reaches the shape. The path leads from the operation's `input`, its `output` or
    /// the name of an error to the shape.
    Reached,
    /// An operation lists the structure among its errors.
    ListedAsError,
    /// The structure or union holds itself, so that its members are boxed. The path leads from it
    /// back to it.
    HoldsItself,
    /// The members of the structure or union are boxed because it would be too large with them.
    Large,
    /// The members are boxed because the structure has so many that are structures themselves: it
    /// is a choice between them.
    Choice,
    /// The list or map that the member targets holds nulls.
    Sparse,
    /// The shape that the member targets is of another kind than before, or holds others.
    OtherTarget,
    /// The name in Rust belongs to an operation, to the enum of its errors, or to a shape.
    NameTaken,
    /// Another member of the new version is read from the key that the member had. The path is that
    /// member.
    KeyTaken,
    /// A member's type lacks the derive. The path leads from the type to that member.
    Underivable,
}

impl CauseKind {
    /// A name for tools, such as `holds-itself`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::ListedAsError => "listed-as-error",
            Self::HoldsItself => "holds-itself",
            Self::Large => "large",
            Self::Choice => "choice",
            Self::Sparse => "sparse",
            Self::OtherTarget => "other-target",
            Self::NameTaken => "name-taken",
            Self::KeyTaken => "key-taken",
            Self::Underivable => "underivable",
        }
    }
}

impl Cause {
    /// A reason by itself.
    pub(super) fn new(kind: CauseKind, now: bool) -> Self {
        Self { kind, now, operation: None, shape: None, path: None }
    }

    pub(super) fn operation(self, name: &str) -> Self {
        Self { operation: Some(name.to_owned()), ..self }
    }

    pub(super) fn shape(self, name: &str) -> Self {
        Self { shape: Some(name.to_owned()), ..self }
    }

    pub(super) fn path(self, path: Option<String>) -> Self {
        Self { path, ..self }
    }
}
