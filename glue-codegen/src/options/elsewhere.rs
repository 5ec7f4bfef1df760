//! Types that the generated code does not define.

/// Types that another module has, see [`Builder::extern_types`](crate::Builder::extern_types).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extern {
    /// The path of the module.
    pub path: String,
    /// The shapes, by their names in the model.
    pub shapes: Vec<String>,
}

/// A user's type in place of a shape or member, see [`Builder::replace`](crate::Builder::replace).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// What is replaced: a shape or member, by the names of the model.
    pub selector: String,
    /// The path of the type.
    pub path: String,
    /// Whether values are validated.
    pub validated: bool,
}
