//! Ranges of numbers, compared exactly and without the bounds that the type has anyway.

use std::cmp::Ordering;

use glue_model::{Bounds, Number, ShapeKind};

use crate::lower::bounds_in_words;

/// The range that numbers of a kind must be in.
#[derive(Clone, Copy)]
pub(super) struct Range {
    /// The bounds that forbid a value the type can hold.
    stated: Option<Bounds<Number>>,
    /// The stated bounds, or else the limits of the type.
    effective: Bounds<Bound>,
}

/// A bound that is compared by its exact value.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Bound(Number);

impl Range {
    /// The range of a kind, if its values are numbers whose range is checked.
    pub(super) fn new(kind: &ShapeKind, range: Option<Bounds<Number>>) -> Option<Self> {
        let limits = match kind {
            ShapeKind::Byte => Some((i8::MIN.into(), i8::MAX.into())),
            ShapeKind::Short => Some((i16::MIN.into(), i16::MAX.into())),
            ShapeKind::Integer | ShapeKind::IntEnum(_) => Some((i32::MIN.into(), i32::MAX.into())),
            ShapeKind::Long => Some((i64::MIN, i64::MAX)),
            ShapeKind::Float | ShapeKind::Double => None,
            _ => return None,
        };
        let bounds = range.unwrap_or(Bounds { min: None, max: None });
        let (min, max) = match limits {
            Some((least, most)) => {
                let (least, most) = (Bound(Number::Integer(least)), Bound(Number::Integer(most)));
                (
                    bounds.min.filter(|min| Bound(*min) > least),
                    bounds.max.filter(|max| Bound(*max) < most),
                )
            }
            // Generated code compares with the closest double.
            None => {
                let closest = |number: Number| Number::Float(number.as_f64());
                (bounds.min.map(closest), bounds.max.map(closest))
            }
        };
        let integer = |limit| Bound(Number::Integer(limit));
        Some(Self {
            stated: (min.is_some() || max.is_some()).then_some(Bounds { min, max }),
            effective: Bounds {
                min: min.map(Bound).or(limits.map(|(least, _)| integer(least))),
                max: max.map(Bound).or(limits.map(|(_, most)| integer(most))),
            },
        })
    }

    /// The bounds that a value must be within, including the limits of its type.
    pub(super) fn effective(self) -> Bounds<Bound> {
        self.effective
    }

    /// The bounds in words, if any of them forbids something.
    pub(super) fn words(self) -> Option<String> {
        let text = |number: Number| match number {
            Number::Integer(value) => value.to_string(),
            Number::Float(value) => value.to_string(),
        };
        let Bounds { min, max } = self.stated?;
        Some(bounds_in_words(Bounds { min: min.map(text), max: max.map(text) }))
    }
}

impl PartialOrd for Bound {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self.0, other.0) {
            (Number::Integer(one), Number::Integer(other)) => Some(one.cmp(&other)),
            (Number::Float(one), Number::Float(other)) => one.partial_cmp(&other),
            (Number::Integer(one), Number::Float(other)) => compare(one, other),
            (Number::Float(one), Number::Integer(other)) => {
                compare(other, one).map(Ordering::reverse)
            }
        }
    }
}

/// Compares a whole number with any number, without rounding either.
#[expect(clippy::cast_possible_truncation, reason = "it is within the limits of an i64")]
fn compare(whole: i64, number: f64) -> Option<Ordering> {
    /// 2^63, the first number above every `i64`.
    const BEYOND: f64 = 9_223_372_036_854_775_808.0;
    if number >= BEYOND {
        Some(Ordering::Less)
    } else if number < -BEYOND {
        Some(Ordering::Greater)
    } else {
        let fraction = 0.0.partial_cmp(&number.fract())?;
        Some(whole.cmp(&(number.trunc() as i64)).then(fraction))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_and_others_are_compared_exactly() {
        let bound = |number| Bound(Number::Float(number));
        let whole = |number| Bound(Number::Integer(number));
        assert!(whole(9_007_199_254_740_993) > bound(9_007_199_254_740_992.0));
        assert!(bound(9_007_199_254_740_992.0) < whole(9_007_199_254_740_993));
        assert!(whole(i64::MAX) < bound(9_223_372_036_854_775_808.0));
        assert!(whole(i64::MIN) > bound(-1e300));
        assert_eq!(
            whole(i64::MIN).partial_cmp(&bound(-9_223_372_036_854_775_808.0)),
            Some(Ordering::Equal)
        );
        assert!(whole(-1) > bound(-1.5));
        assert!(whole(1) < bound(1.5));
        assert_eq!(whole(1).partial_cmp(&bound(f64::NAN)), None);
    }
}
