//! [`Number`], a number in a document.

use std::fmt;
use std::hash::{Hash, Hasher};

use super::decimal;

/// A JSON number: an integer in the range of `i64` or `u64`, a finite `f64`, or the digits of a
/// number that is neither.
///
/// Integers are equal if their values are, no matter how they were made. An integer and a number
/// with a fraction or an exponent are different, as they are on the wire: `1` is not `1.0`. Numbers
/// kept as digits are equal if they are written the same.
///
/// The format decides whether all digits of a long number arrive. serde_json rounds them to an
/// `f64` unless its feature `arbitrary_precision` is on; YAML and CBOR give integers of up to 128
/// bits. [`Display`](fmt::Display) shows all digits, from which big numbers of other crates can be
/// parsed.
#[derive(Clone, PartialEq, Hash)]
pub struct Number(Repr);

#[derive(Clone, PartialEq)]
enum Repr {
    /// Every integer that is not negative.
    Unsigned(u64),
    /// Below zero.
    Negative(i64),
    /// Never NaN or infinite.
    Float(f64),
    /// A number of JSON that is none of the others.
    Digits(Box<str>),
}

// Reflexive, since there is no NaN.
impl Eq for Number {}

impl Hash for Repr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Self::Unsigned(number) => number.hash(state),
            Self::Negative(number) => number.hash(state),
            Self::Digits(digits) => digits.hash(state),
            // Both zeros are equal, and adding the positive zero makes both positive.
            Self::Float(number) => (number + 0.0).to_bits().hash(state),
        }
    }
}

impl Number {
    /// A number with a fraction or an exponent, if it is finite.
    pub fn from_f64(number: f64) -> Option<Self> {
        number.is_finite().then_some(Self(Repr::Float(number)))
    }

    /// Reads a number of JSON, if the text is one.
    pub(super) fn from_json(text: &str) -> Option<Self> {
        if !decimal::is_json(text) {
            return None;
        }
        // JSON's `-0` is a float, since integers have one zero.
        let number = match (text.parse::<u64>(), text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(number), ..) => number.into(),
            (_, Ok(number), _) if number != 0 => number.into(),
            (.., Ok(number)) if decimal::is_exact(number, text) => Self(Repr::Float(number)),
            _ => Self(Repr::Digits(text.into())),
        };
        Some(number)
    }

    /// The digits of a number that is neither an integer of 64 bits nor an `f64`.
    pub(super) fn digits(&self) -> Option<&str> {
        match &self.0 {
            Repr::Digits(digits) => Some(digits),
            _ => None,
        }
    }

    /// The value of an integer that fits.
    pub fn as_u64(&self) -> Option<u64> {
        match self.0 {
            Repr::Unsigned(number) => Some(number),
            _ => None,
        }
    }

    /// The value of an integer that fits.
    pub fn as_i64(&self) -> Option<i64> {
        match self.0 {
            Repr::Unsigned(number) => i64::try_from(number).ok(),
            Repr::Negative(number) => Some(number),
            _ => None,
        }
    }

    /// The value of any number, rounded if it has more digits than an `f64`, and infinite beyond the
    /// range of one.
    pub fn as_f64(&self) -> f64 {
        match &self.0 {
            Repr::Unsigned(number) => *number as f64,
            Repr::Negative(number) => *number as f64,
            Repr::Float(number) => *number,
            // Every number of JSON is one of Rust's.
            Repr::Digits(digits) => digits.parse().unwrap_or(f64::INFINITY),
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

impl From<u128> for Number {
    fn from(number: u128) -> Self {
        match u64::try_from(number) {
            Ok(number) => number.into(),
            Err(_) => Self(Repr::Digits(number.to_string().into())),
        }
    }
}

impl From<i128> for Number {
    fn from(number: i128) -> Self {
        match (i64::try_from(number), u128::try_from(number)) {
            (Ok(number), _) => number.into(),
            (_, Ok(number)) => number.into(),
            (Err(_), Err(_)) => Self(Repr::Digits(number.to_string().into())),
        }
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
        match &self.0 {
            Repr::Unsigned(number) => number.fmt(formatter),
            Repr::Negative(number) => number.fmt(formatter),
            // Unlike `Display`, this keeps `1.0` apart from `1`, and large numbers short.
            Repr::Float(number) => fmt::Debug::fmt(number, formatter),
            Repr::Digits(digits) => formatter.write_str(digits),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}
