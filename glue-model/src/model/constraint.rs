//! What a model demands of values: length, range, pattern, uniqueness.

/// The constraints a shape or member carries. A member's own constraint takes the place of its
/// target's of the same kind (Smithy, constraint traits).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// How many characters, bytes or entries: Unicode scalar values of a string, bytes of a blob,
    /// entries of a list or map.
    pub length: Option<Bounds<u64>>,
    /// What a number may be, both ends inclusive.
    pub range: Option<Bounds<Number>>,
    /// A regular expression in the model's own dialect, as written there.
    pub pattern: Option<String>,
    /// Whether a list may not hold one value twice.
    pub unique_items: bool,
}

/// A lower bound, an upper bound or both, inclusive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds<T> {
    /// The least allowed value.
    pub min: Option<T>,
    /// The greatest allowed value.
    pub max: Option<T>,
}

/// A bound of a range, exact for whole numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A whole number.
    Integer(i64),
    /// Any other number; always finite.
    Float(f64),
}

impl Number {
    /// The closest `f64`.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        match self {
            Number::Integer(value) => value as f64,
            Number::Float(value) => value,
        }
    }
}
