//! Numbers that the SDK holds in single precision.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use super::counterpart::Counterpart;
use super::error::{ConversionError, ConversionErrorKind};

/// A number that is an `f32` in the SDK.
///
/// A number from the SDK gets the shortest digits that identify it: `0.01_f32` becomes `0.01`, not
/// `0.009999999776482582`. Those are the digits that were set, and they are within a range that
/// begins at 0.01. A service that widens such numbers before it writes them gives more digits than
/// the SDK keeps; they convert to the same `f32`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Single(f64);

impl Counterpart for Single {
    type Sdk = f32;

    fn from_sdk(value: f32) -> Result<Self, ConversionError> {
        // An `f32` shows its shortest digits, and they always read as a number.
        Ok(Self(value.to_string().parse().unwrap_or(f64::from(value))))
    }

    #[expect(clippy::cast_possible_truncation, reason = "the nearest f32 is what is wanted")]
    fn into_sdk(self) -> Result<f32, ConversionError> {
        let narrowed = self.0 as f32;
        match narrowed.is_infinite() && self.0.is_finite() {
            true => Err(ConversionErrorKind::TooLarge(self.0).into()),
            false => Ok(narrowed),
        }
    }
}

/// Numbers, lists of numbers and so on, in which each number is an `f32` in the SDK.
pub trait Singles {
    /// The same with a [`Single`] for each number.
    type Narrow: Counterpart;

    /// For the SDK.
    fn narrow(self) -> Self::Narrow;

    /// From the SDK.
    fn widen(narrow: Self::Narrow) -> Self;
}

/// What the SDK takes.
pub fn narrow<T: Singles>(value: T) -> T::Narrow {
    value.narrow()
}

/// What the SDK gave.
pub fn widen<T: Singles>(narrow: T::Narrow) -> T {
    T::widen(narrow)
}

impl Singles for f64 {
    type Narrow = Single;

    fn narrow(self) -> Single {
        Single(self)
    }

    fn widen(narrow: Single) -> Self {
        narrow.0
    }
}

/// Entries that may be null.
impl<T: Singles> Singles for Option<T> {
    type Narrow = Option<T::Narrow>;

    fn narrow(self) -> Self::Narrow {
        self.map(T::narrow)
    }

    fn widen(narrow: Self::Narrow) -> Self {
        narrow.map(T::widen)
    }
}

impl<T: Singles> Singles for Vec<T> {
    type Narrow = Vec<T::Narrow>;

    fn narrow(self) -> Self::Narrow {
        self.into_iter().map(T::narrow).collect()
    }

    fn widen(narrow: Self::Narrow) -> Self {
        narrow.into_iter().map(T::widen).collect()
    }
}

macro_rules! maps_of_numbers {
    ($($map:ident)::+, $($bound:ident)+) => {
        impl<K: $($bound +)+, T: Singles> Singles for $($map)::+<K, T>
        where
            $($map)::+<K, T::Narrow>: Counterpart,
        {
            type Narrow = $($map)::+<K, T::Narrow>;

            fn narrow(self) -> Self::Narrow {
                self.into_iter().map(|(key, value)| (key, value.narrow())).collect()
            }

            fn widen(narrow: Self::Narrow) -> Self {
                narrow.into_iter().map(|(key, value)| (key, T::widen(value))).collect()
            }
        }
    };
}

maps_of_numbers!(BTreeMap, Ord);
maps_of_numbers!(HashMap, Eq Hash);
#[cfg(feature = "indexmap")]
maps_of_numbers!(indexmap::IndexMap, Eq Hash);
