//! [`Number`], a number in a document.

use std::fmt;
use std::hash::{Hash, Hasher};

/// A JSON number: an integer in the range of `i64` or `u64`, or a finite `f64`.
///
/// Integers are equal when their values are, however they came about. An integer and a number with
/// a fraction or an exponent are different, as they are on the wire: `1` is not `1.0`.
#[derive(Clone, Copy, PartialEq, Hash)]
pub struct Number(Repr);

#[derive(Clone, Copy, PartialEq)]
enum Repr {
    /// Every integer that is not negative.
    Unsigned(u64),
    /// Below zero.
    Negative(i64),
    /// Never NaN or infinite.
    Float(f64),
}

// Reflexive, since there is no NaN.
impl Eq for Number {}

impl Hash for Repr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match *self {
            Self::Unsigned(number) => number.hash(state),
            Self::Negative(number) => number.hash(state),
            // Both zeros are equal, and adding the positive one makes them that.
            Self::Float(number) => (number + 0.0).to_bits().hash(state),
        }
    }
}

impl Number {
    /// A number with a fraction or an exponent, if it is finite.
    pub fn from_f64(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self(Repr::Float(number)))
    }

    /// The value of an integer that fits.
    pub fn as_u64(self) -> Option<u64> {
        match self.0 {
            Repr::Unsigned(number) => Some(number),
            Repr::Negative(_) | Repr::Float(_) => None,
        }
    }

    /// The value of an integer that fits.
    pub fn as_i64(self) -> Option<i64> {
        match self.0 {
            Repr::Unsigned(number) => i64::try_from(number).ok(),
            Repr::Negative(number) => Some(number),
            Repr::Float(_) => None,
        }
    }

    /// The value of any number, rounded if it is an integer beyond 2^53.
    pub fn as_f64(self) -> f64 {
        match self.0 {
            Repr::Unsigned(number) => number as f64,
            Repr::Negative(number) => number as f64,
            Repr::Float(number) => number,
        }
    }
}

impl From<u64> for Number {
    fn from(number: u64) -> Self {
        Self(Repr::Unsigned(number))
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(match u64::try_from(number) {
            Ok(number) => Repr::Unsigned(number),
            Err(_) => Repr::Negative(number),
        })
    }
}

impl From<u32> for Number {
    fn from(number: u32) -> Self {
        u64::from(number).into()
    }
}

impl From<i32> for Number {
    fn from(number: i32) -> Self {
        i64::from(number).into()
    }
}

/// Writes the number as JSON does.
impl fmt::Display for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Repr::Unsigned(number) => number.fmt(formatter),
            Repr::Negative(number) => number.fmt(formatter),
            // Unlike `Display`, this keeps `1.0` apart from `1`, and large numbers short.
            Repr::Float(number) => fmt::Debug::fmt(&number, formatter),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}
