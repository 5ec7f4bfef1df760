//! The cause of a change that is not in its own line of the model.

/// The cause of a change, if it is elsewhere in the model than the change itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cause {
    /// The kind of cause.
    pub kind: CauseKind,
    /// Whether the cause is in the new version. Otherwise it was in the old one and is gone.
    pub now: bool,
    /// The operation that is the cause.
    pub operation: Option<String>,
    /// The shape that is the cause.
    pub shape: Option<String>,
    /// The members that lead to the cause, separated by slashes. A list continues with `member`,
    /// and a map with `key` or `value`.
    pub path: Option<String>,
}

/// A kind of cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CauseKind {
    /// An operation reaches the shape. The path starts with the operation's `input`, its `output`
    /// or the name of an error, and ends at the shape.
    Reached,
    /// An operation lists the structure among its errors.
    ListedAsError,
    /// The structure or union holds itself, so its members are boxed. The path leads from the type
    /// back to itself.
    HoldsItself,
    /// The members of the structure or union are boxed because it would be too large with them.
    Large,
    /// The members are boxed because the structure has many members that are all structures: it is
    /// a choice between them.
    Choice,
    /// The list or map that the member targets holds nulls.
    Sparse,
    /// The shape that the member targets changed its kind, or holds other shapes.
    OtherTarget,
    /// The name in Rust belongs to an operation, to the enum of its errors, or to a shape.
    NameTaken,
    /// Another member of the new version is read from the key that the member had. The path names
    /// that other member.
    KeyTaken,
    /// A member's type lacks the derive. The path leads from the type to that member.
    Underivable,
}

impl CauseKind {
    /// The name for tools, such as `holds-itself`.
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
    /// A cause without an operation, a shape or a path.
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
