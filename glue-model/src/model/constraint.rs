//! Constraints on values: length, range, pattern, uniqueness.

/// The constraints of a shape or member. A member's constraint replaces its target's constraint of
/// the same kind (Smithy, constraint traits).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// The number of Unicode scalar values of a string, of bytes of a blob, or of entries of a list
    /// or map.
    pub length: Option<Bounds<u64>>,
    /// The range of a number, both ends inclusive.
    pub range: Option<Bounds<Number>>,
    /// A regular expression in the model's own dialect, as written in the model.
    pub pattern: Option<String>,
    /// Whether a list must not hold a value twice.
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
    /// Returns the closest `f64`.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        match self {
            Number::Integer(value) => value as f64,
            Number::Float(value) => value,
        }
    }
}
