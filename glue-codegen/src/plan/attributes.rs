//! What any kind of item can have.

/// The attributes that any kind of item can have.
#[derive(Clone)]
pub(crate) struct Attributes {
    /// Markdown, possibly of several lines.
    pub(crate) docs: String,
    /// The note of a `#[deprecated]` attribute, empty if the model gives none.
    pub(crate) deprecated: Option<String>,
    /// Whether code for the item names something deprecated, and must not cause a warning.
    pub(crate) touches_deprecated: bool,
    /// The features that the item needs, as a predicate of `cfg`, where it needs one.
    pub(crate) feature: Option<String>,
    /// The attributes that the options add, as lines of code for the place of the item.
    pub(crate) custom: String,
}
