//! Types that the file does not define.

use proc_macro2::Ident;

/// Types of another module.
pub(crate) struct Import {
    pub(crate) path: String,
    pub(crate) names: Vec<Ident>,
}

/// A user's type.
pub(crate) struct Replaced {
    pub(crate) path: String,
    /// Whether its values are validated.
    pub(crate) validated: bool,
    /// What it replaces.
    pub(crate) selectors: Vec<String>,
}
